import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { parseApi } from '../../../src/domain/custom-api/parse-api.ts';
import { apiActionKind } from '../../../src/systems/custom-api/api-action-kind.ts';
import { english } from '../../../src/ui/i18n/messages.ts';
import { createWords } from '../../../src/ui/i18n/words.ts';
import { systemName } from '../../../src/ui/values/system-name.ts';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import { refund } from '../fixtures/proposals.ts';
import { withRefund } from '../fixtures/runs.ts';
import { running } from '../fixtures/states.ts';
import { showSidebar } from '../show-sidebar.tsx';

// What an admin has described has no translation: its words are those of the description.

const description = depotDescription().replace(
  'required, editable\n',
  'required, editable, label "Why it is held"\n',
);

function showHold() {
  const { api } = parseApi(description);
  const action = api?.actions.find(({ operation }) => operation === 'hold');
  if (api === undefined || action === undefined) throw new Error('The depot describes no hold.');
  const { operation, title, parameters: fields } = apiActionKind(api, action);
  const parameters = { number: 'DP-1', reason: 'address' };
  const target = { ids: { parcel: 'DP-1' }, name: 'DP-1' };
  const preparation = {
    is: 'ready',
    target,
    preview: [{ label: 'status', value: 'waiting' }],
    atMost: {},
  } as const;
  const changes = {
    operation,
    title,
    action: 'hold it',
    parameters,
    proposed: parameters,
    fields,
    preparation,
  };
  return showSidebar(running(withRefund(refund({ is: 'waiting' }, changes))));
}

describe('an action that an admin has described', () => {
  test('is called as its description calls it, with the labels of its parameters', () => {
    const { container } = showHold();
    expect(container.textContent).toContain('Hold the parcel');
    expect(screen.getByText('Why it is held')).toBeDefined();
    // Its number is in the title.
    expect(screen.queryByText('Parcel number')).toBeNull();
    expect(screen.getByText('Status')).toBeDefined();
  });

  test('has the same labels where it is edited', async () => {
    const { user } = showHold();
    await user.click(screen.getByRole('button', { name: /^Edit/ }));
    const form = await screen.findByRole('form');
    expect(within(form).queryByText('Parcel number')).toBeNull();
    expect(within(form).getByText('Why it is held')).toBeDefined();
  });
});

test('a described system is called by its name', () => {
  const words = createWords({ messages: english, locale: 'en-US', timeZone: 'UTC' });
  expect(systemName('depot', words)).toBe('Depot');
  expect(systemName('carrier-portal', words)).toBe('Carrier portal');
  expect(systemName('stripe', words)).toBe('Stripe');
});
