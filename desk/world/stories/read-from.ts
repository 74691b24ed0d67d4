import type { AssistantAnswerSeed } from '../../fakes/assistant/seed.ts';

type Readings = {
  /** Facts of which the words say that they are not so. */
  readonly no: readonly string[];
  readonly others?: AssistantAnswerSeed['facts'];
};

/** What the stand-in for the assistant says of the one message that contains these words; they are the quote of every no. */
export function readFrom(words: string, { no, others = {} }: Readings): AssistantAnswerSeed {
  const noes = no.map((name) => [name, { value: 'no', quote: words }] as const);
  return { whenMessageContains: words, facts: { ...Object.fromEntries(noes), ...others } };
}
