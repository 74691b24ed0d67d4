import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import { showSidebar } from '../show-sidebar.tsx';

describe('why', () => {
  test('one line says why this SOP; it opens to the SOPs that do not fit and to what does not hold', async () => {
    const { user } = showSidebar(states.waiting);
    const line = screen.getByRole('button', {
      name: /^Why: ticket form = "Shipping", ticket tags contains "late_parcel"$/,
    });
    expect(line).toHaveAttribute('aria-expanded', 'false');
    await user.click(line);
    expect(line).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('SOPs that do not fit')).toBeVisible();
    expect(screen.getByText('ticket form = "Returns"')).toBeVisible();
  });

  test('what is closed cannot be reached by Tab', () => {
    const { container } = showSidebar(states.waiting);
    const closed = [...container.querySelectorAll('section[aria-hidden="true"]')];
    expect(closed.length).toBeGreaterThan(0);
    for (const section of closed)
      expect(section.querySelector('[inert], :scope[inert]') ?? section.getAttribute('inert')).not.toBeNull();
  });

  test('a step opens to its sentence, what came of it, and the facts that it rests on', async () => {
    const { user } = showSidebar(states.waiting);
    await user.click(screen.getByRole('button', { name: '1. One dispute at a time.' }));
    expect(
      screen.getByText(
        'If count(orders in dispute) > 1: escalate to Payments because "several orders in dispute".',
      ),
    ).toBeVisible();
    expect(screen.getByText(/orders in dispute:\s*none/)).toBeVisible();
  });

  test('a proposal shows the sentence of the SOP, the facts, and the policy', () => {
    showSidebar(states.waiting);
    const card = within(screen.getByRole('group', { name: 'Refund $142.10 to Visa ··4242' }));
    expect(
      card.getByText(/If order value < \$200 and prior chargebacks = 0: propose full refund\./),
    ).toBeVisible();
    expect(card.getByText(/order value:\s\$142\.10 · prior chargebacks:\s0/)).toBeVisible();
    expect(card.getByRole('link', { name: /Refund policy 4\.2, late delivery/ })).toHaveAttribute(
      'href',
      'https://help.example.com/policies/refunds#late',
    );
  });

  test('unknown facts come first, and what the customer said stands there in the words of the customer', () => {
    const { unmount } = showSidebar(states['missing-facts']);
    expect(screen.getAllByRole('term')[0]).toHaveTextContent('order value');
    unmount();
    showSidebar(states.waiting);
    expect(screen.getByText('“I just want my money back”')).toBeVisible();
    expect(screen.getByText(/customer says/)).toBeVisible();
  });

  test('more than eight facts leave room for the plan until they are asked for', async () => {
    const { user } = showSidebar(states['unknown-facts']);
    const before = screen.getAllByRole('term').length;
    await user.click(screen.getByRole('button', { name: /^Show/ }));
    expect(screen.getAllByRole('term').length).toBeGreaterThan(before);
  });

  test('the steps say in words what they are', () => {
    showSidebar(states.waiting);
    const steps = within(screen.getByRole('list', { name: 'Plan' })).getAllByRole('listitem');
    expect(steps.map((step) => within(step).getAllByRole('img')[0]?.getAttribute('aria-label'))).toEqual([
      'done',
      'done',
      'now',
      'later',
    ]);
    expect(steps[2]).toHaveAttribute('aria-current', 'step');
  });
});
