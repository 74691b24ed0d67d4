import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Phase } from '../../src/app/sidebar-view.ts';
import { createSidebarStore, type OpenSidebarStore } from '../../src/app/sidebar-store.ts';
import type { Surroundings } from '../../src/app/ports/surroundings.ts';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { createAppWorld, sampleRep, unavailable, type AppWorld } from '../support/app-world.ts';
import { settle } from '../support/manual-clock.ts';
import { askSop, extractSop, refundSop, waitingSop } from '../support/sample-sops.ts';

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

/** Until nothing happens any more that needs no person and no time. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await settle();
}

async function send(command: Parameters<OpenSidebarStore['send']>[0]): Promise<void> {
  store.send(command);
  await quiet();
}

function phase<Is extends Phase['is']>(is: Is): Extract<Phase, { is: Is }> {
  const { phase: now } = store.getState();
  if (!isPhase(now, is)) throw new Error(`The phase is ${JSON.stringify(now, undefined, 1)}.`);
  return now;
}

const isPhase = <Is extends Phase['is']>(now: Phase, is: Is): now is Extract<Phase, { is: Is }> =>
  now.is === is;

const proposals = () => phase('running').run.steps.flatMap((step) => step.proposals);
const notices = () => store.getState().notices.map(({ is }) => is);

function createWorld(...texts: readonly string[]): AppWorld {
  const made = createAppWorld(...texts);
  made.facts.set('order number', '1001').set('order value', '$120');
  return made;
}

beforeEach(() => {
  world = createWorld(refundSop);
});

afterEach(() => store.close());

describe('opening a ticket', () => {
  it('finds the SOP, begins a run and shows the whole plan', async () => {
    await open();
    const { run } = phase('running');
    expect(run.sop).toMatchObject({ id: 'refund', version: 1 });
    expect(run.match).toMatchObject({ by: { is: 'own-condition' } });
    expect(proposals()).toMatchObject([
      {
        operation: 'stripe.refund',
        parameters: { amount: 'USD 120' },
        state: { is: 'waiting' },
        preparation: { is: 'ready' },
        approver: { is: 'you' },
        movesMoney: true,
      },
      { operation: 'zendesk.draft_reply', reply: 'sorry', state: { is: 'planned' } },
    ]);
    expect(run.steps.map(({ number, state }) => [number, state])).toEqual([
      [1, 'current'],
      [2, 'planned'],
    ]);
    expect(run.plannedOutcome).toEqual({ is: 'closed', as: 'resolved' });
    expect(run.mayAct).toEqual({ is: 'yes' });
    expect(notices()).toEqual([]);
  });

  it('says what a proposal rests on', async () => {
    await open();
    expect(proposals()[0]?.basis.map(({ name }) => name)).toEqual(['order value']);
  });

  it('shows the plan after three answers one after the other', async () => {
    let depth = 0;
    const ports = world.browser();
    const deep =
      <T extends readonly unknown[], R>(method: (...parameters: T) => Promise<R>) =>
      async (...parameters: T) => {
        const answer = await method(...parameters);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return answer;
      };
    const waiting: (() => void)[] = [];
    const slow: AppPorts = {
      ...ports,
      library: { ...ports.library, published: deep(ports.library.published.bind(ports.library)) },
      ledger: {
        ...ports.ledger,
        latestRun: deep(ports.ledger.latestRun.bind(ports.ledger)),
        startRun: deep(ports.ledger.startRun.bind(ports.ledger)),
      },
      records: { ...ports.records, read: deep(ports.records.read.bind(ports.records)) },
    };
    await open(slow);
    while (store.getState().phase.is !== 'running' && depth < 10) {
      depth += 1;
      for (const go of waiting.splice(0)) go();
      await quiet();
    }
    expect(proposals()).toHaveLength(2);
    expect(depth).toBe(3);
  });

  it('shows that it loads, with the facts as they arrive', async () => {
    const ports = world.browser();
    let answer: () => void = () => undefined;
    const read = ports.records.read.bind(ports.records);
    const slow = {
      ...ports.records,
      read: async (request: Parameters<typeof read>[0]) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return read(request);
      },
    };
    await open({ ...ports, records: slow });
    expect(phase('loading')).toMatchObject({
      sop: { id: 'refund' },
      facts: [{ name: 'order value', state: { is: 'reading' } }],
    });
    answer();
    await quiet();
    answer();
    await quiet();
    expect(proposals()).toHaveLength(2);
  });

  it('lets the rep choose between several SOPs', async () => {
    world = createWorld(refundSop, askSop);
    await open();
    expect(phase('several-sops').match.candidates.map(({ sop }) => sop.id)).toEqual(['ask', 'refund']);
    expect(world.calls).not.toContain('ledger.startRun');
    await send({ type: 'choose-sop', sop: 'refund' });
    expect(phase('running').run.match?.by).toEqual({ is: 'person', name: 'Sample Rep' });
  });

  it('follows a mapping, and says which line decided', async () => {
    world = createWorld(refundSop, askSop);
    world.settings.set('sop_mappings', '# shipping\nticket form = "Shipping" -> ask');
    await open();
    expect(phase('running').run).toMatchObject({
      sop: { id: 'ask' },
      match: { by: { is: 'mapping', line: 2 } },
    });
  });

  it('does nothing where a mapping switches it off', async () => {
    world.settings.set('sop_mappings', 'ticket form = "Shipping" -> none');
    await open();
    expect(phase('off').match.by).toMatchObject({ is: 'mapping', line: 1 });
    expect(world.calls).not.toContain('ledger.startRun');
  });

  it('says so when no SOP fits, with what did not hold', async () => {
    world.ticket = { ...world.ticket, facts: { ...world.ticket.facts, 'ticket form': 'Returns' } };
    await open();
    const { match } = phase('no-sop');
    expect(match.others).toMatchObject([{ sop: { id: 'refund' }, truth: { is: 'no' } }]);
  });

  it('does not run an SOP that is not published', async () => {
    world.sops.length = 0;
    await open();
    expect(phase('no-sop').match.candidates).toEqual([]);
  });
});

/** What the notices say that could not be done. */
function notDone(): string | undefined {
  return store.getState().notices.find((notice) => notice.is === 'not-done')?.reason;
}

