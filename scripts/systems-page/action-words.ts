import type { ActionKind, ParameterKind } from '../../src/domain/decisions/action-kind.ts';

/** What the codes of an action's declaration mean, for people who write SOPs. A new code needs its words here. */
export const onceByWords = {
  'provider-key': 'the system keeps our key and answers a second request with its first result',
  'safe-update': 'Zendesk refuses the change where the ticket has changed in between',
  'same-value': 'done twice it leaves the same values',
  nothing: 'nothing of the system’s own, so it is sent once and never again by itself',
} as const satisfies Record<ActionKind['onceBy'], string>;

export const confirmedByWords = {
  answer: 'the answer is the changed record itself',
  'read-back': 'the record is read once more',
  composer: 'the text stands in the composer, for a person to send',
} as const satisfies Record<ActionKind['confirmedBy'], string>;

export const reconciledByWords = {
  key: 'the record that was made carries our key',
  audit: 'the ticket’s own audit carries our key',
  state: 'the record shows by itself whether it happened',
  person: 'the system cannot tell, so a person looks',
} as const satisfies Record<ActionKind['reconciledBy'], string>;

export const limitWords = {
  positive: 'more than zero',
  'at-most-proposed': 'an edit may lower it, never raise it',
} as const satisfies Record<ParameterKind['limits'][number], string>;
