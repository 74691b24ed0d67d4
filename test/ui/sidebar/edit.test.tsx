import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { running, states } from '../fixtures/states.ts';
import { refund } from '../fixtures/proposals.ts';
import { withRefund } from '../fixtures/runs.ts';
import { keysReady, ready, showSidebar } from '../show-sidebar.tsx';

async function editAmount(view: Parameters<typeof showSidebar>[0], amount: string) {
  const shown = showSidebar(view);
  await keysReady();
  await shown.user.keyboard('e');
  const field = await screen.findByLabelText('Amount (USD)');
  await shown.user.clear(field);
  if (amount !== '') await shown.user.type(field, amount);
  await shown.user.click(screen.getByRole('button', { name: 'Use these values' }));
  return shown;
}

describe('editing a proposal', () => {
  test('the field begins with the proposed amount and has the focus', async () => {
    const { user } = showSidebar(states.waiting);
    await user.click(screen.getByRole('button', { name: 'Edit Refund $142.10 to Visa ··4242' }));
    const field = await screen.findByLabelText('Amount (USD)');
    expect(field).toHaveValue('142.10');
    expect(field).toHaveFocus();
  });

  test('a changed amount is shown first and approved only then', async () => {
    const { store, user } = await editAmount(states.waiting, '100.5');
    expect(store.sent).toEqual([]);
    expect(screen.getByText('edited')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Approve Refund $100.50 to Visa ··4242' }));
    expect(store.sent).toEqual([
      { type: 'approve', command: '3.1>1.1', parameters: { amount: 'USD 100.5' } },
    ]);
  });

  test.each([
    ['142.11', 'The SOP proposes $142.10. It can be lowered, not raised.'],
    ['0', 'Enter more than 0.'],
    ['-5', 'Enter more than 0.'],
    ['', 'Enter a value.'],
    ['ten', 'Enter a number, such as 142.10.'],
    ['1,00', 'Enter a number, such as 142.10.'],
  ])('refuses %s with a sentence', async (amount, sentence) => {
    const { store } = await editAmount(states.waiting, amount);
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.getByLabelText('Amount (USD)')).toBeInvalid();
    expect(store.sent).toEqual([]);
  });

  test('refuses more than the system allows', async () => {
    const left = {
      is: 'ready',
      target: { ids: {}, name: 'Visa ··4242' },
      preview: [],
      atMost: { amount: 'USD 50' },
    } as const;
    await editAmount(running(withRefund(refund({ is: 'waiting' }, { preparation: left }))), '60');
    expect(await screen.findByText('At most $50.00 is possible.')).toBeInTheDocument();
  });

  test('an amount is read as the user writes it', async () => {
    const { store, user } = await editAmount({ ...states.waiting, locale: 'de-DE' }, '100,50');
    await user.click(screen.getByRole('button', { name: /^Approve Refund 100,50/ }));
    expect(store.sent).toEqual([
      { type: 'approve', command: '3.1>1.1', parameters: { amount: 'USD 100.5' } },
    ]);
  });

  test('an edit does not outlive what it was an edit of', async () => {
    const { show } = await editAmount(states.waiting, '100');
    show(
      running(
        withRefund(
          refund({ is: 'waiting' }, { proposed: { amount: 'USD 120' }, parameters: { amount: 'USD 120' } }),
        ),
      ),
    );
    expect(
      await screen.findByRole('button', { name: 'Approve Refund $120.00 to Visa ··4242' }),
    ).toBeInTheDocument();
  });

  test('Escape leaves the form without a change', async () => {
    const { user } = showSidebar(states.waiting);
    await user.click(screen.getByRole('button', { name: /^Edit Refund/ }));
    await user.type(await screen.findByLabelText('Amount (USD)'), '1{Escape}');
    expect(screen.getByRole('button', { name: 'Approve Refund $142.10 to Visa ··4242' })).toBeInTheDocument();
  });

  test('a reply that follows can be changed before everything is approved', async () => {
    const { store, user } = showSidebar(states.waiting);
    await user.click(screen.getByRole('button', { name: 'Preview Reply: refund on its way' }));
    await user.click(screen.getByRole('button', { name: 'Edit Reply: refund on its way' }));
    const text = await screen.findByLabelText('Text');
    await user.clear(text);
    await user.type(text, 'Refunded.');
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    await user.click(screen.getByRole('button', { name: 'Approve all 3' }));
    await screen.findByRole('heading', { name: /in this order/ });
    await user.click(await ready(screen.getByRole('button', { name: 'Approve these 3' })));
    expect(store.sent).toMatchObject([
      { type: 'approve-all', approvals: [{}, { command: '4.1', parameters: { text: 'Refunded.' } }, {}] },
    ]);
  });
});
