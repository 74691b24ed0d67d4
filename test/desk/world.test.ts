import { describe, expect, test } from 'vitest';
import { createWorld } from '../../desk/world/world.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { deskSop, deskSops, sopsOfThisAccount, starterSops } from '../../desk/world/sops.ts';

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

  test('of two orders of one customer each has a payment and a parcel of its own', () => {
    const bought = world.stories.flatMap((story) =>
      (story.alsoBought ?? []).map(({ order, payment, parcel }) => ({ story, order, payment, parcel })),
    );
    expect(bought.length).toBeGreaterThan(0);
    for (const { story, order, payment, parcel } of bought) {
      expect(payment.amount).toBe(Number(order.total.replace('.', '')));
      const ofCustomer = world.shopify.orders.filter(
        ({ customer }) => customer === String(story.customer.id),
      );
      expect(ofCustomer.map(({ name }) => name)).toContain(`#${order.number}`);
      expect(ofCustomer.length).toBeGreaterThan(1);
      expect(world.easypost.trackers.map(({ trackingCode }) => trackingCode)).toContain(parcel?.trackingCode);
    }
    const named = world.stripe.charges.map(({ metadata }) => metadata?.['order_number']);
    for (const { order } of bought) expect(named.filter((number) => number === order.number)).toHaveLength(1);
  });

  test('two payments that name one order differ in nothing but their time', () => {
    const [first, second] = world.stripe.charges.filter(
      ({ metadata }) => metadata?.['order_number'] === '1044',
    );
    expect(second).toEqual({
      ...first,
      id: second?.id,
      paymentIntent: second?.paymentIntent,
      created: second?.created,
    });
    expect(second?.created).not.toBe(first?.created);
  });

  test('a parcel at the depot is that of an order in the shop', () => {
    const orders = world.shopify.orders.map(({ name }) => name);
    for (const { order } of world.depot.parcels) expect(orders).toContain(order);
  });

  test('the main walk-through is $142.10 on Visa 4242, lost, without a dispute', () => {
    const story = world.stories.find(({ ticketId }) => ticketId === 4512);
    expect(story?.payment).toEqual({ amount: 14_210, card: { brand: 'visa', last4: '4242' } });
    expect(story?.parcel).toMatchObject({ status: 'failure', statusDetail: 'lost' });
    expect(world.stripe.disputes.filter(({ charge }) => charge.includes('50001'))).toEqual([]);
  });

  test('two disputes belong to one customer, and one to another', () => {
    const customers = world.stripe.disputes.map(
      ({ charge }) => world.stripe.charges.find(({ id }) => id === charge)?.customer,
    );
    expect(customers).toEqual(['cus_desk50003', 'cus_desk50003', 'cus_desk50050']);
  });

  test('an amount that was taken twice is in two payments, of which one names the order', () => {
    const charges = world.stripe.charges.filter(({ customer }) => customer === 'cus_desk50048');
    expect(charges.map(({ amount }) => amount)).toEqual([7250, 7250]);
    expect(charges.map(({ metadata }) => metadata)).toEqual([{ order_number: '1038' }, {}]);
  });

  test('what was not sent has no fulfilment and no tracker', () => {
    const unsent = world.stories.flatMap(({ order }) => (order?.isUnsent === true ? [order.number] : []));
    expect(unsent).toEqual(['1031', '1032', '1039']);
    const inShop = world.shopify.orders.filter(({ name }) => unsent.includes(name.slice(1)));
    expect(inShop.map(({ fulfilments }) => fulfilments)).toEqual([[], [], []]);
    const codes = world.easypost.trackers.map(({ trackingCode }) => trackingCode);
    expect(codes.filter((code) => unsent.some((number) => code.endsWith(number)))).toEqual([]);
  });

  test('a cancelled order was not sent', () => {
    const cancelled = world.shopify.orders.filter(({ cancelledAt }) => cancelledAt !== undefined);
    expect(cancelled.map(({ name, fulfilments }) => [name, fulfilments])).toEqual([['#1039', []]]);
  });

  test('a value of a drop-down is one of its options, and every field is on the form of its ticket', () => {
    const { ticketFields = [], ticketForms = [], tickets } = world.zendesk;
    for (const { id: ticket, form, fields } of tickets) {
      const onForm = ticketForms.find(({ name }) => name === form)?.fieldIds;
      for (const [id, value] of Object.entries(fields ?? {})) {
        const field = ticketFields.find((known) => known.id === Number(id));
        expect(onForm, `ticket ${ticket}`).toContain(field?.id);
        const options = field?.options?.map((option): unknown => option.value) ?? [value];
        expect(options, `ticket ${ticket}`).toContain(value);
      }
    }
  });

  test('an option’s tag belongs to one field only, as Zendesk wants it', () => {
    const tags = (world.zendesk.ticketFields ?? []).flatMap(
      ({ options }) => options?.map(({ value }) => value) ?? [],
    );
    expect(new Set(tags).size).toBe(tags.length);
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

describe('the teams', () => {
  const text = starterSops()
    .map((sop) => sop.text)
    .join('\n');
  const named = new Set(
    [
      ...text.matchAll(
        /(?:[Ee]scalate to|[Gg]ate|[Nn]otify|" by) ([A-Z]\w+(?: (?:\d|and safety|desk|lead))?)/g,
      ),
    ].map(([, team = '']) => team),
  );

  test('that the starter library names are all in the settings, each with a group or a role of the account', () => {
    const settings = String(world.zendesk.installation?.settings['teams']);
    expect(named.size).toBeGreaterThanOrEqual(9);
    for (const team of named) expect(settings).toMatch(new RegExp(`^${team} = (group|role) \\d+$`, 'm'));
  });

  test('have a member each, so that every gate can be answered at the desk', () => {
    const groups = new Set(
      Object.values(AGENTS).flatMap(({ groupIds }) => [...groupIds] as readonly number[]),
    );
    expect(world.zendesk.groups.filter(({ id }) => !groups.has(id))).toEqual([]);
  });
});

describe('the SOPs of this account alone', () => {
  test('are published beside the starter library, under ids of their own', () => {
    const ids = deskSops().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(sopsOfThisAccount().map(({ id }) => id)));
    expect(sopsOfThisAccount().map(({ id }) => id)).toEqual(['depot-hold', 'guarantee']);
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
