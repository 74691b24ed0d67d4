import type { ProposalView } from '../../../app/proposal-view.ts';
import type { RunView } from '../../../app/run-view.ts';
import { canonicalJson } from '../../../domain/decisions/canonical-json.ts';
import type { PreviewLine } from '../../../domain/decisions/proposal.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { Words } from '../../i18n/words.ts';
import { looseText } from '../../values/loose-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { parameterText } from '../../values/value-text.ts';
import { parameterLabel } from './parameter-label.ts';
import { previewLabel } from './preview-label.ts';
import { proposalTitle } from './proposal-title.ts';

/** A line of a proposal: short ones stand beside their name, long ones below it. */
export type ProposalLine = { readonly name: string; readonly text: string; readonly isLong: boolean };

/** Everything that would be sent or changed and does not stand in the title, each thing once: nothing is approved unseen. */
export function proposalLines(
  proposal: ProposalView,
  { parameters, ticket, words }: LinesOptions,
): readonly ProposalLine[] {
  const { shown } = proposalTitle(proposal, parameters, words);
  return [
    ...parameterLines(proposal, parameters, shown, words),
    ...previewLines(proposal, parameters, shown, words),
    ...targetLine(proposal, { shown, ticket, words }),
  ];
}

type LinesOptions = {
  /** The values that count now. */
  readonly parameters: Parameters;
  /** The ticket that is open: that something happens there is no news. */
  readonly ticket: RunView['ticket'];
  readonly words: Words;
};

function parameterLines(
  proposal: ProposalView,
  parameters: Parameters,
  shown: readonly string[],
  words: Words,
): readonly ProposalLine[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const says = value !== null && value !== '' && value !== name && !isOpenTicket(name, value);
    if (!says || shown.includes(name) || isTarget(value, proposal, shown)) return [];
    const field = proposal.fields.find((declared) => declared.name === name);
    const text = parameterText(value, field?.type, words);
    return [
      { name: parameterLabel(name, words, field?.label), text, isLong: field?.long === true || isLong(text) },
    ];
  });
}

/** The title names it already: a parcel whose number is its name. */
function isTarget(
  value: FactJson,
  { preparation }: Pick<ProposalView, 'preparation'>,
  shown: readonly string[],
): boolean {
  return preparation.is === 'ready' && shown.includes('target') && preparation.target.name === value;
}

/** What the system says besides the parameters. It speaks of the proposed values, so an edit leaves of a change only what is before it. */
function previewLines(
  { preparation, proposed }: ProposalView,
  parameters: Parameters,
  shown: readonly string[],
  words: Words,
): readonly ProposalLine[] {
  if (preparation.is !== 'ready') return [];
  const said = [...Object.values(proposed), ...Object.values(parameters)].map(sameText);
  const isEdited = canonicalJson(parameters) !== canonicalJson(proposed);
  const isNew = ({ label, value, before }: PreviewLine) =>
    before !== undefined || !(shown.includes(label) || said.includes(sameText(value)));
  return preparation.preview.filter(isNew).map((line) => {
    const text = changeText(line, isEdited, words);
    return { name: previewLabel(line.label, words), text, isLong: isLong(text) };
  });
}

/** A record of the open ticket's own: the ticket itself. */
function isOpenTicket(name: string, value: FactJson): boolean {
  return name === 'record' && value === 'ticket';
}

/** What differs in capitals or blanks only was said already. */
function sameText(json: FactJson): string {
  return canonicalJson(json).trim().toLowerCase();
}

function changeText({ value, before }: PreviewLine, isEdited: boolean, words: Words): string {
  if (before === undefined) return looseText(value, words);
  if (isEdited) return emptyText(before, words);
  return words.t('proposal.change', { before: emptyText(before, words), after: emptyText(value, words) });
}

function emptyText(json: FactJson, words: Words): string {
  return json === '' || json === null ? words.t('value.empty') : looseText(json, words);
}

/** What would be changed, where neither the title nor a link says it. */
function targetLine(
  { preparation, operation }: ProposalView,
  { shown, ticket, words }: Omit<LinesOptions, 'parameters'> & { readonly shown: readonly string[] },
): readonly ProposalLine[] {
  if (preparation.is !== 'ready') return [];
  const { name, url } = preparation.target;
  const isLinked = url !== undefined && url !== ticket.url;
  if (name === '' || name === `#${ticket.id}` || isLinked || shown.includes('target')) return [];
  const label = words.look(`target.${operation}`)?.({}) ?? words.t('proposal.target');
  return [{ name: label, text: revealHidden(name), isLong: false }];
}

function isLong(text: string): boolean {
  return text.length > 80 || text.includes('\n');
}
