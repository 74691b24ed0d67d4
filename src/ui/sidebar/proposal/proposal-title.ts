import type { ProposalView } from '../../../app/proposal-view.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { parameterText } from '../../values/value-text.ts';

type Titled = Pick<
  ProposalView,
  'operation' | 'title' | 'action' | 'reply' | 'fields' | 'preparation' | 'added'
>;

export type ProposalTitle = {
  readonly text: string;
  /** What the title already shows: names of parameters, and `target`. */
  readonly shown: readonly string[];
};

/**
 * What a proposal would do, in one line: `Refund $142.10 to Visa ··4242`. Each operation has its own words in the translations,
 * fullest form first; one that has none is called as its description or the SOP calls it. No operation is known by name here.
 */
export function proposalTitle(proposal: Titled, parameters: Parameters, words: Words): ProposalTitle {
  const values = titleValues(proposal, parameters, words);
  for (const form of ['full', 'short', 'cleared', 'bare']) {
    const text = words.look(`action.${proposal.operation}.${form}`)?.(values);
    if (text !== undefined)
      return {
        text: asAdded(proposal, text, words),
        shown: shownIn(proposal.operation, form, parameters, words),
      };
  }
  const shown = values['target'] === undefined ? [] : ['target'];
  return { text: asAdded(proposal, plainTitle(proposal, values, words), words), shown };
}

/** What takes something back says so first: by itself it would read like a step of the SOP. */
function asAdded({ added }: Titled, title: string, words: Words): string {
  return added?.because === 'undo' ? words.t('undo.title', { title }) : title;
}

function plainTitle(
  { title, action, operation }: Titled,
  values: Readonly<Record<string, string>>,
  words: Words,
): string {
  const name = revealHidden(title ?? action ?? operation);
  const target = values['target'];
  return target === undefined ? name : words.t('action.with-target', { name, target });
}

function titleValues(
  { action, reply, fields, preparation }: Titled,
  parameters: Parameters,
  words: Words,
): Readonly<Record<string, string>> {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, Exclude<FactJson, null>] => entry[1] !== null && entry[1] !== '',
  );
  const typeOf = (name: string) => fields.find((field) => field.name === name)?.type;
  return {
    ...Object.fromEntries(given.map(([name, value]) => [name, parameterText(value, typeOf(name), words)])),
    ...(preparation.is === 'ready' && { target: revealHidden(preparation.target.name) }),
    ...(reply !== undefined && { reply: revealHidden(reply) }),
    ...(action !== undefined && { action: revealHidden(action) }),
  };
}

/** Which parameters a form of words names: those without which it cannot be filled in. */
function shownIn(operation: string, form: string, parameters: Parameters, words: Words): readonly string[] {
  const fill = words.look(`action.${operation}.${form}`);
  const all = {
    target: '',
    reply: '',
    action: '',
    ...Object.fromEntries(Object.keys(parameters).map((name) => [name, ''])),
  };
  return Object.keys(all).filter((name) => fill?.(without(all, name)) === undefined);
}

function without(values: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}
