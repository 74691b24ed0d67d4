import type { ZendeskSeed } from '../../../desk/fakes/zendesk/seed.ts';
import { createZendeskFake, type ZendeskFake } from '../../../desk/fakes/zendesk/zendesk-fake.ts';
import type { ActionContext } from '../../../src/app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../../src/domain/decisions/approval.ts';
import type { Target } from '../../../src/domain/decisions/proposal.ts';
import type { Parameters, ProposalCommand } from '../../../src/domain/run/commands.ts';
import type { TeamLookup } from '../../../src/systems/zendesk/action-tools.ts';
import { createAccountDirectory } from '../../../src/systems/zendesk/account-directory.ts';
import { createTimedMemory } from '../../../src/systems/zendesk/timed-memory.ts';
import { createZendeskSystem } from '../../../src/systems/zendesk/zendesk-system.ts';
import { createZendeskTicketDesk } from '../../../src/systems/zendesk/zendesk-ticket-desk.ts';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { checkedClient } from '../../support/checked-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { transportOver } from '../../support/transport-over.ts';

export type WorldOptions = {
  readonly seed?: ZendeskSeed;
  readonly userId?: number;
  readonly ticketId?: number;
  /** The account of another world: a second browser. */
  readonly account?: ZendeskFake;
};

const teams: TeamLookup = (team) =>
  new Map([
    ['Tier 2', { groupId: '360001' }],
    ['Payments', { groupId: '360002' }],
    ['Team lead', { roleId: '4711' }],
  ]).get(team);

/** One agent with one ticket open, over the fake account; everything that is ours is real. */
export function zendeskWorld({
  seed = sampleZendesk,
  userId = 2,
  ticketId = 12,
  account,
}: WorldOptions = {}) {
  const clock = createManualClock();
  const zendesk = account ?? createZendeskFake(seed, () => clock.now());
  const zaf = checkedClient({ zendesk, clock, userId, ticketId });
  const transport = transportOver(zaf.client, clock);
  const memory = createTimedMemory(createMemoryStore(), clock);
  const directory = createAccountDirectory(transport, memory);
  const origin = `https://${seed.subdomain}.zendesk.com`;
  const desk = createZendeskTicketDesk({ client: zaf.client, directory, clock, origin });
  const system = createZendeskSystem({ client: zaf.client, transport, directory, clock, teams });
  const state = () => {
    const ticket = zendesk.state.tickets.get(ticketId);
    if (!ticket) throw new Error(`No ticket ${ticketId}.`);
    return ticket;
  };

  const context = async (): Promise<ActionContext> => ({
    ticket: await desk.ticket(),
    runId: `${ticketId}-1`,
    sop: { id: 'late-parcel', version: 5, title: 'Late parcel' },
    keyFact: () => undefined,
    chosen: () => undefined,
    records: [],
    traceText: '1 One dispute at a time: no\n3 Decide: a fact is missing',
  });
  const action = (operation: string) => {
    const found = system.actions.find(({ kind }) => kind.operation === operation);
    if (!found) throw new Error(`No action ${operation}.`);
    return found;
  };
  const prepare = async (operation: string, parameters: Parameters) =>
    action(operation).prepare(proposalOf(operation, parameters), await context(), 'newest');
  const approve = async (operation: string, parameters: Parameters, edited = parameters) => {
    const prepared = await prepare(operation, parameters);
    if (prepared.is !== 'ready') throw new Error(prepared.failure.reason);
    return approvalOf(operation, edited, prepared.target);
  };
  const execute = async (operation: string, parameters: Parameters) =>
    action(operation).execute(await approve(operation, parameters), await context());

  return {
    ...zaf,
    clock,
    zendesk,
    transport,
    memory,
    directory,
    desk,
    system,
    state,
    context,
    action,
    prepare,
    approve,
    execute,
  };
}

function proposalOf(operation: string, parameters: Parameters): ProposalCommand {
  return { kind: 'propose', action: undefined, operation, parameters, needs: undefined, attempt: 0 };
}

/** The approval as the app would have verified it; only the brand is made up. */
export function approvalOf(operation: string, parameters: Parameters, target: Target): VerifiedApproval {
  const approval: Approval = {
    runId: '12-1',
    command: '3.1',
    operation,
    parameters,
    target,
    sopHash: 'a'.repeat(64),
    ticketUpdatedAt: '2026-11-19T08:30:00Z',
    digest: 'd'.repeat(64),
    by: { id: '2', name: 'Sample Agent' },
    at: '2026-11-20T09:00:00.000Z',
  };
  return { approval, key: `signoff-12-1-${operation}-dddddddd` } as unknown as VerifiedApproval;
}
