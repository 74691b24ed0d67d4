import { failed, impossible, readWritten, unknown } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { factText } from '../look-up/fact-text.ts';
import type { EasyPostApi } from './easypost-api.ts';
import { easyPostSchemas, type Insurance } from './easypost-schemas.ts';
import { insuranceChoice, isLive } from './find-claim.ts';
import { findParcelOfAction, whyNoParcel, type Finder } from './find-parcel.ts';
import { tooManyInsurances } from './prepare-insurance.ts';
import { words } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

/** Finds the insurance of the ticket's parcel: the one that the proposal names, else the only one that counts. */
export async function prepareCancelInsurance(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const parcel = await findParcelOfAction(finder, context, undefined);
  if (parcel.is === 'failed') return { is: 'impossible', failure: parcel.failure };
  if (parcel.is === 'none') return impossible('unclear-target', whyNoParcel(parcel.because));
  const asker = { ticketId: context.ticket.id, freshness };
  const insurances = await finder.records.insurances(parcel.record, asker);
  if (insurances.is === 'failed') return { is: 'impossible', failure: insurances.failure };
  if (insurances.is === 'none') return impossible('unclear-target', tooManyInsurances);
  const named = factText(parameters['insurance']) ?? context.chosen('easypost', 'insurance');
  const fitting = insurances.record.filter((insurance) =>
    named === undefined ? isLive(insurance) : insurance.id === named,
  );
  const [insurance, ...others] = fitting;
  if (insurance === undefined) {
    return impossible(
      'unclear-target',
      named === undefined ? 'This parcel is not insured.' : `${named} is no insurance of this parcel.`,
    );
  }
  if (others.length > 0) {
    const unclear = impossible('unclear-target', `This parcel has ${fitting.length} insurances.`);
    return { ...unclear, choice: insuranceChoice(fitting, finder.dateOf) };
  }
  const refusal = refusalOf(insurance);
  return refusal === undefined ? ready(insurance) : impossible('not-allowed', refusal);
}

function refusalOf({ id, status }: Insurance): string | undefined {
  return status === 'pending' || status === 'new' || status === 'purchased'
    ? undefined
    : `The insurance ${id} is ${words(status)}: there is nothing to cancel.`;
}

function ready(insurance: Insurance): Preparation {
  const amount = moneyOfDollars(insurance.amount);
  return {
    is: 'ready',
    target: { ids: { insurance: insurance.id }, name: insurance.id },
    preview: [
      ...(amount === undefined ? [] : [{ label: 'insured_for', value: amount }]),
      { label: 'status', value: words(insurance.status) },
    ],
    atMost: {},
  };
}

/** Cancels the insurance. It is read right before; one that is cancelled already is left alone. */
export async function cancelInsurance(
  api: EasyPostApi,
  { approval }: VerifiedApproval,
): Promise<ExecutionResult> {
  const { insurance: id } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no insurance.');
  const now = await api.insurance(id, 'person');
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  const refusal = refusalOf(now.body);
  if (refusal !== undefined) return failed('stale', refusal);
  const written = readWritten(await api.refundInsurance(id), {
    schema: easyPostSchemas.insurance,
    what: 'what EasyPost did',
    by: 'unkeyed',
  });
  if (written.is !== 'written') return written;
  return written.object.id === id && !isLive(written.object)
    ? { is: 'succeeded', reference: id }
    : unknown(`EasyPost did not say that the insurance ${id} is cancelled.`);
}

/** The insurance itself shows whether it was cancelled. */
export async function reconcileCancelInsurance(
  api: EasyPostApi,
  { approval }: VerifiedApproval,
): Promise<Reconciliation> {
  const { insurance: id } = approval.target.ids;
  if (id === undefined) return { is: 'cannot-tell', how: 'The approval names no insurance.' };
  const now = await api.insurance(id, 'person');
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  const how = `EasyPost has the insurance ${id} as ${words(now.body.status)}.`;
  return isLive(now.body)
    ? { is: 'did-not-happen', how }
    : { is: 'happened', result: { is: 'succeeded', reference: id, reconciled: how }, how };
}
