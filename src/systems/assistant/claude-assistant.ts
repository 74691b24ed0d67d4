import type { Assistant, ExtractAnswer, ExtractRequest } from '../../app/ports/assistant.ts';
import type { Message } from '../../app/ports/ticket-desk.ts';
import type { Transport } from '../transport/transport.ts';
import { checkClaim, isSaid } from './check-claim.ts';
import { readExtraction, type Claim } from './extraction-answer.ts';
import { extractionRequest } from './extraction-request.ts';
import { defaultModel } from './model-parameters.ts';
import { factIds, type AskedFact } from './fact-ids.ts';

/**
 * Claude behind the port: one short question for each extraction. What it claims is checked in code against the customer's words, and
 * whatever does not hold is unknown. The transport's deadline is the only one. Never throws.
 */
export function createClaudeAssistant({
  transport,
  model,
  isOn,
}: {
  readonly transport: Transport;
  /** Name of a Claude model; empty for the default. */
  readonly model: string;
  readonly isOn: boolean;
}): Assistant {
  return {
    isOn,
    extract: async ({ facts, messages }: ExtractRequest): Promise<ExtractAnswer> => {
      if (!isOn) return { is: 'off' };
      const ids = factIds(facts);
      const fromCustomer = messages.filter(({ from }) => from === 'customer');
      if (ids.size === 0 || fromCustomer.length === 0) return readFacts(ids, [], fromCustomer);
      const reading = readExtraction(
        await transport.send(extractionRequest(model.trim() || defaultModel, ids, fromCustomer)),
      );
      return reading.is === 'failed' ? reading : readFacts(ids, reading.claims, fromCustomer);
    },
  };
}

/** Every fact that was asked for, `null` where the message does not say it. What was not asked for is dropped. */
function readFacts(
  ids: ReadonlyMap<string, AskedFact>,
  claims: readonly Claim[],
  messages: readonly Message[],
): ExtractAnswer {
  const facts = [...ids].map(([id, asked]) => {
    const own = claims.filter(({ fact }) => fact.toLowerCase() === id);
    return checkFact(asked, own, messages);
  });
  return { is: 'read', facts };
}

/** Two claims that differ cancel each other out: nobody can tell which one the customer means. */
function checkFact({ name, type }: AskedFact, claims: readonly Claim[], messages: readonly Message[]) {
  const checked = claims
    .map((claim) => ({ name, value: checkClaim(claim, type, messages), quote: claim.quote.trim() }))
    .filter(({ value }) => value !== null);
  const [first, ...others] = checked;
  const isCertain = others.every(({ value }) => JSON.stringify(value) === JSON.stringify(first?.value));
  return first === undefined || !isCertain || !isSaid(first.quote, messages) ? { name, value: null } : first;
}
