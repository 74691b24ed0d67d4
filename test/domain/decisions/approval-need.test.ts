import { describe, expect, it } from 'vitest';
import { approvalNeed } from '../../../src/domain/decisions/approval-need.ts';
import { approveAllOrder, isListed } from '../../../src/domain/decisions/approve-all-order.ts';
import { holdsRole, teamKey, type Decider } from '../../../src/domain/decisions/roles.ts';
import type { PlanItem } from '../../../src/domain/run/plan.ts';

describe('who has to approve', () => {
  const autonomy = { operation: 'zendesk.add_tag', atMost: undefined, switchedOnBy: 'Sample Admin' };
  const free = { needs: undefined };
  const tagging = { movesMoney: false, onceBy: 'same-value' } as const;
  const refunding = { movesMoney: true, onceBy: 'provider-key' } as const;

  it('is the rep, as long as nobody has switched on autonomy', () => {
    const tag = { proposal: free, kind: tagging, isShared: true, autonomy: undefined };
    expect(approvalNeed(tag)).toEqual({ type: 'rep', because: 'no-autonomy' });
    expect(approvalNeed({ ...tag, kind: refunding })).toEqual({
      type: 'rep',
      because: 'moves-money',
    });
  });

  it('is nobody where an admin has switched on autonomy', () => {
    expect(approvalNeed({ proposal: free, kind: tagging, isShared: true, autonomy })).toEqual({
      type: 'none',
      because: autonomy,
    });
  });

  it('is the role that the SOP names, autonomy or not', () => {
    const need = approvalNeed({
      proposal: { needs: 'Team lead' },
      kind: refunding,
      isShared: true,
      autonomy,
    });
    expect(need).toEqual({ type: 'role', role: 'Team lead', because: 'sop-needs-role' });
  });

  it.each([
    ['money without a key of the provider', { movesMoney: true, onceBy: 'safe-update' }, 'forbidden'],
    [
      'goods, which nothing keeps from being sent twice',
      { movesMoney: false, onceBy: 'nothing' },
      'forbidden',
    ],
    ['money with a key of the provider', refunding, 'rep'],
    ['a tag', tagging, 'rep'],
  ] as const)('where only this browser sees the claims: %s', (_, kind, type) => {
    expect(approvalNeed({ proposal: free, kind, isShared: false, autonomy: undefined })).toMatchObject({
      type,
    });
  });

  it('is forbidden to everybody where no connected system offers it', () => {
    expect(approvalNeed({ proposal: free, kind: undefined, isShared: true, autonomy })).toEqual({
      type: 'forbidden',
      because: 'not-offered',
    });
  });
});

describe('a role', () => {
  const teams = new Map([[teamKey('Team lead'), { name: 'Team lead', members: ['role 4711', 'group 3'] }]]);
  const decider = (...memberOf: string[]): Decider => ({
    id: '1',
    name: 'Sample Rep',
    mayChangeTickets: true,
    memberOf,
  });

  it('is held by members of any of its groups and roles', () => {
    expect(holdsRole('Team lead', decider('group 1', 'role 4711'), teams)).toBe('yes');
    expect(holdsRole('Team lead', decider('group 3'), teams)).toBe('yes');
    expect(holdsRole('Team lead', decider('group 4711'), teams)).toBe('no');
  });

  it('is compared without case and spaces around it', () => {
    expect(holdsRole(' team  LEAD ', decider('group 3'), teams)).toBe('yes');
  });

  it('is nobody’s where no setting names it', () => {
    expect(holdsRole('Tier 2', decider('group 3'), teams)).toBe('not-set');
  });
});

describe('approve all', () => {
  const item = (id: string, state: PlanItem['state']['is'] = 'planned'): PlanItem => ({
    id,
    span: { from: 0, to: 1 },
    cites: [],
    step: 1,
    kind: 'propose',
    action: undefined,
    operation: 'zendesk.add_tag',
    parameters: { tag: id },
    needs: undefined,
    attempt: 0,
    state: stateOf(state),
  });

  function stateOf(is: PlanItem['state']['is']): PlanItem['state'] {
    const by = { id: '1', name: 'Sample Rep' };
    if (is === 'ended')
      return {
        is,
        by,
        parameters: {},
        edited: false,
        result: { is: 'succeeded' },
        at: '2026-11-20T10:00:00Z',
      };
    if (is === 'rejected') return { is, by, reason: '' };
    return is === 'waiting' ? { is } : { is: 'planned' };
  }

  const covered = (...listed: { item: PlanItem; mayBeApproved: boolean }[]) =>
    approveAllOrder(listed).map(({ id }) => id);

  it('covers what waits and what follows, in order, and not what is over', () => {
    const listed = [item('1', 'ended'), item('2', 'waiting'), item('3'), item('4')].map((of) => ({
      item: of,
      mayBeApproved: true,
    }));
    expect(covered(...listed)).toEqual(['2', '3', '4']);
  });

  it('ends before the first that this person cannot approve', () => {
    expect(
      covered(
        { item: item('1', 'waiting'), mayBeApproved: true },
        { item: item('2'), mayBeApproved: false },
        { item: item('3'), mayBeApproved: true },
      ),
    ).toEqual(['1']);
  });

  it('knows the listed proposal when its turn comes, and no other', () => {
    expect(isListed(item('2'), item('2', 'waiting'))).toBe(true);
    expect(isListed(item('2'), { ...item('2', 'waiting'), parameters: { tag: 'other' } })).toBe(false);
    expect(isListed(item('2'), { ...item('2', 'waiting'), attempt: 1 })).toBe(false);
    expect(isListed(item('2'), item('3', 'waiting'))).toBe(false);
    expect(isListed(item('2'), undefined)).toBe(false);
  });
});
