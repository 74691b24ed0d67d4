import { beforeEach, describe, expect, it } from 'vitest';
import type { Ledger, StoredClaim } from '../../src/app/ports/ledger.ts';
import { settleUnknown } from '../../src/app/settle-unknown.ts';
import { createAppWorld, type AppWorld } from '../support/app-world.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { refundSop } from '../support/sample-sops.ts';

let world: AppWorld;

/** The ledger as it is after somebody has changed its claims. */
function withClaims(ledger: Ledger, change: (stored: StoredClaim) => StoredClaim): Ledger {
  return {
    ...ledger,
    claim: async (claim) => {
      const answer = await ledger.claim(claim);
      const stored = (await ledger.claims(claim.runId, [claim.command])).get(claim.command);
      return answer.is === 'taken' && stored ? { is: 'taken', ...change(stored) } : answer;
    },
    claims: async (runId, commands) => {
      const found = await ledger.claims(runId, commands);
      return new Map([...found].map(([command, stored]) => [command, change(stored)]));
    },
  };
}

const doubt = { about: 'claim', reason: 'the claim of 1.1 was changed by hand, last by user 3' } as const;

beforeEach(async () => {
  world = createAppWorld(refundSop);
  world.facts.set('order number', 'S-1001');
  world.facts.set('order value', 'USD 142.1');
  // A tab that claimed and vanished before it sent anything.
  const ports = world.browser();
  const actions = { ...ports.actions, execute: () => new Promise<never>(() => undefined) };
  const session = await openRun(world, { ...ports, actions });
  await session.settled();
  void approveWaiting(session);
  await world.clock.advance(5000);
});

describe('a claim that is not believed', () => {
  const harms = [
    ['was changed afterwards', (stored: StoredClaim) => ({ ...stored, doubt })],
    ['cannot be read any more', (stored: StoredClaim) => ({ ...stored, claim: undefined, doubt })],
    ['was written by somebody else', (stored: StoredClaim) => ({ ...stored, by: { id: '3', name: '#3' } })],
  ] as const;

  it.each(harms)(
    'leads to nothing twice, and a person looks and says what happened: it %s',
    async (_, harm) => {
      await world.clock.advance(6 * 60_000);
      const ports = world.browser();
      const session = await openRun(world, { ...ports, ledger: withClaims(world.ledger, harm) });
      await session.settled();
      const id = session.context.advanced.plan[0]?.id ?? '';
      if (waitingProposal(session)?.id === id) await approveWaiting(session);
      await session.settled();
      expect(world.done).toEqual([]);
      expect(session.notes.get(id)).toMatchObject({ is: 'cannot-tell' });
      await settleUnknown(session, id, 'happened');
      expect(session.context.advanced.plan[0]?.state).toMatchObject({
        is: 'ended',
        result: { is: 'succeeded' },
      });
      expect(world.done).toEqual([]);
    },
  );
});
