import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/domain/complete/complete.ts';
import { foldName } from '../../../src/domain/facts/fact-name.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

type Place = { readonly name: string; readonly from: number };

const ids = ['late-parcel', 'damaged-item'] as const;
const textOf = (id: string) => readFileSync(new URL(`../../../sops/${id}.sop.md`, import.meta.url), 'utf8');

/** The places of a pattern in the lines that fit, outside quotation marks unless it asks for them. */
function places(text: string, pattern: RegExp, line: RegExp, isQuoted = false): readonly Place[] {
  let from = 0;
  return text.split('\n').flatMap((words) => {
    const start = from;
    from += words.length + 1;
    if (!line.test(words)) return [];
    return [...words.matchAll(pattern)].flatMap(({ index, 0: whole, 1: name = whole }) => {
      const at = index + whole.lastIndexOf(name);
      const isInside = words.slice(0, at).split('"').length % 2 === 0;
      return isInside === isQuoted ? [{ name, from: start + at }] : [];
    });
  });
}

const either = (names: readonly string[]) =>
  names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replaceAll('.', '\\.'))
    .join('|');

const bullet = /^\s*- /;
const row = /^\| (?!-)/;
const words =
  'propose|get|extract|draft reply|gate|escalate to|hold for|hold until|notify|close as|decide|judge|ask the customer|set|on failure of|when|if|else if|else|if unknown|if refused|because';

/** Every place of every name in a sample SOP, where it is used. */
function placesOf(text: string): Readonly<Record<string, readonly Place[]>> {
  const { sop } = parseSop(text);
  if (!sop) throw new Error('the sample SOP cannot be read');
  const facts = `\\b(${either(sop.inputs.map(({ name }) => name))})\\b`;
  const actions = either(sop.actions.map(({ name }) => name));
  const replies = either(sop.replies.map(({ name }) => name));
  const teams = either(sampleCatalogue.teams ?? []);
  const choices = sop.inputs.flatMap(({ type }) => (type.kind === 'choice' ? type.options : []));
  return {
    'a fact in a bullet': places(text, new RegExp(facts, 'g'), bullet),
    'a fact at the head of a table': places(text, new RegExp(facts, 'g'), /\| (?:then|expect) \|$/),
    'a fact in a condition of the header': places(text, new RegExp(facts, 'g'), /^matches:/),
    'a fact in an action': places(text, new RegExp(facts, 'g'), /^ {2}[\w ]+: (?:stripe|shopify)\.re/),
    'a fact in braces': places(text, /\{([\w ]+)\}/g, /\{/),
    'an action behind propose': places(text, new RegExp(`[Pp]ropose (${actions})`, 'g'), /./),
    'an action or a system that fails': places(
      text,
      new RegExp(`On failure of (${actions}|stripe|shopify|easypost)`, 'g'),
      bullet,
    ),
    'a reply': places(text, new RegExp(`[Dd]raft reply (${replies})`, 'g'), /./),
    'the name of a reply': places(text, /^## Reply: (.+)$/g, /^##/),
    'a table': places(text, /Decide (remedy)/g, bullet),
    'a team or a role': places(
      text,
      new RegExp(`(?:[Ee]scalate to|[Nn]otify|[Gg]ate|by) (${teams})`, 'g'),
      /./,
    ),
    'the owner': places(text, new RegExp(`owner: (${teams})`, 'g'), /^owner/),
    'a source': places(text, /from ([a-z]+\.[a-z]+\.[a-z_]+|message)/g, /^ {2}/),
    'a custom field': places(text, /field "([^"]+)"/g, /./, true),
    'an operation': places(text, /: ([a-z]+\.(?:refund|reship))/g, /^ {2}/),
    'a type': places(text, /: (text|money USD|count|list|date|yes\/no|one of)/g, /^ {2}.* from /),
    'a key': places(text, /^(\w+):/g, /^(?:title|version|status|owner|reviewed|matches|inputs|actions)/),
    'a status': places(text, /: (live)/g, /^status/),
    'a word of the language': places(text, new RegExp(`\\b(${words})\\b`, 'gi'), bullet),
    'a function': places(text, /\b(count|days since|round)\(/g, /^ {2}/),
    'a choice in quotation marks': places(text, new RegExp(`= "(${either(choices)})"`, 'g'), bullet, true),
    'a choice in a cell': places(text, new RegExp(`(?<=[|,] )(${either(choices)})(?= \\||,)`, 'g'), row),
    'a word of a cell': places(text, /\| (yes|no|any|unknown)(?= \|)/g, row),
    'an expectation': places(
      text,
      /(?:; |\| )(judge|ask|hold|gate [A-Z][a-z]+ [a-z]+|escalate to [^|;"]+?|close as [^|;"]+?)(?= ?[|;])/g,
      row,
    ),
    'an outcome': places(text, /[Cc]lose as "([^"]+)"/g, bullet, true).filter(
      ({ name }) => text.split(`lose as "${name}"`).length > 2,
    ),
    evidence: places(text, /\[(P\d)\](?!:)/g, /./),
    'a unit': places(text, /\d (hours?|minutes?)/g, bullet).filter(({ name }) => name.endsWith('s')),
    'a section': places(text, /^## (Steps|Edge cases|Examples)/g, /^##/),
  };
}

/** The text with everything of a name but its first letters cut out, and the cursor behind them. */
const cut = (text: string, { name, from }: Place, letters: number) => ({
  text: text.slice(0, from + letters) + text.slice(from + name.length),
  offset: from + letters,
});

describe.each(ids)('in %s', (id) => {
  const text = textOf(id);
  const all = Object.entries(placesOf(text)).filter(([, found]) => found.length > 0);

  it('there are names of nearly every kind', () => {
    expect(all.length).toBeGreaterThan(20);
  });

  it.each(all)('%s is offered from its first letters', (_, found) => {
    const missed = found.flatMap((place) =>
      [1, 2, 3].flatMap((letters) => {
        const typed = cut(text, place, Math.min(letters, place.name.length));
        const { from, to, items } = complete(typed.text, typed.offset, { catalogue: sampleCatalogue });
        const accepted = items.map(({ insert }) => typed.text.slice(0, from) + insert + typed.text.slice(to));
        const wanted = foldName(text.slice(0, place.from + place.name.length));
        return accepted.some((result) => foldName(result).startsWith(wanted))
          ? []
          : [
              `${text.slice(place.from - 20, place.from)}⟨${place.name}⟩, ${letters}: ${items.map(({ insert }) => insert).join('¦')}`,
            ];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('behind a whole name the whole name is replaced, and nothing else', () => {
    const others = all
      .flatMap(([, found]) => found)
      .filter(({ name, from }) => {
        const completion = complete(text, from + name.length, { catalogue: sampleCatalogue });
        const replaced = foldName(text.slice(completion.from, completion.to));
        const labels = completion.items.map(({ label }) => foldName(label));
        return labels.includes(foldName(name)) && !labels.includes(replaced);
      });
    expect(others).toEqual([]);
  });
});
