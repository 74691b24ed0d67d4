import * as z from 'zod/mini';
import type { Claim } from '../../app/ports/ledger.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { LedgerUnreadable, ledgerSchema, parseStored, requireSchema } from './ledger-unreadable.ts';
import { executionResultSchema, parametersSchema } from './stored-event.ts';

const person = z.looseObject({ id: z.string(), name: z.string() });

const claimSchema: z.ZodMiniType<Claim> = z.looseObject({
  runId: z.string(),
  command: z.string(),
  key: z.string(),
  nonce: z.string(),
  approval: z.looseObject({
    runId: z.string(),
    command: z.string(),
    operation: z.string(),
    parameters: parametersSchema,
    target: z.looseObject({
      ids: z.record(z.string(), z.string()),
      name: z.string(),
      url: z.exactOptional(z.string()),
    }),
    sopHash: z.string(),
    ticketUpdatedAt: z.string(),
    digest: z.string(),
    by: person,
    at: z.string(),
  }),
});

export const claimText = (claim: Claim): string => JSON.stringify({ schema: ledgerSchema, claim });
export const resultText = (result: ExecutionResult): string =>
  JSON.stringify({ schema: ledgerSchema, result });

/** A claim out of its text; rejects what does not parse, a newer schema by name. */
export function parseClaim(command: string, text: unknown): Claim {
  const record = `the claim on ${command}`;
  const envelope = z.looseObject({ schema: z.optional(z.unknown()), claim: z.unknown() });
  return parseInside(record, envelope, text, ({ claim }) => claimSchema.safeParse(claim));
}

/** The result of a claimed execution out of its text. */
export function parseResult(command: string, text: unknown): ExecutionResult {
  const record = `the result of ${command}`;
  const envelope = z.looseObject({ schema: z.optional(z.unknown()), result: z.unknown() });
  return parseInside(record, envelope, text, ({ result }) => executionResultSchema.safeParse(result));
}

function parseInside<E extends { readonly schema?: unknown }, T>(
  record: string,
  envelope: z.ZodMiniType<E>,
  text: unknown,
  inside: (envelope: E) => { readonly success: true; readonly data: T } | { readonly success: false },
): T {
  const raw = envelope.safeParse(parseStored(record, text));
  if (!raw.success) throw new LedgerUnreadable(record, 'it has another form than expected');
  // The first version of the app wrote some without.
  requireSchema(record, raw.data.schema ?? 1);
  const parsed = inside(raw.data);
  if (!parsed.success) throw new LedgerUnreadable(record, 'its content has another form than expected');
  return parsed.data;
}
