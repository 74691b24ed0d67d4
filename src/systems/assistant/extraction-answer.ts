import * as z from 'zod/mini';
import type { SystemAnswer } from '../transport/transport.ts';

/** What the model claims: data to be checked, never a fact yet. */
export type Claim = { readonly fact: string; readonly value: string; readonly quote: string };

export type ExtractionReading =
  | { readonly is: 'claims'; readonly claims: readonly Claim[] }
  | { readonly is: 'failed'; readonly reason: string };

/** More than any SOP declares; an answer beyond it is no answer to what was asked. */
const mostClaims = 200;

const messageSchema = z.object({
  type: z.literal('message'),
  content: z.array(z.object({ type: z.string(), text: z.optional(z.unknown()) })),
  stop_reason: z.string(),
  usage: z.object({}),
});
const claimsSchema = z.object({
  facts: z
    .array(z.object({ fact: z.string(), value: z.string(), quote: z.string() }))
    .check(z.maxLength(mostClaims)),
});

/** Reads an answer of the Messages API by its stop reason. HTTP 200 alone says nothing: a proxy's error page has it too. */
export function readExtraction(answer: SystemAnswer): ExtractionReading {
  switch (answer.is) {
    case 'answered':
      return readMessage(answer.body);
    case 'refused':
      return failed(refusalWords(answer.status, answer.failure.reason));
    case 'unavailable':
    case 'unknown':
      return failed(answer.failure.reason);
  }
}

function readMessage(body: unknown): ExtractionReading {
  const message = messageSchema.safeParse(body);
  if (!message.success)
    return failed('Zendesk could not reach Claude: what came back is not an answer of Claude.');
  switch (message.data.stop_reason) {
    case 'end_turn':
      return readClaims(message.data.content);
    case 'refusal':
      return failed('The assistant declined this ticket.');
    case 'max_tokens':
      return failed('The answer of the assistant was cut off.');
    case 'model_context_window_exceeded':
      return failed('The conversation is too long for the assistant.');
    default:
      return failed('The answer of the assistant could not be read.');
  }
}

/** Blocks are chosen by type: one with the model's thinking may come first. */
function readClaims(
  content: readonly { readonly type: string; readonly text?: unknown }[],
): ExtractionReading {
  const text = content
    .filter(({ type }) => type === 'text')
    .map((block) => (typeof block.text === 'string' ? block.text : ''))
    .join('');
  const claims = claimsSchema.safeParse(parseJson(text));
  return claims.success
    ? { is: 'claims', claims: claims.data.facts }
    : failed('The answer of the assistant could not be read.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Source: https://platform.claude.com/docs/en/api/errors */
function refusalWords(status: number, reason: string): string {
  switch (status) {
    case 402:
      return "The assistant's budget is used up.";
    case 403:
    case 404:
      return "The assistant's model is not available. Your admin can choose another one in the app settings.";
    case 413:
      return 'The conversation is too long for the assistant.';
    default:
      return reason;
  }
}

const failed = (reason: string): ExtractionReading => ({ is: 'failed', reason });
