import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Surroundings } from '../../src/app/ports/surroundings.ts';
import { createSidebarStore } from '../../src/app/sidebar-store.ts';
import type { OpenSidebarStore } from '../../src/app/sidebar-store.ts';
import { Sidebar } from '../../src/ui/sidebar/sidebar.tsx';
import { createAppWorld } from '../support/app-world.ts';
import type { AppWorld } from '../support/app-world.ts';
import { refundSop } from '../support/sample-sops.ts';
import { keysReady, ready } from './show-sidebar.tsx';

const surroundings: Surroundings = {
  colorScheme: () => 'light',
  isOnline: () => true,
  onChanged: () => () => undefined,
};

let store: OpenSidebarStore;
afterEach(() => store.close());

function openTicket(change: (world: AppWorld) => void = () => undefined) {
  const world = createAppWorld(refundSop);
  world.facts.set('order number', '1001').set('order value', 'USD 142.10');
  change(world);
  store = createSidebarStore({ ...world.browser(), surroundings });
  render(<Sidebar store={store} />);
  return { world, user: userEvent.setup() };
}

/** It is shown, and said aloud too. */
async function expectOutcome(text: string) {
  expect((await screen.findAllByText(text))[0]).toBeVisible();
}

describe('the sidebar over the real application', () => {
  test('a rep approves a refund and the reply behind it with two keys', async () => {
    const { world, user } = openTicket();
    await screen.findByRole('button', { name: 'Approve Refund $142.10 to Card ch_1' });
    await keysReady();
    await user.keyboard('a');
    expect(await screen.findByRole('button', { name: 'Approve Reply: sorry' })).toBeVisible();
    expect(document.activeElement).toHaveTextContent('We have refunded $142.10.');
    expect(world.done).toMatchObject([{ operation: 'stripe.refund', amount: 'USD 142.1' }]);
    await keysReady();
    await user.keyboard('a');
    await expectOutcome('Closed as “resolved”');
    expect(world.done.map(({ operation }) => operation)).toEqual(['stripe.refund', 'zendesk.draft_reply']);
  });

  test('an edited amount is the amount that is refunded', async () => {
    const { world, user } = openTicket();
    await user.click(await screen.findByRole('button', { name: /^Edit Refund/ }));
    const field = await screen.findByLabelText('Amount (USD)');
    await user.clear(field);
    await user.type(field, '100');
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    await user.click(screen.getByRole('button', { name: 'Approve Refund $100.00 to Card ch_1' }));
    await screen.findByRole('button', { name: 'Approve Reply: sorry' });
    expect(world.done).toMatchObject([{ amount: 'USD 100' }]);
  });

  test('all of it is approved from the list, each once', async () => {
    const { world, user } = openTicket();
    await screen.findByRole('button', { name: 'Approve all 2' });
    await keysReady();
    await user.keyboard('A');
    await screen.findByRole('heading', { name: 'Approve these 2, in this order?' });
    await user.click(await ready(screen.getByRole('button', { name: 'Approve these 2' })));
    await expectOutcome('Closed as “resolved”');
    expect(world.done).toHaveLength(2);
  });

  test('a lost answer is not taken for either; a person settles it', async () => {
    const { world, user } = openTicket((made) => {
      made.fates.push('lost-after');
      made.canTell = false;
    });
    await user.click(await screen.findByRole('button', { name: /^Approve Refund/ }));
    await user.click(await screen.findByRole('button', { name: 'It happened' }));
    expect(await screen.findByRole('button', { name: 'Approve Reply: sorry' })).toBeVisible();
    expect(world.done).toHaveLength(1);
  });

  test('a payment that changed under the approval is shown, and nothing is done', async () => {
    const { world, user } = openTicket();
    const approve = await screen.findByRole('button', { name: 'Approve Refund $142.10 to Card ch_1' });
    world.payment = 'ch_2';
    await user.click(approve);
    expect(await screen.findByText('Card ch_1 → Card ch_2')).toBeVisible();
    expect(world.done).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Compute again' }));
    expect(await screen.findByRole('button', { name: 'Approve Refund $142.10 to Card ch_2' })).toBeVisible();
  });

  test('a rejected refund asks how it goes on', async () => {
    const { world, user } = openTicket();
    await user.click(await screen.findByRole('button', { name: /^Reject Refund/ }));
    await user.click(await screen.findByLabelText('It has been done already'));
    await user.click(screen.getByRole('button', { name: /^Reject Refund/ }));
    await user.click(await screen.findByRole('button', { name: 'Stop and take over' }));
    await expectOutcome('Stopped by Sample Rep');
    expect(world.done).toEqual([]);
  });

  test('a missing order value is entered by hand', async () => {
    const { user } = openTicket((made) => made.facts.delete('order value'));
    await user.type(await screen.findByLabelText('order value (USD)'), '80');
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    expect(await screen.findByRole('button', { name: 'Approve Refund $80.00 to Card ch_1' })).toBeVisible();
    expect(screen.getByText(/entered by Sample Rep/)).toBeVisible();
  });

  test('taking over ends the run with the reason', async () => {
    const { user } = openTicket();
    await user.click(await screen.findByRole('button', { name: 'Take over' }));
    await user.type(await screen.findByLabelText('Why?'), 'the customer called');
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    await expectOutcome('Stopped by Sample Rep: the customer called');
  });
});
