import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import { refund, reply, setField, undo } from '../fixtures/proposals.ts';
import { run, stepFour, stepOne, stepThree, stepTwo, withRefund } from '../fixtures/runs.ts';
import { running, states } from '../fixtures/states.ts';
import { showSidebar } from '../show-sidebar.tsx';

// What a rep reads where something is not possible yet, and what there is to press.

const serialMissing: Preparation = {
  is: 'impossible',
  failure: { code: 'refused', reason: 'Zendesk does not solve this ticket while “Serial number” is empty.' },
};
const wrongKey = 'The setting shopify_token is wrong.';

describe('what is not possible yet', () => {
  test('is said on a proposal that still lies ahead, before anything is approved', () => {
    const set = setField({ is: 'planned' }, { preparation: serialMissing });
    const { container } = showSidebar(
      running(run({ steps: [stepOne, stepTwo, stepThree([refund({ is: 'waiting' })]), stepFour([set])] })),
    );
    expect(container.textContent).toContain('Not possible as things are: Zendesk does not solve this ticket');
    expect(screen.getByRole('button', { name: /^Approve Refund/ })).toBeEnabled();
  });

  test('can be computed again once it waits, and only there', async () => {
    const { user, store } = showSidebar(
      running(withRefund(refund({ is: 'waiting' }, { preparation: serialMissing }))),
    );
    await user.click(screen.getByRole('button', { name: 'Compute again' }));
    expect(store.sent).toEqual([{ type: 'compute-again', command: refund({ is: 'waiting' }).id }]);
  });

  test('offers nothing to compute to whoever may only look', () => {
    showSidebar(
      running(
        withRefund(refund({ is: 'waiting' }, { preparation: serialMissing }), {
          mayAct: { is: 'no', because: 'may-not-change' },
        }),
      ),
    );
    expect(screen.queryByRole('button', { name: 'Compute again' })).toBeNull();
  });
});

describe('records of which one is meant', () => {
  test('have a name each, also where two cards are called the same', () => {
    showSidebar(states['choose-payment']);
    const names = screen
      .getAllByRole('button', { name: /^Use this one/ })
      .map((button) => button.getAttribute('aria-label'));
    expect(new Set(names).size).toBe(names.length);
  });

  test('leave the facts that wait for them unread, and say so', () => {
    const { phase } = states['choose-record'];
    if (phase.is !== 'running') throw new Error('It runs.');
    const asked = phase.run.waitingFor.flatMap((waiting) => (waiting.kind === 'record' ? waiting.facts : []));
    const facts = phase.run.facts.map((fact) =>
      asked.includes(fact.name) ? { ...fact, state: { is: 'reading' } as const } : fact,
    );
    const { container } = showSidebar(running({ ...phase.run, facts }));
    const waits = container.textContent.split('waits for your choice').length - 1;
    expect(waits).toBe(facts.filter(({ name }) => asked.includes(name)).length);
    expect(waits).toBeGreaterThan(0);
  });
});

describe('a wrong setting', () => {
  test('is told as what it is, and not as a system that does not answer', () => {
    const notice = {
      is: 'system-down',
      system: 'easypost',
      reason: wrongKey,
      isMisconfigured: true,
    } as const;
    showSidebar(running(run(), [notice]));
    const said = screen.getByRole('status', { name: 'Notices' }).textContent;
    expect(said).toContain(wrongKey);
    expect(said).toContain('Ask an admin');
    expect(said).not.toContain('EasyPost does not answer');
  });
});

describe('a value that is taken away', () => {
  test('is called clearing the field, never by the name of the operation', () => {
    const cleared = undo({ is: 'waiting' });
    const parameters = { ...cleared.parameters, value: '' };
    showSidebar(
      running(
        run({
          steps: [
            stepOne,
            stepTwo,
            stepThree([], 'done'),
            stepFour([{ ...cleared, parameters, proposed: parameters }, reply({ is: 'planned' })], 'current'),
          ],
        }),
      ),
    );
    expect(screen.getByRole('heading', { name: 'Undo: Clear Ship exception' })).toBeVisible();
  });
});
