import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../src/domain/decisions/approval.ts';
import {
  recallApproval,
  spendApproval,
  verifyApproval,
  type FreshState,
} from '../../../src/domain/decisions/verify-approval.ts';
import { executionKey } from '../../../src/domain/decisions/execution-key.ts';

const digest = 'd'.repeat(64);
const rep = { id: '7', name: 'Sample Rep', mayChangeTickets: true, memberOf: ['group 1'] };
const target = { ids: { charge: 'ch_1' }, name: 'Visa ··4242' };

const approval: Approval = {
  runId: '4512-1',
  command: '3.1>1.1',
  operation: 'stripe.refund',
  parameters: { amount: 'USD 142.1' },
  target,
  sopHash: 'h'.repeat(64),
  ticketUpdatedAt: '2026-11-20T10:00:00Z',
  digest,
  by: { id: '7', name: 'Sample Rep' },
  at: '2026-11-20T10:00:30Z',
};

const proposed = approval.parameters;
const amount = {
  name: 'amount',
  type: { kind: 'money', currency: undefined },
  required: true,
  editable: true,
  limits: ['positive', 'at-most-proposed'],
} as const;

const now: FreshState = {
  at: '2026-11-20T10:01:00Z',
  digest,
  sopHash: approval.sopHash,
  proposal: {
    kind: 'propose',
    action: 'full refund',
    operation: 'stripe.refund',
    parameters: proposed,
    needs: undefined,
    attempt: 0,
    state: { is: 'waiting' },
  },
  isUsed: false,
  need: { type: 'rep', because: 'moves-money' },
  teams: new Map([['team lead', { name: 'Team lead', members: ['role 4711'] }]]),
  decider: rep,
  ticket: { updatedAt: approval.ticketUpdatedAt, isClosed: false },
  kind: { parameters: [amount] },
  preparation: { is: 'ready', target, preview: [], atMost: { amount: 'USD 142.1' } },
  changedFacts: [],
  unconfirmed: [],
};

const orderValueFell = { what: 'fact:order value', before: 'USD 142.1', after: 'USD 80' };
const waiting = now.proposal;
const byTeamLead = { type: 'role', role: 'Team lead', because: 'sop-needs-role' } as const;

/** Each of these alone keeps an approval from being carried out. */
const obstacles: readonly [string, Partial<FreshState>, string][] = [
  ['the digest is of something else', { digest: 'e'.repeat(64) }, 'refused digest'],
  ['the run follows another SOP', { sopHash: 'x' }, 'refused digest'],
  ['the ledger knows a claim', { isUsed: true }, 'used'],
  ['it is no longer proposed', { proposal: undefined }, 'refused not-waiting'],
  [
    'it only follows another one',
    { proposal: waiting && { ...waiting, state: { is: 'planned' } } },
    'refused not-waiting',
  ],
  [
    'it was rejected meanwhile',
    { proposal: waiting && { ...waiting, state: { is: 'rejected', by: rep, reason: 'no' } } },
    'refused not-waiting',
  ],
  [
    'other values are proposed now',
    { proposal: waiting && { ...waiting, parameters: { amount: 'USD 80' } } },
    'stale parameter:amount USD 142.1 -> USD 80',
  ],
  ['fifteen minutes are over', { at: '2026-11-20T10:15:30.001Z' }, 'expired'],
  ['the clock went backwards', { at: '2026-11-20T10:00:29Z' }, 'expired'],
  ['the clock cannot be read', { at: 'yesterday' }, 'expired'],
  ['a role is needed that the rep has not', { need: byTeamLead }, 'refused role-missing'],
  [
    'a role is needed that no setting names',
    { need: { ...byTeamLead, role: 'Tier 9' } },
    'refused role-missing',
  ],
  [
    'no connected system offers it',
    { need: { type: 'forbidden', because: 'not-offered' } },
    'refused may-not-change',
  ],
  ['the user is a light agent', { decider: { ...rep, mayChangeTickets: false } }, 'refused may-not-change'],
  ['somebody else approved it', { decider: { ...rep, id: '8' } }, 'refused may-not-change'],
  ['the ticket is closed', { ticket: { ...now.ticket, isClosed: true } }, 'refused ticket-closed'],
  [
    'another payment would be refunded',
    {
      preparation: {
        is: 'ready',
        target: { ids: { charge: 'ch_2' }, name: 'Visa ··1111' },
        preview: [],
        atMost: {},
      },
    },
    'stale target Visa ··4242 -> Visa ··1111',
  ],
  [
    'less is left to refund than was approved',
    { preparation: { is: 'ready', target, preview: [], atMost: { amount: 'USD 100' } } },
    'stale limit:amount USD 142.1 -> USD 100',
  ],
  [
    'the limit is in another currency',
    { preparation: { is: 'ready', target, preview: [], atMost: { amount: 'EUR 500' } } },
    'stale limit:amount USD 142.1 -> EUR 500',
  ],
  [
    'the system cannot prepare it',
    { preparation: { is: 'impossible', failure: { code: 'unavailable', reason: 'Stripe is down' } } },
    'stale target Visa ··4242 -> Stripe is down',
  ],
  [
    'a fact changed and something else is proposed because of it',
    { proposal: waiting && { ...waiting, parameters: { amount: 'USD 40' } }, changedFacts: [orderValueFell] },
    'stale parameter:amount USD 142.1 -> USD 40; fact:order value USD 142.1 -> USD 80',
  ],
  [
    'the system could not confirm an old fact',
    { unconfirmed: [{ ...orderValueFell, after: '' }] },
    'stale fact:order value USD 142.1 -> ',
  ],
];

