import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { SidebarView } from '../../../src/app/sidebar-view.ts';
import { running, states } from '../fixtures/states.ts';
import { refund, reply, replyText, setField } from '../fixtures/proposals.ts';
import { run, stepFour, stepThree } from '../fixtures/runs.ts';
import { keysReady, ready, showSidebar } from '../show-sidebar.tsx';

async function openList(view: SidebarView = states.waiting) {
  const shown = showSidebar(view);
  await keysReady();
  await shown.user.keyboard('A');
  const heading = await screen.findByRole('heading', { name: /in this order/ });
  return { ...shown, heading };
}

describe('approving everything', () => {
  test('lists what would be approved, in order, before it does', async () => {
    const { store, heading } = await openList();
    expect(heading).toHaveTextContent('Approve these 3, in this order?');
    expect(heading).toHaveFocus();
    const list = screen.getByRole('region', { name: 'Approve these 3, in this order?' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      '1. Refund $142.10 to Visa ··4242',
      '2. Reply: refund on its way',
      '3. Set Ship exception: resolved-refunded',
    ]);
    expect(store.sent).toEqual([]);
  });

  test('sends the exact values in the order of the list', async () => {
    const { store, user } = await openList();
    await user.click(await ready(screen.getByRole('button', { name: 'Approve these 3' })));
    expect(store.sent).toEqual([
      {
        type: 'approve-all',
        approvals: [
          { command: '3.1>1.1', parameters: { amount: 'USD 142.1' } },
          { command: '4.1', parameters: { text: replyText } },
          {
            command: '4.2',
            parameters: {
              record: 'ticket',
              field: 'field',
              custom_field: 'Ship exception',
              value: 'resolved-refunded',
            },
          },
        ],
      },
    ]);
  });

  test('a plan that changes under the list has to be looked at again', async () => {
    const { store, user, show } = await openList();
    await keysReady();
    show(
      running(
        run({
          steps: [
            stepThree([refund({ is: 'waiting' }, { parameters: { amount: 'USD 99' } })]),
            stepFour([reply({ is: 'planned' })]),
          ],
        }),
      ),
    );
    const button = screen.getByRole('button', { name: 'Approve these 2' });
    fireEvent.click(button);
    expect(store.sent).toEqual([]);
    await user.click(await ready(button));
    expect(store.sent).toMatchObject([{ approvals: [{ parameters: { amount: 'USD 99' } }, {}] }]);
  });

  test('ends before the first that this person may not approve', async () => {
    const lead = { is: 'role', role: 'Team lead', youHaveIt: false, isKnown: true } as const;
    await openList(
      running(
        run({
          steps: [
            stepThree([refund({ is: 'waiting' })]),
            stepFour([reply({ is: 'planned' }), setField({ is: 'planned' }, { approver: lead })]),
          ],
        }),
      ),
    );
    expect(screen.queryByText(/Set Ship exception/, { selector: 'li *' })).not.toHaveTextContent(/^3\./);
    expect(screen.getByRole('button', { name: 'Approve these 2' })).toBeInTheDocument();
  });

  test('is not offered for one, nor for nobody', () => {
    showSidebar(states['second-try']);
    expect(screen.queryByRole('button', { name: /^Approve all/ })).toBeNull();
  });

  test('Escape closes the list and approves nothing', async () => {
    const { store, user } = await openList();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { name: /in this order/ })).toBeNull();
    expect(store.sent).toEqual([]);
  });
});
