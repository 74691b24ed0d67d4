import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RunView } from '../../../src/app/run-view.ts';
import { openTicket, refund, reply, setField, succeeded } from '../fixtures/proposals.ts';
import { withRefund } from '../fixtures/runs.ts';
import { running, states } from '../fixtures/states.ts';
import { showSidebar } from '../show-sidebar.tsx';

function namesOfLines(): readonly (string | null)[] {
  const terms = [...document.querySelectorAll('[role="group"] dt, [role="group"] figcaption')];
  return terms.map(({ textContent }) => textContent);
}

function showRun(run: RunView) {
  return showSidebar(running(run));
}

describe('a card says each thing once', () => {
  test('an escalation: where it goes from and to, and the tag', () => {
    showSidebar(states['escalation-waits']);
    expect(namesOfLines()).toEqual(['Group', 'Tag']);
  });

  test('a question to the customer: its text', () => {
    showSidebar(states['question-waits']);
    expect(namesOfLines()).toEqual(['Text']);
  });

  test('a field of the open ticket: what it held', () => {
    showRun(withRefund(setField({ is: 'waiting' })));
    expect(namesOfLines()).toEqual(['Value']);
  });

  test('labels begin alike, whoever named them', () => {
    const preview = [{ label: 'sort_of_thing', value: 'a' }];
    const preparation = { is: 'ready', target: { ids: {}, name: '' }, preview, atMost: {} } as const;
    showRun(withRefund(refund({ is: 'waiting' }, { preparation })));
    expect(namesOfLines()).toEqual(['Sort of thing']);
  });
});

describe('the open ticket is no place to look at', () => {
  test('before something is done', () => {
    const { container } = showSidebar(states['escalation-waits']);
    expect(container.textContent).not.toContain('#4512');
  });

  test.each([
    ['the open ticket', openTicket.url, false],
    ['an address that cannot be a link', 'http://127.0.0.1/agent/tickets/4512', false],
    ['another place', 'https://dashboard.stripe.example/re_1', true],
  ])('after it is done: %s', (_, url, isThere) => {
    showRun(withRefund(reply({ ...succeeded, url })));
    expect(screen.queryByText(/^Look in/) !== null).toBe(isThere);
  });
});

describe('a long sentence of the SOP', () => {
  test('opens to all of it', async () => {
    const { user } = showSidebar(states['long-sentence']);
    const more = screen.getByRole('button', { name: 'Whole sentence' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    expect(screen.getByRole('button', { name: 'Less' })).toHaveAttribute('aria-expanded', 'true');
  });

  test('a short one has nothing to open', () => {
    showSidebar(states.waiting);
    expect(screen.queryByRole('button', { name: 'Whole sentence' })).toBeNull();
  });
});