function said(state: FreshState, of: Approval = approval, was = proposed): string {
  const verification = verifyApproval({ approval: of, proposed: was, now: state });
  switch (verification.is) {
    case 'stale':
      return `stale ${verification.changes.map(({ what, before, after }) => `${what} ${before} -> ${after}`).join('; ')}`;
    case 'refused':
      return `refused ${verification.because}`;
    case 'valid':
    case 'expired':
    case 'used':
      return verification.is;
  }
}

describe('verifying an approval', () => {
  it('finds it valid when nothing has changed', () => {
    expect(said(now)).toBe('valid');
  });

  it.each(obstacles)('does not find it valid when %s', (_, difference, expected) => {
    expect(said({ ...now, ...difference })).toBe(expected);
  });

  it('is never valid with any combination of obstacles', () => {
    fc.assert(
      fc.property(fc.subarray([...obstacles], { minLength: 1 }), (present) => {
        const state = present.reduce<FreshState>(
          (before, [, difference]) => ({ ...before, ...difference }),
          now,
        );
        // Two obstacles of the same part can cancel each other out only by replacing it with another obstacle.
        expect(said(state)).not.toBe('valid');
      }),
    );
  });

  it('lets a changed fact through that leads the run to the very same proposal', () => {
    expect(said({ ...now, changedFacts: [orderValueFell] })).toBe('valid');
  });

  it('says why a proposal is gone', () => {
    const gone = { ...now, proposal: undefined, changedFacts: [orderValueFell] };
    expect(said(gone)).toBe('stale fact:order value USD 142.1 -> USD 80');
  });

  it('lets a change of the ticket through that changed no fact that decided', () => {
    expect(said({ ...now, ticket: { updatedAt: '2026-11-20T10:00:59Z', isClosed: false } })).toBe('valid');
  });

  it('lets an approval through that was decided before the app was closed and never begun', () => {
    const state = { is: 'approved', by: rep, parameters: proposed, edited: false, digest } as const;
    expect(said({ ...now, proposal: waiting && { ...waiting, state } })).toBe('valid');
  });

  it.each(['running', 'ended'] as const)('says used when the execution is %s', (is) => {
    const decided = { by: rep, parameters: proposed, edited: false, at: now.at };
    const state =
      is === 'ended'
        ? ({ is, ...decided, result: { is: 'succeeded' } } as const)
        : ({ is, ...decided, digest, key: 'k', since: now.at } as const);
    expect(said({ ...now, proposal: waiting && { ...waiting, state } })).toBe('used');
  });

  it('lets a role holder approve what needs the role', () => {
    const lead = { ...rep, memberOf: ['role 4711'] };
    expect(said({ ...now, need: byTeamLead, decider: lead })).toBe('valid');
  });

  it('lets a lower amount through and refuses a higher one', () => {
    const edited = (value: string): Approval => ({ ...approval, parameters: { amount: value } });
    expect(said(now, edited('USD 100'))).toBe('valid');
    expect(said(now, edited('USD 142.11'))).toBe('refused limit');
    expect(said(now, edited('USD 0'))).toBe('refused limit');
    expect(said(now, edited('EUR 100'))).toBe('refused limit');
  });

  it('does not take a proposal for an edit of what it became meanwhile', () => {
    const raised = { ...now, proposal: waiting && { ...waiting, parameters: { amount: 'USD 200' } } };
    expect(said(raised)).toBe('stale parameter:amount USD 142.1 -> USD 200');
  });
});

describe('a verified approval', () => {
  function valid() {
    const verification = verifyApproval({ approval, proposed, now });
    if (verification.is !== 'valid') throw new Error(verification.is);
    return verification.approval;
  }

  it('carries the key of its execution', () => {
    expect(valid().key).toBe(executionKey(approval.runId, approval.command, digest));
  });

  it('can be spent once', () => {
    const verified = valid();
    expect([spendApproval(verified), spendApproval(verified)]).toEqual([true, false]);
  });

  it('can be recalled from its claim to ask the system, never to execute', () => {
    const recalled = recallApproval({
      approval,
      digest,
      key: executionKey(approval.runId, approval.command, digest),
    });
    expect(recalled?.approval).toEqual(approval);
    expect(recalled && spendApproval(recalled)).toBe(false);
  });

  it('is not recalled from a claim that does not fit', () => {
    const key = executionKey(approval.runId, approval.command, digest);
    expect(recallApproval({ approval, digest: 'e'.repeat(64), key })).toBeUndefined();
    expect(recallApproval({ approval, digest, key: `${key}0` })).toBeUndefined();
  });
});
