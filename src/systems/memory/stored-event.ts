import * as z from 'zod/mini';
import { eventVersion, type RunEvent } from '../../domain/run/events.ts';

/**
 * The form of stored events, version 1. Properties that it does not name are kept: a newer app of the same version may have written
 * them, and nothing of a log is ever dropped.
 */
const text = z.string();
const person = z.looseObject({ id: text, name: text });
const optionalText = z.exactOptional(text);
const item = z.union([
  text,
  z.number(),
  z.boolean(),
  z.null(),
  z.looseObject({ money: text }),
  z.looseObject({ date: text }),
  z.looseObject({ number: text }),
  z.looseObject({ duration: text }),
]);
const factJsonSchema = z.union([text, z.number(), z.boolean(), z.null(), z.array(item)]);
export const parametersSchema = z.record(text, factJsonSchema);

const failureSchema = z.looseObject({
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
    'interrupted',
    'misconfigured',
  ]),
  reason: text,
  status: z.exactOptional(z.number()),
  requestId: optionalText,
  until: optionalText,
});

export const executionResultSchema = z.discriminatedUnion('is', [
  z.looseObject({
    is: z.literal('succeeded'),
    reference: optionalText,
    url: optionalText,
    pending: z.exactOptional(z.boolean()),
    reconciled: optionalText,
    remark: optionalText,
    undo: z.exactOptional(z.looseObject({ operation: text, parameters: parametersSchema })),
  }),
  z.looseObject({ is: z.literal('failed'), failure: failureSchema }),
  z.looseObject({ is: z.literal('unknown'), failure: failureSchema }),
]);

export const sopReferenceSchema = z.looseObject({ id: text, version: z.number(), hash: text });

const reading = z.discriminatedUnion('is', [
  z.looseObject({ is: z.literal('value'), value: factJsonSchema }),
  z.looseObject({ is: z.literal('empty') }),
  z.looseObject({
    is: z.literal('none'),
    because: z.enum(['not-found', 'several', 'no-such-field', 'not-offered', 'key-missing']),
  }),
]);

const readSource = z.discriminatedUnion('from', [
  z.looseObject({ from: z.literal('system'), system: text, record: text, field: text, url: optionalText }),
  z.looseObject({ from: z.literal('person'), person }),
]);

const outcome = z.discriminatedUnion('is', [
  z.looseObject({ is: z.literal('closed'), as: text }),
  // What is undefined in memory is absent in JSON.
  z.pipe(
    z.looseObject({ is: z.literal('escalated'), to: text, because: optionalText }),
    z.transform((value) => ({ ...value, because: value.because })),
  ),
  z.pipe(
    z.looseObject({
      is: z.literal('stopped'),
      by: z.union([person, z.literal('sop')]),
      reason: optionalText,
    }),
    z.transform((value) => ({ ...value, reason: value.reason })),
  ),
  z.looseObject({ is: z.literal('failed'), failure: failureSchema }),
  z.looseObject({ is: z.literal('cancelled'), reason: text }),
]);

const stamp = { v: z.literal(eventVersion), at: text };
const answer = { ...stamp, command: text };
const yesOrNo = z.enum(['yes', 'no']);

export const runEventSchema: z.ZodMiniType<RunEvent> = z.discriminatedUnion('type', [
  z.looseObject({
    ...stamp,
    type: z.literal('run-started'),
    sop: sopReferenceSchema,
    today: text,
    by: person,
  }),
  z.looseObject({
    ...answer,
    type: z.literal('fact-read'),
    fact: text,
    reading,
    source: readSource,
    observedAt: text,
    onlyForFilling: z.exactOptional(z.boolean()),
  }),
  z.looseObject({
    ...answer,
    type: z.literal('fact-failed'),
    fact: text,
    system: text,
    failure: failureSchema,
  }),
  z.looseObject({
    ...answer,
    type: z.literal('fact-extracted'),
    fact: text,
    value: factJsonSchema,
    quote: optionalText,
    by: z.union([z.enum(['assistant', 'nobody']), person]),
  }),
  z.looseObject({ ...answer, type: z.literal('question-answered'), answer: yesOrNo, by: person }),
  z.looseObject({
    ...answer,
    type: z.literal('gate-answered'),
    answer: z.enum(['yes', 'no', 'again']),
    by: person,
    reason: optionalText,
    question: optionalText,
    role: optionalText,
  }),
  z.looseObject({
    ...answer,
    type: z.literal('judgement-answered'),
    answer: yesOrNo,
    by: person,
    reason: optionalText,
    question: optionalText,
    role: optionalText,
  }),
  z.discriminatedUnion('decision', [
    z.looseObject({
      ...answer,
      type: z.literal('proposal-decided'),
      by: person,
      decision: z.literal('approved'),
      parameters: parametersSchema,
      edited: z.boolean(),
      digest: text,
    }),
    z.looseObject({
      ...answer,
      type: z.literal('proposal-decided'),
      by: person,
      decision: z.literal('rejected'),
      reason: text,
    }),
  ]),
  z.looseObject({
    ...answer,
    type: z.literal('deviation-chosen'),
    choice: z.enum(['go-on', 'stop']),
    by: person,
  }),
  z.looseObject({ ...answer, type: z.literal('execution-intended'), key: text, by: person }),
  z.looseObject({ ...answer, type: z.literal('execution-ended'), result: executionResultSchema }),
  z.looseObject({ ...answer, type: z.literal('customer-answered'), comment: optionalText }),
  z.looseObject({ ...answer, type: z.literal('manual-step-done'), by: person, note: optionalText }),
  z.looseObject({ ...answer, type: z.literal('section-written') }),
  z.looseObject({ ...answer, type: z.literal('held'), until: optionalText }),
  z.looseObject({ ...answer, type: z.literal('hold-ended') }),
  z.looseObject({
    ...answer,
    type: z.literal('record-chosen'),
    system: text,
    record: text,
    id: z.nullable(text),
    name: text,
    by: person,
  }),
  z.looseObject({
    ...answer,
    type: z.literal('proposal-added'),
    about: text,
    because: z.enum(['undo', 'ask-colleague']),
    action: z.looseObject({ operation: text, parameters: parametersSchema }),
    by: person,
  }),
  z.looseObject({ ...stamp, type: z.literal('run-ended'), outcome, by: z.exactOptional(person) }),
]);