describe('what cannot be loaded', () => {
  it.each([
    [
      'ticket',
      (ports: AppPorts): AppPorts => ({
        ...ports,
        desk: { ...ports.desk, ticket: () => Promise.reject(new Error('gone')) },
      }),
    ],
    [
      'user',
      (ports: AppPorts): AppPorts => ({
        ...ports,
        desk: { ...ports.desk, currentUser: () => Promise.reject(new Error('gone')) },
      }),
    ],
    [
      'settings',
      (ports: AppPorts): AppPorts => ({
        ...ports,
        settings: { read: () => Promise.reject(new Error('gone')) },
      }),
    ],
    [
      'library',
      (ports: AppPorts): AppPorts => ({
        ...ports,
        library: { ...ports.library, published: () => Promise.reject(new Error('gone')) },
      }),
    ],
    [
      'run',
      (ports: AppPorts): AppPorts => ({
        ...ports,
        ledger: { ...ports.ledger, latestRun: () => Promise.reject(new Error('gone')) },
      }),
    ],
    [
      'run',
      (ports: AppPorts): AppPorts => ({
        ...ports,
        ledger: { ...ports.ledger, startRun: () => Promise.reject(new Error('gone')) },
      }),
    ],
  ])('the %s: says so, does nothing, and can be tried again', async (what, breakPort) => {
    const ports = world.browser();
    const broken = breakPort(ports);
    await open(broken);
    expect(phase('could-not-load')).toEqual({
      is: 'could-not-load',
      what,
      failure: { code: 'unavailable', reason: 'gone' },
    });
    Object.assign(broken.desk, ports.desk);
    Object.assign(broken.settings, ports.settings);
    Object.assign(broken.library, ports.library);
    Object.assign(broken.ledger, ports.ledger);
    await send({ type: 'retry-load' });
    expect(proposals()).toHaveLength(2);
  });

  it('is a run whose SOP version is gone: it is never continued with another', async () => {
    await open();
    await store.close();
    world.sops.splice(0, 1, ...createAppWorld(refundSop.replace('version: 1', 'version: 2')).sops);
    await open();
    expect(phase('several-sops').match.candidates).toHaveLength(1);
    expect(notDone()).toContain('Nothing was carried out in it.');
    expect(world.done).toEqual([]);
  });

  it('is a stored log that does not fit', async () => {
    await open();
    await send({ type: 'reject', command: '1.1>1.1', reason: 'no' });
    await store.close();
    const run = await world.ledger.latestRun('4512');
    if (!run) throw new Error('No run was stored.');
    const by = { id: '7', name: 'Sample Rep' };
    await world.ledger.save({
      ...run,
      events: [
        ...run.events,
        { v: 1, at: world.clock.now(), type: 'gate-answered', command: '9.9', answer: 'yes', by },
      ],
    });
    await open();
    expect(notDone()).toContain('the log answers “9.9”');
    await send({ type: 'choose-sop', sop: 'refund' });
    expect(phase('running').run.number).toBe(2);
  });
});

