import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import { refund, reply, setField, succeeded } from '../fixtures/proposals.ts';
import { run, stepFour, stepOne, stepThree, stepTwo } from '../fixtures/runs.ts';
import { running } from '../fixtures/states.ts';
import { keysReady, seen, showSidebar } from '../show-sidebar.tsx';

const approved = { type: 'approve', command: '3.1>1.1', parameters: { amount: 'USD 142.1' } };

describe('the keyboard', () => {
  test('A approves what waits, with the values that stand there', async () => {
    const { store, user } = showSidebar(states.waiting);
    await keysReady();
    await user.keyboard('a');
    expect(store.sent).toEqual([approved]);
  });

  test('A does nothing in the moment in which a card has only just appeared', async () => {
    const { store } = showSidebar(states.waiting);
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(store.sent).toEqual([]);
  });

  test('a key that is held down decides once', async () => {
    const { store, user } = showSidebar(states.waiting);
    await keysReady();
    await user.keyboard('{a>5/}');
    expect(store.sent).toEqual([approved]);
  });

  test('a key with a modifier belongs to the browser', async () => {
    const { store, user } = showSidebar(states.waiting);
    await keysReady();
    await user.keyboard('{Control>}a{/Control}');
    await user.keyboard('{Meta>}a{/Meta}');
    expect(store.sent).toEqual([]);
  });

  test('letters in a field are text', async () => {
    const { store, user } = showSidebar(states.waiting);
    await keysReady();
    await user.keyboard('r');
    await user.type(await screen.findByLabelText('More about it'), 'a rare error');
    expect(store.sent).toEqual([]);
  });

  test('A does nothing while the system has not said what exactly would be changed', async () => {
    const { store, user } = showSidebar(states.preparing);
    await keysReady();
    await user.keyboard('a');
    expect(store.sent).toEqual([]);
    expect(screen.getByRole('button', { name: 'Approve Refund $142.10' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('who may not change tickets has no buttons and no keys to decide', async () => {
    const { store, user } = showSidebar(states['light-agent']);
    await seen();
    await user.keyboard('aer');
    expect(store.sent).toEqual([]);
    expect(screen.queryByRole('button', { name: /^(Approve|Reject|Edit)/ })).toBeNull();
  });

  test('buttons show their keys, have full names, and can be reached by Tab in reading order', async () => {
    const { user } = showSidebar(states.waiting);
    const card = await screen.findByRole('group', { name: 'Refund $142.10 to Visa ··4242' });
    const [approve, edit, reject] = within(card).getAllByRole('button');
    expect(approve).toHaveAccessibleName('Approve Refund $142.10 to Visa ··4242');
    expect(approve).toHaveTextContent('ApproveA');
    approve?.focus();
    await user.tab();
    expect(edit).toHaveFocus();
    await user.tab();
    expect(reject).toHaveFocus();
  });

  test('after an approval the focus goes to what waits next', async () => {
    const { user, show } = showSidebar(states.waiting);
    await keysReady();
    await user.keyboard('a');
    show(
      running(
        run({
          steps: [
            stepOne,
            stepTwo,
            stepThree([refund(succeeded)], 'done'),
            stepFour([reply({ is: 'waiting' }), setField({ is: 'planned' })], 'current'),
          ],
        }),
      ),
    );
    const next = await screen.findByRole('group', { name: 'Reply: refund on its way' });
    expect(next).toHaveFocus();
  });

  test('the focus stays where somebody types when the run goes on by itself', async () => {
    const { user, show } = showSidebar(states.waiting);
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    const reason = await screen.findByLabelText('Why?');
    await user.type(reason, 'cust');
    show(states['reply-waits']);
    await user.type(reason, 'omer');
    expect(reason).toHaveFocus();
    expect(reason).toHaveValue('customer');
  });

  test('what became of a proposal is said aloud', async () => {
    const { show } = showSidebar(states.waiting);
    show(states.executing);
    expect(await screen.findByText('Refund $142.10 to Visa ··4242: being done.')).toBeInTheDocument();
  });

  test('? shows the keys, and the switch there turns them off', async () => {
    const { store, user } = showSidebar(states.waiting);
    await keysReady();
    await user.keyboard('?');
    await user.click(await screen.findByLabelText('Single-key shortcuts'));
    await user.keyboard('{Escape}a');
    expect(store.sent).toEqual([]);
    expect(screen.getByRole('button', { name: /^Approve Refund/ })).toHaveTextContent(/^Approve$/);
    localStorage.clear();
  });
});
