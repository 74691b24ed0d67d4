import * as z from 'zod/mini';
import type { FakeRequest } from './fakes/fake.ts';
import type { Outcome } from './proxy/proxy-answer.ts';

/**
 * How a system can be told to fail.
 *
 * `slow`: answers late. `down`: 503, nothing is done. `limited`: 429 with `Retry-After`, nothing is done. `error`: 500, nothing is done.
 * `lost`: does what was asked, and the answer never arrives. `garbage`: 200 with a page of HTML, nothing is done.
 */
const FAULT_KINDS = ['slow', 'down', 'limited', 'error', 'lost', 'garbage'] as const;

export const FaultSchema = z.object({
  /** `stripe`, `shopify`, `easypost`, `zendesk`, `assistant` … */
  system: z.string(),
  kind: z.enum(FAULT_KINDS),
  /** For `slow`; default 2000. */
  milliseconds: z.optional(z.number()),
  /** For `limited`, in seconds; default 1. */
  retryAfter: z.optional(z.number()),
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

/** Keeps the faults that are switched on. The first one that fits a request counts. */
export function createFaults(initial: readonly Fault[]): Faults {
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
      return failing(hit.fault, reach);
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

async function failing(fault: Fault, reach: () => Promise<Outcome>): Promise<Outcome> {
  switch (fault.kind) {
    case 'slow':
      await pause(fault.milliseconds ?? 2000);
      return reach();
    case 'down':
      return text(503, 'Service Unavailable');
    case 'limited':
      return { ...text(429, 'Too Many Requests'), headers: { 'retry-after': String(fault.retryAfter ?? 1) } };
    case 'error':
      return text(500, 'Internal Server Error');
    case 'lost':
      await reach();
      return 'no-answer';
    case 'garbage':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: GARBAGE };
  }
}

const text = (status: number, body: string): Extract<Outcome, object> => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

const GARBAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>';

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