describe('deciding', () => {
  it('approves, shows the result, and goes on', async () => {
    await open();
    await send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 100' } });
    expect(proposals()).toMatchObject([
      {
        state: { is: 'succeeded', edited: true, by: { id: '7' } },
        proposed: { amount: 'USD 120' },
        parameters: { amount: 'USD 100' },
      },
      { state: { is: 'waiting' } },
    ]);
  });

  it('shows an approval that is being verified, and takes the second click for nothing', async () => {
    await open();
    store.send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    store.send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    await Promise.resolve();
    expect(proposals()[0]?.state.is).toBe('approving');
    await quiet();
    expect(world.done).toHaveLength(1);
    expect(proposals()[0]?.state.is).toBe('succeeded');
  });

  it('approves all to the end', async () => {
    await open();
    const approvals = proposals().map(({ id, parameters }) => ({ command: id, parameters }));
    await send({ type: 'approve-all', approvals });
    expect(phase('ended')).toMatchObject({
      outcome: { is: 'closed', as: 'resolved' },
      run: { mayAct: { is: 'no', because: 'ended' } },
    });
  });

  it('shows what was not done along with something that succeeded', async () => {
    const ports = world.browser();
    const execute: typeof ports.actions.execute = async (...given) => {
      const result = await ports.actions.execute(...given);
      return result.is === 'succeeded' ? { ...result, remark: 'The tag could not be added.' } : result;
    };
    await open({ ...ports, actions: { ...ports.actions, execute } });
    await send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    expect(proposals()[0]?.state).toMatchObject({
      is: 'succeeded',
      remark: 'The tag could not be added.',
    });
  });

  it('says what the plan meets further on', async () => {
    world = createWorld(askSop);
    await open();
    expect(phase('running').run.ahead).toMatchObject({ kind: 'wait', until: { is: 'answer' } });
  });

  it('never shows a lost answer as a success or a failure', async () => {
    world.fates.push('lost-after');
    world.canTell = false;
    await open();
    await send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    expect(proposals()[0]?.state).toMatchObject({ is: 'unknown', check: { is: 'cannot-tell' } });
    await send({ type: 'settle-unknown', command: '1.1>1.1', settlement: 'happened' });
    expect(proposals()[0]?.state).toMatchObject({ is: 'succeeded' });
  });

  it('does not begin another run while nobody knows whether something happened', async () => {
    world.fates.push('lost-after');
    world.canTell = false;
    await open();
    await send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    await send({ type: 'run-again' });
    expect(phase('running').run.number).toBe(1);
    expect(notices()).toContain('not-done');
  });

  it('shows who is at it when a colleague is, and then what came of it', async () => {
    await open();
    const colleague = { ...sampleRep, id: '8', name: 'Sample Colleague' };
    const other = world.browser(colleague);
    let finish: () => void = () => undefined;
    const execute = other.actions.execute.bind(other.actions);
    const slow: AppPorts = {
      ...other,
      actions: {
        ...other.actions,
        execute: async (...parameters) => {
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return execute(...parameters);
        },
      },
    };
    const colleagueStore = createSidebarStore({ ...slow, surroundings });
    await quiet();
    colleagueStore.send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    await quiet();
    await send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    expect(proposals()[0]?.state).toMatchObject({ is: 'running', by: { id: '8' } });
    expect(notices()).toEqual(['somebody-else']);
    finish();
    await quiet();
    await world.clock.advance(30_000);
    await quiet();
    expect(proposals()[0]?.state).toMatchObject({ is: 'succeeded', by: { id: '8' } });
    expect(world.done).toHaveLength(1);
    await colleagueStore.close();
  });

  it('begins again with a new run, and shows a run that is over instead of beginning by itself', async () => {
    await open();
    await send({ type: 'take-over', reason: 'known customer' });
    expect(phase('ended').outcome).toMatchObject({ is: 'stopped' });
    await store.close();
    await open();
    expect(phase('ended').run.number).toBe(1);
    await send({ type: 'run-again' });
    expect(phase('running').run.number).toBe(2);
  });

  it('shows what changed under an approval, and computes again', async () => {
    await open();
    world.payment = 'ch_2';
    await send({ type: 'approve', command: '1.1>1.1', parameters: { amount: 'USD 120' } });
    expect(proposals()[0]?.state).toMatchObject({ is: 'stale', changes: [{ what: 'target' }] });
    await send({ type: 'compute-again', command: '1.1>1.1' });
    expect(proposals()[0]).toMatchObject({
      state: { is: 'waiting' },
      preparation: { target: { name: 'Card ch_2' } },
    });
  });
});

