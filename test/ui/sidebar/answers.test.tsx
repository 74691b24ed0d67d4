import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import type { StateName } from '../fixtures/states.ts';
import { showSidebar } from '../show-sidebar.tsx';

const gateQuestion = 'Lost parcel, but chargebacks or $200 and more. Refund?';
const photoQuestion = 'Does the photo show the damage the customer describes?';

type Case = readonly [state: StateName, button: string, command: object];

const cases: readonly Case[] = [
  ['gate', `Yes: ${gateQuestion}`, { type: 'answer-gate', command: '3.1', answer: 'yes', reason: undefined }],
  [
    'judgement',
    `Yes: ${photoQuestion}`,
    { type: 'answer-judgement', command: '3.1', answer: 'yes', reason: undefined },
  ],
  [
    'question',
    'Yes: Is this so: legal threat?',
    { type: 'answer-question', command: 'edge.1/question', answer: 'yes' },
  ],
  [
    'question',
    'No: Is this so: legal threat?',
    { type: 'answer-question', command: 'edge.1/question', answer: 'no' },
  ],
  ['missing-facts', 'Read again', { type: 'read-again', command: '3.1' }],
  ['failed-without-answer', 'Read again', { type: 'read-again', command: '3.1' }],
  ['hold', 'Go on now', { type: 'end-hold', command: '3.1' }],
  ['hold-until', 'Read again', { type: 'read-again', command: '3.1' }],
  ['stale', 'Compute again', { type: 'compute-again', command: '3.1>1.1' }],
  ['expired', 'Compute again', { type: 'compute-again', command: '3.1>1.1' }],
  ['refused', 'Compute again', { type: 'compute-again', command: '3.1>1.1' }],
  [
    'unknown-cannot-tell',
    'It happened',
    { type: 'settle-unknown', command: '3.1>1.1', settlement: 'happened' },
  ],
  [
    'unknown-cannot-tell',
    'It did not happen',
    { type: 'settle-unknown', command: '3.1>1.1', settlement: 'did-not-happen' },
  ],
  [
    'unknown-cannot-tell',
    'Ask again',
    { type: 'settle-unknown', command: '3.1>1.1', settlement: 'ask-again' },
  ],
  ['several-sops', 'Use this: Late parcel', { type: 'choose-sop', sop: 'late-parcel' }],
  ['no-sop', 'Use this: Damaged item', { type: 'choose-sop', sop: 'damaged-item' }],
  ['could-not-load', 'Try again', { type: 'retry-load' }],
  ['done', 'Run again', { type: 'run-again' }],
];

describe('what a person answers', () => {
  test.each(cases)('%s: “%s” is sent', async (state, button, command) => {
    const { store, user } = showSidebar(states[state]);
    await user.click(await screen.findByRole('button', { name: button }));
    expect(store.sent).toEqual([command]);
  });

  test('a no to a gate can say why', async () => {
    const { store, user } = showSidebar(states.gate);
    await user.click(screen.getByRole('button', { name: `No: ${gateQuestion}` }));
    await user.type(await screen.findByLabelText('Why not?'), 'chargeback');
    await user.click(screen.getByRole('button', { name: `No: ${gateQuestion}` }));
    expect(store.sent).toEqual([{ type: 'answer-gate', command: '3.1', answer: 'no', reason: 'chargeback' }]);
  });

  test('a gate of a colleague has no buttons', () => {
    showSidebar(states['gate-of-a-colleague']);
    expect(screen.queryByRole('button', { name: /^(Yes|No)/ })).toBeNull();
  });

  test('missing facts are given in canonical form, as many as are known', async () => {
    const { store, user } = showSidebar(states['missing-facts']);
    await user.type(await screen.findByLabelText('order value (USD)'), '1,142.10');
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    expect(store.sent).toEqual([
      { type: 'give-facts', command: '3.1', facts: [{ fact: 'order value', value: 'USD 1142.1' }] },
    ]);
  });

  test('a value that does not fit its type is not sent', async () => {
    const { store, user } = showSidebar(states['missing-facts']);
    await user.type(await screen.findByLabelText('prior chargebacks'), '1.5');
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    expect(screen.getByText('Enter a whole number.')).toBeInTheDocument();
    expect(store.sent).toEqual([]);
  });

  test('an empty form is not sent', async () => {
    const { store, user } = showSidebar(states['missing-facts']);
    await user.click(await screen.findByRole('button', { name: 'Use these values' }));
    expect(screen.getByText('Enter at least one value.')).toBeInTheDocument();
    expect(store.sent).toEqual([]);
  });

  test('an empty list is given on purpose', async () => {
    const { store, user } = showSidebar(states['missing-list']);
    await user.click(await screen.findByLabelText('There are none: orders in dispute'));
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    expect(store.sent).toEqual([
      { type: 'give-facts', command: '3.1', facts: [{ fact: 'orders in dispute', value: [] }] },
    ]);
  });

  test('a list that nobody filled in is not taken for an empty one', async () => {
    const { store, user } = showSidebar(states['missing-list']);
    await user.type(await screen.findByLabelText('orders in dispute'), ' {Enter} ');
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    expect(screen.getByText('Enter at least one value.')).toBeInTheDocument();
    expect(store.sent).toEqual([]);
  });

  test('a list that has something in it is not empty any more', async () => {
    const { store, user } = showSidebar(states['missing-list']);
    const none = await screen.findByLabelText('There are none: orders in dispute');
    await user.click(none);
    await user.type(screen.getByLabelText('orders in dispute'), 'ch_1{Enter}ch_2');
    expect(none).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Use these values' }));
    expect(store.sent).toEqual([
      { type: 'give-facts', command: '3.1', facts: [{ fact: 'orders in dispute', value: ['ch_1', 'ch_2'] }] },
    ]);
  });

  test('what the message does not say stays unknown', async () => {
    const { store, user } = showSidebar(states.extract);
    await user.selectOptions(await screen.findByLabelText('damage kind'), 'broken');
    await user.selectOptions(screen.getByLabelText('legal threat'), 'no');
    await user.click(screen.getByRole('button', { name: 'Use these answers' }));
    expect(store.sent).toEqual([
      {
        type: 'give-facts',
        command: '3.1',
        facts: [
          { fact: 'damage kind', value: 'broken' },
          { fact: 'legal threat', value: false },
          { fact: 'wished amount', value: null },
        ],
      },
    ]);
  });

  test('a manual step is ticked', async () => {
    const { store, user } = showSidebar(states.manual);
    await user.click(await screen.findByLabelText('Call the carrier if the customer asks for it.'));
    expect(store.sent).toEqual([{ type: 'tick-manual', command: '3.1', note: undefined }]);
  });

  test('taking over needs a reason', async () => {
    const { store, user } = showSidebar(states.waiting);
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    const confirm = await screen.findByRole('button', { name: 'Take over' });
    await user.click(confirm);
    expect(store.sent).toEqual([]);
    await user.type(screen.getByLabelText('Why?'), 'the customer called');
    await user.click(confirm);
    expect(store.sent).toEqual([{ type: 'take-over', reason: 'the customer called' }]);
  });

  test('another SOP can be chosen from the menu', async () => {
    const { store, user } = showSidebar(states.waiting);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Choose another SOP' }));
    await user.click(await screen.findByRole('button', { name: 'One that does not fit' }));
    await user.click(screen.getByRole('button', { name: 'Use this: Damaged item' }));
    expect(store.sent).toEqual([{ type: 'choose-sop', sop: 'damaged-item' }]);
  });
});
