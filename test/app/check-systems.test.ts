import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { SystemsCheck } from '../../src/app/check-systems.ts';
import type { SystemCheck } from '../../src/app/ports/systems.ts';
import type { Surroundings } from '../../src/app/ports/surroundings.ts';
import { createSidebarStore, type OpenSidebarStore } from '../../src/app/sidebar-store.ts';
import type { Failure } from '../../src/domain/run/events.ts';
import { createAppWorld, sampleRep, unavailable, type AppWorld } from '../support/app-world.ts';
import { settle } from '../support/manual-clock.ts';
import { refundSop } from '../support/sample-sops.ts';

const admin = { ...sampleRep, isAdmin: true };
const connected: SystemCheck = { system: 'stripe', is: 'connected', mode: 'test' };
const notSetUp: SystemCheck = { system: 'salesforce', is: 'not-set-up', setting: 'salesforce_domain' };
const wrongKey: Failure = { code: 'misconfigured', reason: 'Fill in easypost_key.', requestId: 'req_1' };
const failing: SystemCheck = { system: 'easypost', is: 'failing', failure: wrongKey };

/** Decides by two facts of the same system. */
const twoFactsSop = refundSop
  .replace('actions:', '  order state: text from shopify.order.status\nactions:')
  .replace('If order value < $200:', 'If order value < $200 and order state = "paid":');

let world: AppWorld;
let store: OpenSidebarStore;

const surroundings: Surroundings = {
  colorScheme: () => 'light',
  isOnline: () => true,
  onChanged: () => () => undefined,
};

async function open(ports: AppPorts = world.browser()): Promise<void> {
  store = createSidebarStore({ ...ports, surroundings });
  await quiet();
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await settle();
}

const view = () => store.getState().systems;
const states = () => view()?.systems.map(({ system, is }) => `${system}: ${is}`);
const asked = () => world.calls.filter((call) => call === 'check systems').length;

beforeEach(() => {
  world = createAppWorld(refundSop);
  world.facts.set('order number', '1001').set('order value', '$120');
  world.user = admin;
  for (const check of [connected, failing, notSetUp])
    world.connections.set(check.system, Promise.resolve(check));
});

afterEach(() => store.close());

