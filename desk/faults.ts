import * as z from 'zod/mini';
import type { FakeRequest } from './fakes/fake.ts';
import type { Outcome } from './proxy/proxy-answer.ts';
import { refusalOfSystem } from './refusal-of-system.ts';

/**
 * How a system can be told to fail.
 *
 * Nothing is done by `down` (503), `limited` (429), `error` (500), `status` (any 4xx, in the form of the system's own errors), `garbage` (200 with a page of
 * HTML) and `timeout` (no answer, ever).
 *
 * What was asked is done by `slow` (answers late), `lost` (the connection breaks, or with `silent` no answer ever), `error-after` (500),
 * `garbage-after` (a page of HTML) and `truncated` (the answer breaks off in the middle).
 */
const FAULT_KINDS = [
  'slow',
  'down',
  'timeout',
  'limited',
  'error',
  'error-after',
  'status',
  'lost',
  'garbage',
  'garbage-after',
  'truncated',
] as const;

export const FaultSchema = z.object({
  /** `stripe`, `shopify`, `easypost`, `zendesk`, `assistant` … */
  system: z.string(),
  kind: z.enum(FAULT_KINDS),
  /** For `slow`; default 2000. */
  milliseconds: z.optional(z.number()),
  /** For `limited`, in seconds or as an HTTP date; default 1. Null: the answer says nothing of when to come again. */
  retryAfter: z.optional(z.nullable(z.union([z.number(), z.string()]))),
  /** For `status`, 400 to 499; default 422. */
  status: z.optional(z.number().check(z.gte(400), z.lte(499))),
  /** For `status`: what is answered, where the system's own form of an error will not do. */
  body: z.optional(z.string()),
  /** For `lost`: nothing ever comes back, as in a time-out, where otherwise the connection breaks. */
  silent: z.optional(z.boolean()),
  /** Only requests whose URL or body contain this text. */
  match: z.optional(z.string()),
  /** `read`: GET, and queries of GraphQL. `write`: everything else. */
  only: z.optional(z.enum(['read', 'write'])),
  /** So often, then the fault is over. */
  times: z.optional(z.number()),
});

export type Fault = z.infer<typeof FaultSchema>;

export type Faults = {
  list(): readonly Fault[];
  /** Replaces all faults. */
  set(faults: readonly Fault[]): void;
  /** Lets the fault that meets a request, if any, have its way; `reach` is the system itself. */
  meet(system: string, request: FakeRequest, reach: () => Promise<Outcome>): Promise<Outcome>;
};

/**
 * Keeps the faults that are switched on. The first one that fits a request counts.
 * @param wait how time goes by for `slow`; a test moves its own clock
 */
export function createFaults(initial: readonly Fault[], wait: Wait = pause): Faults {
  let faults: { readonly fault: Fault; left: number }[] = counted(initial);
  return {
    list: () => faults.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left })),
    set(next) {
      faults = counted(next);
    },
    meet(system, request, reach) {
      const hit = faults.find(({ fault }) => fits(fault, system, request));
      if (hit === undefined) return reach();
      hit.left -= 1;
      if (hit.left <= 0) faults = faults.filter((other) => other !== hit);
      return failing(hit.fault, { reach, wait });
    },
  };
}

const counted = (faults: readonly Fault[]): { fault: Fault; left: number }[] =>
  faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));

function fits(fault: Fault, system: string, request: FakeRequest): boolean {
  if (fault.system !== system) return false;
  if (fault.only !== undefined && fault.only !== (isRead(request) ? 'read' : 'write')) return false;
  return fault.match === undefined || `${request.url.href}\n${request.body ?? ''}`.includes(fault.match);
}

/** A query of GraphQL reads, though it is a POST. Its document is JSON text, in which a line break is `\\n`. */
function isRead({ method, body = '' }: FakeRequest): boolean {
  if (method === 'GET') return true;
  const document = /"query":\s*"(?:\s|\\n|\\r|\\t)*(\w*)/.exec(body);
  return document !== null && document[1] !== 'mutation';
}

type Wait = (milliseconds: number) => Promise<void>;

type Met = {
  readonly reach: () => Promise<Outcome>;
  readonly wait: Wait;
};

async function failing(fault: Fault, { reach, wait }: Met): Promise<Outcome> {
  switch (fault.kind) {
    case 'slow':
      await wait(fault.milliseconds ?? 2000);
      return reach();
    case 'down':
      return text(503, 'Service Unavailable');
    case 'timeout':
      return neverAnswers();
    case 'limited':
      return { ...text(429, 'Too Many Requests'), headers: retryAfterOf(fault) };
    case 'error':
      return text(500, 'Internal Server Error');
    case 'error-after':
      await reach();
      return text(500, 'Internal Server Error');
    case 'status':
      return refused(fault);
    case 'lost':
      await reach();
      return fault.silent === true ? neverAnswers() : 'no-answer';
    case 'garbage':
      return page;
    case 'garbage-after':
      await reach();
      return page;
    case 'truncated':
      return brokenOff(await reach());
  }
}

/** Whoever asked waits until its own patience is over. */
const neverAnswers = () => new Promise<never>(() => undefined);

const retryAfterOf = ({ retryAfter = 1 }: Fault): Readonly<Record<string, string>> =>
  retryAfter === null ? {} : { 'retry-after': String(retryAfter) };

function refused({ system, status = 422, body }: Fault): Outcome {
  const refusal = refusalOfSystem(system, status);
  return body === undefined ? refusal : { ...refusal, body };
}

function brokenOff(outcome: Outcome): Outcome {
  if (outcome === 'no-answer') return outcome;
  return { ...outcome, body: outcome.body.slice(0, Math.floor(outcome.body.length / 2)) };
}

const text = (status: number, body: string): Extract<Outcome, object> => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

const page: Outcome = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>',
};

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
