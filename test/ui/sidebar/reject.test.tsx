import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import { keysReady, showSidebar } from '../show-sidebar.tsx';

async function openReject() {
  const shown = showSidebar(states.waiting);
  await keysReady();
  await shown.user.keyboard('r');
  await screen.findByRole('form', { name: 'Reject Refund $142.10 to Visa ··4242' });
  const submit = () =>
    shown.user.click(screen.getByRole('button', { name: 'Reject Refund $142.10 to Visa ··4242' }));
  return { ...shown, submit };
}

describe('rejecting a proposal', () => {
  test('sends the chosen reason with the words behind it', async () => {
    const { store, user, submit } = await openReject();
    await user.click(screen.getByLabelText('It has been done already'));
    await user.type(screen.getByLabelText('More about it'), 'by the shop');
    await submit();
    expect(store.sent).toEqual([
      { type: 'reject', command: '3.1>1.1', reason: 'It has been done already: by the shop' },
    ]);
  });

  test('needs a reason', async () => {
    const { store, submit } = await openReject();
    await submit();
    expect(
      screen.getByText('Choose a reason or write one, so that the SOP can be mended.'),
    ).toBeInTheDocument();
    expect(store.sent).toEqual([]);
  });

  test('“Something else” needs words', async () => {
    const { store, user, submit } = await openReject();
    await user.click(screen.getByLabelText('Something else'));
    await submit();
    expect(store.sent).toEqual([]);
    await user.type(screen.getByLabelText('More about it'), 'the customer is on the phone');
    await submit();
    expect(store.sent).toEqual([
      { type: 'reject', command: '3.1>1.1', reason: 'the customer is on the phone' },
    ]);
  });

  test('works with the keyboard alone', async () => {
    const { store, user } = await openReject();
    expect(screen.getByLabelText('The amount or value is wrong')).toHaveFocus();
    await user.keyboard(' {Enter}');
    expect(store.sent).toEqual([
      { type: 'reject', command: '3.1>1.1', reason: 'The amount or value is wrong' },
    ]);
  });

  test.each([
    ['Go on without it', 'go-on'],
    ['Stop and take over', 'stop'],
  ])('where the SOP does not foresee it, “%s” can be chosen', async (button, choice) => {
    const { store, user } = showSidebar(states.deviation);
    await user.click(screen.getByRole('button', { name: button }));
    expect(store.sent).toEqual([{ type: 'choose-deviation', command: '3.1>1.1/deviation', choice }]);
  });
});
