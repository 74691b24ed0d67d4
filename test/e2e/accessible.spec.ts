import { expect, test } from './support/desk-test.ts';

// What a rep meets first, in both schemes and at the width that Zendesk gives a sidebar.

const sights = [
  { what: 'a proposal', ticket: 4512, shows: /^Refund \$142\.10/ },
  { what: 'a gate', ticket: 4513, shows: /^Waiting for Team lead/ },
  { what: 'a missing fact', ticket: 4517, shows: /^It cannot be decided/ },
  { what: 'a judgement', ticket: 4518, shows: /^Does the photo show/ },
  { what: 'no SOP', ticket: 4520, shows: /^No SOP for this ticket/ },
] as const;

for (const scheme of ['light', 'dark'] as const) {
  test(`what a rep meets is accessible in ${scheme} colours`, async ({ desk, expectAccessible }) => {
    test.setTimeout(60_000);
    for (const { what, ticket, shows } of sights) {
      await desk.open(ticket, { scheme });
      await expect(desk.app.getByText(shows).first(), what).toBeVisible({ timeout: 15_000 });
      await expectAccessible('iframe[title="Signoff"]');
    }
  });
}
