/**
 * What a world puts into the stand-in for Claude. It reads nothing and understands nothing: its answers are canned, and the desk
 * says so. An answer belongs to the tickets whose customer messages contain its words.
 */
export type AssistantSeed = {
  /** The key that requests must carry. */
  readonly key: string;
  readonly answers: readonly AssistantAnswerSeed[];
};

export type AssistantAnswerSeed = {
  /** Words of a customer's message of the ticket; the first answer whose words are there is given. */
  readonly whenMessageContains: string;
  /** By fact name as the SOP declares it. A fact that is asked for and not here is left out: the message does not say it. */
  readonly facts: Readonly<Record<string, AssistantFactSeed>>;
  /** Instead of facts: how the answer ends. */
  readonly ends?: 'refusal' | 'max_tokens';
};

type AssistantFactSeed = {
  /** As text: `yes`, `broken`, `USD 20`, `2026-11-20`, `2`. */
  readonly value: string;
  /** The customer's words that say so; checked by the app against the message. */
  readonly quote: string;
};
