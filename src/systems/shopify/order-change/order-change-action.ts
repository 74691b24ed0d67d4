import { failed, unknown } from '../../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../../domain/run/commands.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { requesterEmail } from '../../look-up/fact-text.ts';
import type { ActionImplementation } from '../../system.ts';
import { reconciliationOf, type Succeeded } from '../action-result.ts';
import { findOrder } from '../find-order.ts';
import { ownerLines } from '../order-owner.ts';
import { askForOrder } from '../shopify-queries.ts';
import type { ShopifyOrder } from '../shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';
import type { OrderChange } from './order-change.ts';

/** An action that changes an order to what is wanted, whatever the change is. */
export function orderChangeAction<W>(tools: ShopifyTools, change: OrderChange<W>): ActionImplementation {
  const { kind } = change;
  return {
    kind,
    prepare: (proposal, context, freshness) => prepare({ tools, change }, proposal, context, freshness),
    execute: (approval, context) => execute({ tools, change }, approval, context),
    reconcile: (approval, context) => reconcile({ tools, change }, approval, context),
  };
}

type Changing<W> = { readonly tools: ShopifyTools; readonly change: OrderChange<W> };

async function prepare<W>(
  { tools, change }: Changing<W>,
  proposal: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const found = await findOrder(tools, proposal, context, freshness);
  if (found.is === 'impossible') return found;
  const { order } = found;
  const requester = requesterEmail(context.ticket);
  const reading = change.wanted(proposal.parameters, order, requester);
  if (reading.is === 'impossible') return reading;
  const { wanted } = reading;
  return {
    is: 'ready',
    target: {
      ids: { order: order.id, before: change.stateOf(order, wanted) },
      name: order.name,
      url: orderUrl(tools, order),
    },
    preview: [...change.preview(order, wanted), ...ownerLines(order, requester)],
    atMost: {},
  };
}

/** What is so already is done. Anything else than what was approved to be replaced is not touched. */
async function execute<W>(
  changing: Changing<W>,
  { approval }: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const { tools, change } = changing;
  const now = await readNow(changing, approval, context);
  if (now.is !== 'now') return now;
  const { order, wanted } = now;
  const { name, ids } = approval.target;
  if (change.isDone(order, wanted)) return succeeded(changing, now, ids['before']);
  if (change.stateOf(order, wanted) !== ids['before'])
    return failed('stale', `Order ${name} was changed by somebody else since it was approved.`);
  const changed = await change.apply(tools.api, order, wanted);
  if (changed.is !== 'record') return changed;
  return change.isDone(changed.record, wanted)
    ? succeeded(changing, { order: changed.record, wanted }, ids['before'])
    : unknown(`Shopify answered, but order ${name} is not exactly as it was to be.`);
}

async function reconcile<W>(
  changing: Changing<W>,
  { approval }: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  const now = await readNow(changing, approval, context);
  if (now.is !== 'now') return { is: 'cannot-tell', how: now.failure.reason };
  const { change } = changing;
  const { order, wanted } = now;
  const { name, ids } = approval.target;
  if (change.isDone(order, wanted)) {
    const how = `Order ${name} is as it was to be.`;
    return reconciliationOf(succeeded(changing, now, ids['before']), how);
  }
  return change.stateOf(order, wanted) === ids['before']
    ? { is: 'did-not-happen', how: `Order ${name} is as it was before.` }
    : { is: 'cannot-tell', how: `Order ${name} is neither as it was nor as it was to be.` };
}

type Now<W> = { readonly order: ShopifyOrder; readonly wanted: W };
type Failed = Extract<ExecutionResult, { is: 'failed' }>;

async function readNow<W>(
  { tools, change }: Changing<W>,
  { target, parameters }: VerifiedApproval['approval'],
  { ticket }: ActionContext,
): Promise<({ readonly is: 'now' } & Now<W>) | Failed> {
  const { order: id } = target.ids;
  if (id === undefined)
    return { is: 'failed', failure: { code: 'unclear-target', reason: 'The approval names no order.' } };
  const order = await askForOrder(tools.api, id, 'person');
  if (order.is === 'failed') return { is: 'failed', failure: order.failure };
  if (order.body === null) {
    const reason = `Order ${target.name} is not in the shop any more.`;
    return { is: 'failed', failure: { code: 'stale', reason } };
  }
  const reading = change.wanted(parameters, order.body, requesterEmail(ticket));
  if (reading.is === 'impossible') return { is: 'failed', failure: { ...reading.failure, code: 'stale' } };
  return { is: 'now', order: order.body, wanted: reading.wanted };
}

function succeeded<W>(
  { tools, change }: Changing<W>,
  { order, wanted }: Now<W>,
  before: string | undefined,
): Succeeded {
  const undo = before === undefined ? undefined : change.undo(before, wanted, order);
  return {
    is: 'succeeded',
    reference: order.name,
    url: orderUrl(tools, order),
    ...(undo === undefined ? {} : { undo }),
  };
}
