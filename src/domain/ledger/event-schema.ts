import * as z from 'zod/mini';
import type { FactJson } from '../facts/fact-json.ts';
import type { Parameters } from '../run/commands.ts';
import { eventVersion } from '../run/events.ts';
import type {
  ExecutionResult,
  Failure,
  Person,
  ReadSource,
  Reading,
  RunEvent,
  SopReference,
} from '../run/events.ts';
import type { Outcome } from '../run/outcome.ts';

// What is stored may have been changed by hand, so a log is checked part by part when it is read back.

const factItem = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ money: z.string() }),
  z.strictObject({ date: z.string() }),
  z.strictObject({ number: z.string() }),
  z.strictObject({ duration: z.string() }),
]);

export const factJsonSchema: z.ZodMiniType<FactJson> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(factItem),
]);
export const parametersSchema: z.ZodMiniType<Parameters> = z.record(z.string(), factJsonSchema);
export const personSchema: z.ZodMiniType<Person> = z.object({ id: z.string(), name: z.string() });
export const sopReferenceSchema: z.ZodMiniType<SopReference> = z.object({
  id: z.string(),
  version: z.number(),
  hash: z.string(),
});
/** An ISO 8601 instant in UTC. */
export const instantSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/));

const optional = z.exactOptional;

const failure: z.ZodMiniType<Failure> = z.object({
  code: z.enum([
    'unavailable',
    'refused',
    'not-connected',
    'unreadable',
    'stale',
    'not-allowed',
    'unknown-team',
    'unclear-target',
    'unknown-outcome',
  ]),
  reason: z.string(),
  status: optional(z.number()),
  requestId: optional(z.string()),
});

const reading: z.ZodMiniType<Reading> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('value'), value: factJsonSchema }),
  z.object({ is: z.literal('empty') }),
  z.object({
    is: z.literal('none'),
    because: z.enum(['not-found', 'several', 'no-such-field', 'not-offered', 'key-missing']),
  }),
]);

const readSource: z.ZodMiniType<ReadSource> = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('system'),
    system: z.string(),
    record: z.string(),
    field: z.string(),
    url: optional(z.string()),
  }),
  z.object({ from: z.literal('person'), person: personSchema }),
]);

export const executionResultSchema: z.ZodMiniType<ExecutionResult> = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('succeeded'),
    reference: optional(z.string()),
    url: optional(z.string()),
    pending: optional(z.boolean()),
    reconciled: optional(z.string()),
  }),
  z.object({ is: z.literal('failed'), failure }),
  z.object({ is: z.literal('unknown'), failure }),
]);

const outcome: z.ZodMiniType<Outcome> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('closed'), as: z.string() }),
  // `because: undefined` leaves no trace in JSON.
  z.pipe(
    z.object({ is: z.literal('escalated'), to: z.string(), because: z.optional(z.string()) }),
    z.transform(({ is, to, because }) => ({ is, to, because })),
  ),
  z.pipe(
    z.object({
      is: z.literal('stopped'),
      by: z.union([z.literal('sop'), personSchema]),
      reason: z.optional(z.string()),
    }),
    z.transform(({ is, by, reason }) => ({ is, by, reason })),
  ),
  z.object({ is: z.literal('failed'), failure }),
  z.object({ is: z.literal('cancelled'), reason: z.string() }),
]);

const command = z.string();
const by = personSchema;
const yesOrNo = z.enum(['yes', 'no']);
const reason = optional(z.string());
const event = { v: z.literal(eventVersion), at: instantSchema };

/** One event of a run, version 1. */
export const runEventSchema: z.ZodMiniType<RunEvent> = z.union([
  z.object({
    ...event,
    type: z.literal('run-started'),
    sop: sopReferenceSchema,
    today: z.string(),
    locale: optional(z.string()),
    by,
  }),
  z.object({
    ...event,
    type: z.literal('fact-read'),
    command,
    fact: z.string(),
    reading,
    source: readSource,
    observedAt: instantSchema,
    onlyForFilling: optional(z.boolean()),
  }),
  z.object({
    ...event,
    type: z.literal('fact-failed'),
    command,
    fact: z.string(),
    system: z.string(),
    failure,
  }),
  z.object({
    ...event,
    type: z.literal('fact-extracted'),
    command,
    fact: z.string(),
    value: factJsonSchema,
    quote: optional(z.string()),
    by: z.union([z.literal('assistant'), z.literal('nobody'), personSchema]),
  }),
  z.object({ ...event, type: z.literal('question-answered'), command, answer: yesOrNo, by }),
  z.object({
    ...event,
    type: z.literal('gate-answered'),
    command,
    answer: z.enum(['yes', 'no', 'again']),
    by,
    reason,
  }),
  z.object({ ...event, type: z.literal('judgement-answered'), command, answer: yesOrNo, by, reason }),
  z.object({
    ...event,
    type: z.literal('proposal-decided'),
    command,
    by,
    decision: z.literal('approved'),
    parameters: parametersSchema,
    edited: z.boolean(),
    digest: z.string(),
  }),
  z.object({
    ...event,
    type: z.literal('proposal-decided'),
    command,
    by,
    decision: z.literal('rejected'),
    reason: z.string(),
  }),
  z.object({ ...event, type: z.literal('deviation-chosen'), command, choice: z.enum(['go-on', 'stop']), by }),
  z.object({ ...event, type: z.literal('execution-intended'), command, key: z.string(), by }),
  z.object({ ...event, type: z.literal('execution-ended'), command, result: executionResultSchema }),
  z.object({ ...event, type: z.literal('customer-answered'), command, comment: optional(z.string()) }),
  z.object({ ...event, type: z.literal('manual-step-done'), command, by, note: optional(z.string()) }),
  z.object({ ...event, type: z.literal('section-written'), command }),
  z.object({ ...event, type: z.literal('held'), command, until: optional(instantSchema) }),
  z.object({ ...event, type: z.literal('hold-ended'), command }),
  z.object({ ...event, type: z.literal('run-ended'), outcome, by: optional(personSchema) }),
]);
