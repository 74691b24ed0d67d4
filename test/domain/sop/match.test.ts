import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { readValue } from '../../../src/domain/facts/read-value.ts';
import type { Value } from '../../../src/domain/facts/value.ts';
import { parseMappings } from '../../../src/domain/sop/mappings.ts';
import { factsForMatching, matchSop } from '../../../src/domain/sop/match.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';

const parsed = (text: string): Sop => {
  const { sop } = parseSop(text);
  if (!sop) throw new Error('The sample SOP cannot be parsed.');
  return sop;
};
const lateText = readFileSync('sops/late-parcel.sop.md', 'utf8');
const late = parsed(lateText);
const damagedText = readFileSync('sops/damaged-item.sop.md', 'utf8');
const damaged = parsed(damagedText);
const rival = parsed(
  lateText
    .replace('sop: late-parcel', 'sop: rival')
    .replace('title: Late parcel', 'title: Rival')
    .replace('and ticket tags contains "late_parcel"', ''),
);
const draft = parsed(lateText.replace('status: live', 'status: draft'));

const shipping = {
  'ticket form': 'Shipping',
  'ticket tags': ['late_parcel'],
  'requester email': 'sample@example.com',
};

function alwaysThere(facts: Record<string, FactJson>): Map<string, Value> {
  return new Map(
    Object.entries(facts).flatMap(([name, json]) => {
      const value = readValue({ kind: name === 'ticket tags' ? 'list' : 'text' }, json);
      return value ? [[name, value] as const] : [];
    }),
  );
}

function match(facts: Record<string, FactJson>, mappings = '', sops: readonly Sop[] = [late, damaged]) {
  const read = parseMappings(mappings).mappings;
  const fields = factsForMatching(sops, read, alwaysThere(facts));
  return matchSop({
    mappings: read,
    sops,
    knownFor: (owner) => {
      const known = alwaysThere(facts);
      for (const { owner: of, name, type, source } of fields) {
        const value = of === owner ? readValue(type, facts[source.customField ?? source.field]) : undefined;
        if (value) known.set(name, value);
      }
      return known;
    },
  });
}

describe('the fields that are read for matching', () => {
  const fieldsFor = (form: string, sops: readonly Sop[]) =>
    factsForMatching(sops, [], alwaysThere({ 'ticket form': form })).map(({ name }) => name);

  it('are those of SOPs that the ticket does not rule out by what is always there', () => {
    expect(fieldsFor('Returns', [late, damaged])).toEqual(['return reason']);
    expect(fieldsFor('Shipping', [late, damaged])).toEqual([]);
  });

  it('are read where a condition asks whether one is known', () => {
    const asking = parsed(damagedText.replace('return reason = "damaged"', 'return reason is known'));
    expect(fieldsFor('Shipping', [asking])).toEqual(['return reason']);
  });
});

describe('matching an SOP', () => {
  it('takes the one whose own condition is yes, with each part of it', () => {
    const result = match(shipping);
    expect(result).toMatchObject({ is: 'matched', sop: { id: 'late-parcel' } });
    expect(result.considered[0]?.reasons.map(({ text, truth }) => `${text}: ${truth.is}`)).toEqual([
      'ticket form = "Shipping": yes',
      'ticket tags contains "late_parcel": yes',
    ]);
  });

  it('says why the others do not fit', () => {
    expect(match(shipping).considered[1]).toMatchObject({ sop: { id: 'damaged-item' }, truth: { is: 'no' } });
  });

  it('reads the fields that a condition names', () => {
    expect(match({ 'ticket form': 'Returns', 'Return reason': 'damaged' })).toMatchObject({
      is: 'matched',
      sop: { id: 'damaged-item' },
    });
  });

  it('never matches on what is unknown, and names it', () => {
    const result = match({ 'ticket form': 'Returns' });
    expect(result.is).toBe('none');
    expect(result.considered[0]).toMatchObject({
      sop: { id: 'damaged-item' },
      truth: { is: 'unknown', missing: ['return reason'] },
    });
  });

  it('leaves the choice open when several fit, the closer one first', () => {
    const result = match(shipping, '', [rival, late]);
    expect(result.is).toBe('several');
    expect(result.considered.map(({ sop }) => sop.id)).toEqual(['late-parcel', 'rival']);
  });

  it('counts only live SOPs', () => {
    expect(match(shipping, '', [draft]).is).toBe('none');
  });
});

describe('mappings', () => {
  it('decide before the SOPs’ own conditions, the first that is yes', () => {
    const result = match(
      shipping,
      '# shipping\nticket form = "Returns" -> late-parcel\nticket form = "Shipping" and requester email contains "@example.com" -> damaged-item\nticket form = "Shipping" -> late-parcel',
    );
    expect(result).toMatchObject({ is: 'mapped', sop: { id: 'damaged-item' }, mapping: { line: 3 } });
    expect('reasons' in result && result.reasons.map(({ text }) => text)).toEqual([
      'ticket form = "Shipping"',
      'requester email contains "@example.com"',
    ]);
  });

  it('switch Signoff off with none', () => {
    expect(match(shipping, 'ticket tags contains "late_parcel" -> none').is).toBe('off');
  });

  it('may speak of fields, and keep the words of the line', () => {
    const result = match(
      { ...shipping, 'Return reason': 'damaged', priority: 'high' },
      'zendesk.ticket.field "Return reason" = "damaged" and zendesk.ticket.priority = "high" -> damaged-item',
    );
    expect(result).toMatchObject({ is: 'mapped', sop: { id: 'damaged-item' } });
    expect('reasons' in result && result.reasons[0]).toMatchObject({
      text: 'zendesk.ticket.field "Return reason" = "damaged"',
      facts: [{ name: 'zendesk.ticket.field "Return reason"' }],
    });
  });

  it('are passed over when they name an SOP that is not there or not live', () => {
    const result = match(
      shipping,
      'ticket form = "Shipping" -> gone\nticket form = "Shipping" -> late-parcel',
      [draft, damaged],
    );
    expect(result.is).toBe('none');
    expect(result.dead.map(({ mapping, because }) => `${mapping.line} ${because}`)).toEqual([
      '1 missing',
      '2 not-live',
    ]);
  });

  it('do not match on what is unknown', () => {
    expect(match(shipping, 'ticket brand = "Main" -> damaged-item')).toMatchObject({
      is: 'matched',
      sop: { id: 'late-parcel' },
    });
  });

  it('name their problems by line, and never stop the other lines', () => {
    const { mappings, problems } = parseMappings(
      'ticket form "x" -> a\nticket frm = "x" -> a\nticket form = "x" => a\nticket form = "x" -> A B\n\nticket form = "a -> b" -> good-one',
    );
    expect(problems.map(({ line, id }) => `${line} ${id}`)).toEqual([
      '1 syntax',
      '2 unknown-fact',
      '3 syntax',
      '4 syntax',
    ]);
    expect(mappings.map(({ target }) => target)).toEqual([{ is: 'sop', id: 'good-one' }]);
  });

  it.each(['', '\u0000', '->', '-> ->', '"', 'x'.repeat(50_000), `${'('.repeat(5000)} -> a`])(
    'never throw on %j',
    (text) => {
      expect(parseMappings(text).mappings).toEqual([]);
    },
  );
});
