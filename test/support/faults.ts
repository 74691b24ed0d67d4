import type { FakeRequest } from '../../desk/fakes/fake.ts';

/** How a system misbehaves. */
export type Fault =
  /** Nothing reaches it: a network error. */
  | { readonly is: 'down' }
  /** It answers, later. */
  | { readonly is: 'slow'; readonly milliseconds: number }
  /** It refuses before doing anything: 429, 500, 503 … */
  | {
      readonly is: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** It does what it is asked, and the answer is lost on the way. */
  | { readonly is: 'lost-answer' }
  /** It does what it is asked, and never answers. */
  | { readonly is: 'silent' }
  /** It does what it is asked, and answers 200 with a page instead of JSON. */
  | { readonly is: 'garbage' }
  /** It does what it is asked, and the answer breaks off in the middle. */
  | { readonly is: 'truncated' };

type FaultPlan = {
  readonly fault: Fault;
  /** How often it happens; for ever when absent. */
  readonly times?: number;
  /** Which requests it meets; all of the system's when absent. */
  readonly when?: (request: FakeRequest) => boolean;
};

export type Faults = {
  /** Adds a fault for a system. */
  inject(system: string, plan: FaultPlan): void;
  /** All is well again, for one system or for all. */
  clear(system?: string): void;
  /** The fault that meets this request now; counts it. */
  next(system: string, request: FakeRequest): Fault | undefined;
};

/** Faults by system, as a test or the desk switches them on. */
export function createFaults(): Faults {
  let plans: { readonly system: string; readonly plan: FaultPlan; left: number }[] = [];
  return {
    inject: (system, plan) => plans.push({ system, plan, left: plan.times ?? Number.POSITIVE_INFINITY }),
    clear: (system) => {
      plans = system === undefined ? [] : plans.filter((entry) => entry.system !== system);
    },
    next: (system, request) => {
      const met = plans.find(
        (entry) =>
          entry.system === system &&
          entry.left > 0 &&
          (entry.plan.when === undefined || entry.plan.when(request)),
      );
      if (met) met.left -= 1;
      return met?.plan.fault;
    },
  };
}
