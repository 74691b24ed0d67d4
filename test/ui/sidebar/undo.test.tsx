import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RunView } from '../../../src/app/run-view.ts';
import { refund, setField, succeeded, undo } from '../fixtures/proposals.ts';
import { run, stepFour, stepOne, stepThree, stepTwo } from '../fixtures/runs.ts';
import { running, states } from '../fixtures/states.ts';
import { keysReady, ready, seen, showSidebar, words } from '../show-sidebar.tsx';

const undoTitle = 'Undo: Set Ship exception: open';
const undoId = '4.2/undo#0';
const setTitle = 'Set Ship exception: resolved-refunded';

/** A field was set; its undo waits, and behind it the run's own next proposal. */
function both(changes: Partial<RunView> = {}): RunView {
  const set = setField({ ...succeeded, url: undefined }, { id: '4.2' });
  const next = refund({ is: 'waiting' }, { id: '4.3', step: 4 });
  return run({
    steps: [
      stepOne,
      stepTwo,
      stepThree([], 'done'),
      stepFour([set, undo({ is: 'waiting' }), next], 'current'),
    ],
    ...changes,
  });
}

describe('what can be taken back', () => {
  test('offers it by name, reached by keyboard', async () => {
    const { user, store } = showSidebar(states['undo-offered']);
    screen.getByRole('button', { name: `Undo ${setTitle}` }).focus();
    await user.keyboard('{Enter}');
    expect(store.sent).toEqual([{ type: 'propose-undo', command: '4.2' }]);
  });

  test('does not offer it offline', () => {
    const { phase } = states['undo-offered'];
    if (phase.is !== 'running') throw new Error('It runs.');
    showSidebar(running({ ...phase.run, mayActBeside: { is: 'no', because: 'offline' } }));
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  test('is decided on its own card, also after the end of the run', async () => {
    const { user, store } = showSidebar(states['undo-after-end']);
    await user.click(await ready(screen.getByRole('button', { name: `Approve ${undoTitle}` })));
    expect(store.sent).toMatchObject([{ type: 'approve', command: undoId }]);
  });

  test('shows who may not decide it the reason and no button', () => {
    const { phase } = states['undo-after-end'];
    if (phase.is !== 'ended') throw new Error('It has ended.');
    const mayActBeside = { is: 'no', because: 'may-not-change' } as const;
    showSidebar({ ...states['undo-after-end'], phase: { ...phase, run: { ...phase.run, mayActBeside } } });
    expect(screen.queryByRole('button', { name: /^(Approve|Reject)/ })).toBeNull();
    expect(screen.getByText(words.t('obstacle.may-not-change'))).toBeVisible();
  });

  test('stands right behind what it takes back, before what the run goes on with', () => {
    const { container } = showSidebar(running(both()));
    const places = [setTitle, undoTitle, 'Refund $142.10 to Visa'].map((title) =>
      (container.textContent ?? '').indexOf(title),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('an undo and a proposal of the run that wait at once', () => {
  test('a key decides one of them', async () => {
    const { user, store } = showSidebar(running(both()));
    await keysReady();
    await user.keyboard('a');
    expect(store.sent).toMatchObject([{ type: 'approve', command: undoId }]);
    expect(screen.getAllByRole('button', { name: /^Approve/ })).toHaveLength(2);
  });

  test('“Approve all” covers the run’s own', async () => {
    const reply = refund({ is: 'planned' }, { id: '4.4', step: 4 });
    const view = both();
    const steps = view.steps.map((step) =>
      step.number === 4 ? { ...step, proposals: [...step.proposals, reply] } : step,
    );
    const { user, store } = showSidebar(running({ ...view, steps }));
    await user.keyboard('A');
    await user.click(await ready(await screen.findByRole('button', { name: 'Approve these 2' })));
    expect(store.sent).toMatchObject([
      { type: 'approve-all', approvals: [{ command: '4.3' }, { command: '4.4' }] },
    ]);
  });
});

describe('a right that is missing', () => {
  test('leaves nothing to approve, by mouse or by key', async () => {
    const { user, store } = showSidebar(states['not-allowed']);
    await seen();
    await user.keyboard('a');
    expect(store.sent).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Reject/ })).toBeVisible();
  });
});