describe('what waits', () => {
  it('shows facts for the rep to read from the message, without an assistant', async () => {
    world = createWorld(extractSop);
    await open();
    expect(phase('running').run.waitingFor).toMatchObject([
      {
        kind: 'extract',
        reader: { is: 'rep', because: 'assistant-off' },
        facts: [{ name: 'damage kind' }],
        messages: [{ id: 'm1' }],
      },
    ]);
    expect(notices()).toEqual(['assistant-off']);
    await send({
      type: 'give-facts',
      command: phase('running').run.waitingFor[0]?.id ?? '',
      facts: [{ fact: 'damage kind', value: 'broken' }],
    });
    expect(phase('ended').outcome).toEqual({ is: 'closed', as: 'broken' });
  });

  it('shows a gate as somebody else’s, and who may answer it', async () => {
    world = createWorld(waitingSop);
    world.facts.set('carrier status', 'lost').set('photo attached', true);
    world.settings.set('teams', 'Team lead = role 4711');
    await open();
    await send({
      type: 'answer-question',
      command: phase('running').run.waitingFor[0]?.id ?? '',
      answer: 'no',
    });
    expect(phase('running').run.waitingFor).toMatchObject([
      { kind: 'gate', role: 'Team lead', answerer: { youMay: false, isKnown: true } },
    ]);
  });

  it('names missing facts with their types, and the system that is down', async () => {
    world.facts.set('order value', unavailable);
    await open();
    expect(phase('running').run.waitingFor).toMatchObject([
      { kind: 'missing', because: 'failure', missing: [{ name: 'order value', type: { kind: 'money' } }] },
    ]);
    expect(notices()).toEqual(['system-down']);
  });

  it('shows the time left of a hold, every second at its end', async () => {
    world = createWorld(waitingSop.replace('gate Team lead "Lost?"', 'hold for 1 hour'));
    world.facts.set('carrier status', 'lost').set('photo attached', true);
    await open();
    await send({
      type: 'answer-question',
      command: phase('running').run.waitingFor[0]?.id ?? '',
      answer: 'no',
    });
    expect(phase('running').run.waitingFor).toMatchObject([
      { kind: 'hold', until: { is: 'time', at: '2026-11-20T10:00:00.000Z' } },
    ]);
    await world.clock.advance(59 * 60_000 + 500);
    const before = store.getState().now;
    await world.clock.advance(1000);
    expect(store.getState().now).not.toBe(before);
  });
});

describe('the view', () => {
  it('is the same object until something changes', async () => {
    await open();
    let changes = 0;
    store.subscribe(() => {
      changes += 1;
    });
    expect(store.getState()).toBe(store.getState());
    const before = store.getState();
    await send({ type: 'reject', command: '1.1>1.1', reason: 'no' });
    expect(changes).toBeGreaterThan(0);
    expect(store.getState()).not.toBe(before);
  });

  it('says what a light agent may not, a closed ticket does not allow, and the browser cannot', async () => {
    world.user = { ...sampleRep, mayChangeTickets: false };
    world.ticket = { ...world.ticket, status: 'closed' };
    store = createSidebarStore({
      ...world.browser(),
      surroundings: { ...surroundings, isOnline: () => false },
    });
    await quiet();
    expect(notices()).toEqual(['offline', 'ticket-closed', 'may-not-change']);
    expect(phase('running').run.mayAct.is).toBe('no');
    expect(world.calls).not.toContain('ledger.startRun');
  });

  it('names broken settings to admins, and to nobody else', async () => {
    world.settings.set('teams', 'Tier 2');
    await open();
    expect(notices()).toEqual([]);
    await store.close();
    world.user = { ...sampleRep, isAdmin: true };
    await open();
    expect(store.getState().notices).toEqual([
      {
        is: 'settings-broken',
        problems: [{ setting: 'teams', line: 1, text: 'Tier 2', because: 'form', problems: [] }],
      },
    ]);
  });

  it('says that a run goes on with an older version than the published one', async () => {
    await open();
    await store.close();
    const [old] = world.sops;
    const [newer] = createAppWorld(refundSop.replace('version: 1', 'version: 2')).sops;
    if (!old || !newer) throw new Error('The SOPs are missing.');
    world.sops.splice(0, 1, newer);
    const ports = world.browser();
    await open({ ...ports, library: { ...ports.library, version: async () => old } });
    expect(phase('running').run.sop.version).toBe(1);
    expect(store.getState().notices).toEqual([{ is: 'other-version', running: 1, published: 2 }]);
  });
});

describe('an assistant that fails at an edge case', () => {
  const threatSop = refundSop
    .replace('actions:', '  legal threat: yes/no from message\nactions:')
    .replace(/$/, '\n\n## Edge cases\n\n- When legal threat: escalate to Legal because "a lawyer".\n');

  it('is named, and the run asks the rep instead', async () => {
    world = createWorld(threatSop);
    world.assistant = { isOn: true, extract: async () => ({ is: 'failed', reason: 'Claude answered 500.' }) };
    await open();
    expect(notices()).toContain('assistant-failing');
    expect(phase('running').run.waitingFor.map(({ kind }) => kind)).toEqual(['question']);
  });
});
