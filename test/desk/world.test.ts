import { describe, expect, test } from 'vitest';
import { createWorld } from '../../desk/world/world.ts';
import { deskSop } from '../../desk/world/sops.ts';

const MORNING = new Date('2026-11-20T00:00:05Z');
const EVENING = new Date('2026-11-20T23:59:50Z');
const world = createWorld(MORNING, []);

describe('the calendar', () => {
  test('the world is the same all day', () => {
    expect(createWorld(EVENING, [])).toEqual(world);
  });

  test('it is another one on another day', () => {
    expect(createWorld(new Date('2026-11-21T00:00:05Z'), [])).not.toEqual(world);
  });

  test('nothing lies in the future', () => {
    const instants = JSON.stringify(world.zendesk).match(/\d{4}-\d\d-\d\dT[\d:]+Z/g) ?? [];
    expect(instants.length).toBeGreaterThan(20);
    expect(instants.filter((instant) => Date.parse(instant) > MORNING.getTime())).toEqual([]);
  });

  test('the parcel of the main walk-through was promised nine days ago', () => {
    const order = world.shopify.orders.find(({ name }) => name === '#1001');
    expect(order?.fulfilments[0]?.promisedAt).toBe('2026-11-11T18:00:00Z');
  });
});

describe('the people', () => {
  test('are samples, with addresses that belong to nobody', () => {
    for (const { name, email } of world.zendesk.users) {
      expect(name).toMatch(/^(Sample|Second|Workspace)/);
      expect(email).toMatch(/@(example\.(com|org)|desk\.example)$/);
    }
  });

  test('have ids of their own', () => {
    const ids = world.zendesk.users.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the stories', () => {
  test('are at least twelve, each with a ticket and something to see', () => {
    expect(world.stories.length).toBeGreaterThanOrEqual(12);
    expect(new Set(world.stories.map(({ ticketId }) => ticketId)).size).toBe(world.stories.length);
    expect(world.stories.filter(({ shows }) => shows.length < 20)).toEqual([]);
  });

  test('an order costs what its payment took, to the cent', () => {
    for (const { order, payment } of world.stories) {
      if (order === undefined || payment === undefined) continue;
      expect(payment.amount).toBe(Number(order.total.replace('.', '')));
    }
  });

  test('the main walk-through is $142.10 on Visa 4242, lost, without a dispute', () => {
    const story = world.stories.find(({ ticketId }) => ticketId === 4512);
    expect(story?.payment).toEqual({ amount: 14_210, card: { brand: 'visa', last4: '4242' } });
    expect(story?.parcel).toMatchObject({ status: 'failure', statusDetail: 'lost' });
    expect(world.stripe.disputes.filter(({ charge }) => charge.includes('50001'))).toEqual([]);
  });

  test('two disputes belong to one customer', () => {
    const customers = world.stripe.disputes.map(
      ({ charge }) => world.stripe.charges.find(({ id }) => id === charge)?.customer,
    );
    expect(customers).toHaveLength(2);
    expect(new Set(customers).size).toBe(1);
  });

  test('a customer that the payment system does not know is not in it', () => {
    const emails = world.stripe.customers.map(({ email }) => email);
    expect(emails).not.toContain('sample.patron@example.com');
  });

  test('the carrier fails for one parcel alone', () => {
    expect(world.faults).toEqual([{ system: 'easypost', kind: 'down', match: 'EZ100500001005' }]);
  });

  test('the words by which a canned answer is chosen stand in one ticket only, and its quotes are in the message', () => {
    for (const { assistant, messages } of world.stories) {
      if (assistant === undefined) continue;
      const said = messages.map(({ text }) => text).join('\n');
      const others = world.stories.filter((story) =>
        story.messages.some(({ text }) => text.includes(assistant.whenMessageContains)),
      );
      expect(others).toHaveLength(1);
      for (const { quote } of Object.values(assistant.facts)) expect(said).toContain(quote);
    }
  });
});

describe('an SOP of the desk', () => {
  const text = '---\nsop: late-parcel\nversion: 5\n---\n# Late parcel\n';

  test('has the id and version of its header and the SHA-256 of its text', () => {
    expect(deskSop(text)).toEqual({
      id: 'late-parcel',
      version: 5,
      text,
      hash: 'd14dbfd9900477eaac144c83b1444f1d888dd65777df29421bf4b72eb35f24ee',
    });
  });

  test('without id or version is refused in words', () => {
    expect(() => deskSop('# Late parcel')).toThrow(
      'its header needs “sop: <id>” and “version: <whole number>”',
    );
  });
});
