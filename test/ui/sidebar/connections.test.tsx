import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import { showSidebar, words } from '../show-sidebar.tsx';

const { t } = words;

/** The menu comes later than the page, as it is loaded on demand. */
async function openMenu(user: ReturnType<typeof showSidebar>['user']): Promise<void> {
  await user.click(await screen.findByRole('button', { name: t('menu.label') }));
}

async function chooseCheck(user: ReturnType<typeof showSidebar>['user']): Promise<void> {
  await openMenu(user);
  await user.click(await screen.findByRole('menuitem', { name: t('menu.check-systems') }));
}

const title = () => screen.findByRole('heading', { name: t('systems.title') });

/** What one system says, by its name. */
function lineOf(name: string): string {
  const items = screen.getAllByRole('listitem');
  const line = items.find((item) => item.textContent.includes(name));
  return (line?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

describe('the connections of the systems', () => {
  test('are asked for from the menu by an admin, and each says how it stands', async () => {
    const { store, user } = showSidebar(states.connections);
    await chooseCheck(user);
    await title();
    expect(store.sent).toEqual([{ type: 'check-systems' }]);
    expect(screen.getByText('4 connected, 2 failing, 1 not set up.')).toBeVisible();
    expect(lineOf('Shopify')).toContain('Live');
    expect(lineOf('Shopify')).toContain('Connected to Sample Shop.');
    expect(lineOf('Stripe')).toContain('nothing that is approved moves real money or goods');
    expect(lineOf('EasyPost')).toContain('The setting easypost_key is empty, wrong or no longer valid.');
    expect(lineOf('EasyPost')).toContain('Request req_f00dcafe');
    expect(lineOf('Salesforce')).toContain(
      'The setting “Salesforce domain” (salesforce_domain) connects it.',
    );
  });

  test('are not in the menu of others', async () => {
    const { user } = showSidebar(states.waiting);
    await openMenu(user);
    await screen.findByRole('menuitem', { name: t('menu.help') });
    expect(screen.queryByRole('menuitem', { name: t('menu.check-systems') })).toBeNull();
  });

  test('can be looked at where no run is open, and not by others', async () => {
    const { store, user, show } = showSidebar(states['connections-no-sop']);
    await user.click(screen.getByRole('button', { name: t('menu.check-systems') }));
    await title();
    expect(store.sent).toEqual([{ type: 'check-systems' }]);
    show(states['connections-could-not-load']);
    expect(screen.getByRole('button', { name: t('menu.check-systems') })).toBeVisible();
    show(states['could-not-load']);
    expect(screen.queryByRole('button', { name: t('menu.check-systems') })).toBeNull();
  });

  test('show a sign for each system that has not answered, and are asked again when all have', async () => {
    const { store, user, show } = showSidebar(states['connections-asking']);
    await chooseCheck(user);
    await title();
    expect(lineOf('Stripe')).toBe(t('systems.asking', { system: 'Stripe' }));
    const again = screen.getByRole('button', { name: t('systems.again') });
    await user.click(again);
    expect(store.sent).toHaveLength(1);
    show(states.connections);
    await user.click(again);
    expect(store.sent).toEqual([{ type: 'check-systems' }, { type: 'check-systems' }]);
  });

  test('say aloud when all have answered, not one by one', async () => {
    const { user, show } = showSidebar(states['connections-asking']);
    await chooseCheck(user);
    await title();
    const status = screen.getByText(t('systems.checking')).closest('[role=status]');
    expect(status).not.toBeNull();
    show(states.connections);
    expect(status).toHaveTextContent('4 connected, 2 failing, 1 not set up.');
    expect(status).not.toHaveTextContent('Stripe');
  });

  test.each(['Escape', 'the button'])('take the focus, and give it back when %s closes them', async (by) => {
    const { user } = showSidebar(states['connections-no-sop']);
    const opener = screen.getByRole('button', { name: t('menu.check-systems') });
    await user.click(opener);
    const heading = await title();
    await waitFor(() => expect(heading).toHaveFocus());
    if (by === 'Escape') await user.keyboard('{Escape}');
    else await user.click(screen.getByRole('button', { name: t('form.close') }));
    expect(screen.queryByRole('heading', { name: t('systems.title') })).toBeNull();
    expect(opener).toHaveFocus();
  });

  test('stand in the place of the plan, which comes back after them', async () => {
    const { user } = showSidebar(states.connections);
    await chooseCheck(user);
    const heading = await title();
    await waitFor(() => expect(heading).toHaveFocus());
    expect(screen.queryByRole('heading', { name: t('plan.title') })).toBeNull();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: t('plan.title') })).toBeVisible();
  });
});

describe('the number of a request', () => {
  test.each(['failed', 'unknown-cannot-tell'] as const)('stands where a failure is shown: %s', (state) => {
    showSidebar(states[state]);
    expect(screen.getByText(/^req_/).tagName).toBe('CODE');
  });

  test('stands with a fact that could not be read, and nothing where the system gave none', () => {
    const { show } = showSidebar(states['fact-failed']);
    expect(screen.getByText('req_7Hd2LmQx0aVc').tagName).toBe('CODE');
    show(states['system-left-alone']);
    expect(screen.queryByText(t('failure.request'), { exact: false })).toBeNull();
  });
});
