import { expect, test } from './support/desk-test.ts';

// One typical ticket for each SOP of the starter library, as a rep finds it: the SOP, and what waits for whom.

const tickets = [
  { ticket: 4528, title: 'Order cancellation', shows: /^Cancel order #1031/ },
  { ticket: 4529, title: 'Address change after ordering', shows: /^Is this address complete/ },
  { ticket: 4530, title: 'Return request', shows: /^Can all of it come back/ },
  { ticket: 4531, title: 'Wrong item', shows: /^Does the photo show that nothing/ },
  {
    ticket: 4532,
    title: 'Account access with identity check',
    shows: /^Does the writer name what was in order #1035/,
  },
  { ticket: 4533, title: 'Data-deletion request', shows: /^Add tag privacy_request/ },
  { ticket: 4534, title: 'Subscription cancellation', shows: /^End the subscription Gas cartridges/ },
  { ticket: 4535, title: 'Charged twice', shows: /^Refund \$72\.50/ },
  { ticket: 4536, title: 'Refund status', shows: /^Refund \$67\.00/ },
  { ticket: 4537, title: 'Chargeback or dispute received', shows: /^Send evidence for the dispute/ },
  { ticket: 4538, title: 'Carrier claim', shows: /^File a claim over \$96\.00/ },
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