describe('checking the connections', () => {
  it('asks nobody until an admin wants to know', async () => {
    await open();
    expect(view()).toEqual({ isChecking: false, systems: [] });
    expect(asked()).toBe(0);
  });

  it('shows what every system has said, in its place', async () => {
    await open();
    store.send({ type: 'check-systems' });
    await quiet();
    expect(view()).toEqual({ isChecking: false, systems: [connected, failing, notSetUp] });
  });

  it('shows each answer as it comes, and waits for no other', async () => {
    const slow = Promise.withResolvers<SystemCheck>();
    world.connections.set('easypost', slow.promise);
    await open();
    store.send({ type: 'check-systems' });
    await quiet();
    expect(states()).toEqual(['stripe: connected', 'easypost: checking', 'salesforce: not-set-up']);
    expect(view()?.isChecking).toBe(true);
    slow.resolve(failing);
    await quiet();
    expect(states()).toEqual(['stripe: connected', 'easypost: failing', 'salesforce: not-set-up']);
    expect(view()?.isChecking).toBe(false);
  });

  it('asks all of them anew when it is wanted again, and not while they are being asked', async () => {
    const slow = Promise.withResolvers<SystemCheck>();
    world.connections.set('easypost', slow.promise);
    await open();
    store.send({ type: 'check-systems' });
    store.send({ type: 'check-systems' });
    await quiet();
    expect(asked()).toBe(1);
    slow.resolve(failing);
    await quiet();
    world.connections.set('stripe', new Promise(() => undefined));
    store.send({ type: 'check-systems' });
    await quiet();
    expect(asked()).toBe(2);
    expect(states()).toEqual(['stripe: checking', 'easypost: failing', 'salesforce: not-set-up']);
  });

  it('holds up no decision while a system hangs', async () => {
    world.connections.set('stripe', new Promise(() => undefined));
    await open();
    store.send({ type: 'check-systems' });
    const { phase } = store.getState();
    const proposals = phase.is === 'running' ? phase.run.steps.flatMap((step) => step.proposals) : [];
    store.send({
      type: 'approve-all',
      approvals: proposals.map(({ id, parameters }) => ({ command: id, parameters })),
    });
    await quiet();
    expect(world.done.map(({ operation }) => operation)).toContain('stripe.refund');
    expect(view()?.isChecking).toBe(true);
  });

  it('is for admins alone', async () => {
    world.user = sampleRep;
    await open();
    store.send({ type: 'check-systems' });
    await quiet();
    expect(view()).toBeUndefined();
    expect(asked()).toBe(0);
  });

  it('works where no SOP fits', async () => {
    world = Object.assign(world, { ticket: { ...world.ticket, facts: {} } });
    world.sops.length = 0;
    await open();
    expect(store.getState().phase.is).toBe('no-sop');
    store.send({ type: 'check-systems' });
    await quiet();
    expect(states()).toHaveLength(3);
  });

  it.each([
    [
      'library',
      (ports: AppPorts) => ({
        ...ports,
        library: { ...ports.library, published: () => Promise.reject(new Error('503')) },
      }),
    ],
    [
      'settings',
      (ports: AppPorts) => ({ ...ports, settings: { read: () => Promise.reject(new Error('503')) } }),
    ],
    [
      'ticket',
      (ports: AppPorts) => ({
        ...ports,
        desk: { ...ports.desk, ticket: () => Promise.reject(new Error('503')) },
      }),
    ],
  ] as const)('works where the %s could not be loaded', async (what, without) => {
    await open(without(world.browser()));
    expect(store.getState().phase).toMatchObject({ is: 'could-not-load', what });
    store.send({ type: 'check-systems' });
    await quiet();
    expect(states()).toHaveLength(3);
  });

  it('is offered to nobody where it could not be read who is there', async () => {
    const ports = world.browser();
    await open({
      ...ports,
      desk: { ...ports.desk, currentUser: () => Promise.reject(new Error('503')) },
    });
    store.send({ type: 'check-systems' });
    await quiet();
    expect(view()).toBeUndefined();
    expect(asked()).toBe(0);
  });
});

describe('a port that breaks its promise not to throw', () => {
  it('shows whoever has not answered as failing', async () => {
    const check = new SystemsCheck(
      {
        names: ['stripe', 'easypost'],
        check: (onAnswer) => {
          onAnswer?.(connected);
          return Promise.reject(new Error('It broke.'));
        },
      },
      () => undefined,
    );
    check.start();
    await quiet();
    expect(check.view).toEqual({
      isChecking: false,
      systems: [
        connected,
        { system: 'easypost', is: 'failing', failure: { code: 'unavailable', reason: 'It broke.' } },
      ],
    });
  });
});

describe('a system that is left alone', () => {
  const until = '2026-11-20T09:00:30.000Z';
  const leftAlone: Failure = { ...unavailable, until };
  const down = () => store.getState().notices.filter(({ is }) => is === 'system-down');

  it('is said once, however many facts wait for it, with the latest time', async () => {
    const earlier = '2026-11-20T09:00:10.000Z';
    world.sops.splice(0, 1, ...createAppWorld(twoFactsSop).sops);
    world.facts.set('order value', leftAlone).set('order state', { ...unavailable, until: earlier });
    await open();
    const { phase } = store.getState();
    const facts = phase.is === 'running' ? phase.run.facts : [];
    expect(facts.filter(({ state }) => state.is === 'unknown')).toHaveLength(2);
    expect(down()).toEqual([{ is: 'system-down', system: 'shopify', reason: unavailable.reason, until }]);
  });

  it('is only said to be down when the time is over', async () => {
    world.facts.set('order value', leftAlone);
    await open();
    await world.clock.advance(61_000);
    expect(down()).toEqual([{ is: 'system-down', system: 'shopify', reason: unavailable.reason }]);
  });
});
