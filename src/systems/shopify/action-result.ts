import type { Reconciliation } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';

export type Succeeded = Extract<ExecutionResult, { is: 'succeeded' }>;
export type Impossible = Extract<Preparation, { is: 'impossible' }>;

/** What came of an execution, as the answer to how it was found out. */
export function reconciliationOf(result: ExecutionResult, how: string): Reconciliation {
  switch (result.is) {
    case 'succeeded':
      return { is: 'happened', result: { ...result, reconciled: how }, how };
    case 'failed':
      return { is: 'did-not-happen', how: result.failure.reason };
    case 'unknown':
      return { is: 'cannot-tell', how: result.failure.reason };
  }
}
