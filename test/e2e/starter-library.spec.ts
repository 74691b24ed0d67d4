import { expect, test } from './support/desk-test.ts';

// One typical ticket for each SOP of the starter library, as a rep finds it: the SOP, and what waits for whom.

const tickets = [
  { ticket: 4528, title: 'Order cancellation', shows: /^Please cancel order #1031 in Shopify/ },
  { ticket: 4529, title: 'Address change after ordering', shows: /^Is this address complete/ },
  { ticket: 4530, title: 'Return request', shows: /^Can all of it come back/ },
  { ticket: 4531, title: 'Wrong item', shows: /^Does the photo show that nothing/ },
  { ticket: 4532, title: 'Account access with identity check', shows: /^Is #1035 an order of this account/ },
  { ticket: 4533, title: 'Data-deletion request', shows: /^Add tag privacy_request/ },
  {
    ticket: 4534,
    title: 'Subscription cancellation',
    shows: /^Please cancel the subscription of order #1037/,
  },
  { ticket: 4535, title: 'Charged twice', shows: /^Waiting for Payments/ },
  { ticket: 4536, title: 'Refund status', shows: /^Refund \$67\.00/ },
  { ticket: 4537, title: 'Chargeback or dispute received', shows: /^Escalate to Payments/ },
  { ticket: 4538, title: 'Carrier claim', shows: /^Please file the claim with UPS/ },
] as const;

test('every SOP of the starter library shows its plan or its gate on a typical ticket', async ({ desk }) => {
  test.setTimeout(90_000);
  for (const { ticket, title, shows } of tickets) {
    await desk.open(ticket);
    await expect(
      desk.app.getByRole('heading', { name: title, exact: true, level: 1 }),
      `${ticket}`,
    ).toBeVisible({
      timeout: 15_000,
    });
    await expect(desk.app.getByText(shows).first(), `${ticket}`).toBeVisible();
  }
});
