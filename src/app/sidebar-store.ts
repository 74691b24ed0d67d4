import { beginNext, openTicket, type Opened } from './open-ticket.ts';
import type { AppPorts } from './app-ports.ts';
import { catchUp } from './catch-up.ts';
import { SystemsCheck } from './check-systems.ts';
import { answeredCommand, performInRun } from './perform-command.ts';
import type { Surroundings } from './ports/surroundings.ts';
import type { PublishedSop } from './ports/library.ts';
import { reasonOf } from './reason-of.ts';
import { startRefreshing } from './read-again.ts';
import { showSidebar, userOf, type SidebarState } from './show-sidebar.ts';
import type { SidebarCommand } from './sidebar-command.ts';
import type { SidebarStore, SidebarView } from './sidebar-view.ts';
import { makeWay } from './take-over.ts';
import { nextTick, waitsForColleague } from './watch-time.ts';

/** The store and its end: what is left is saved, and nothing happens any more. */
export type OpenSidebarStore = SidebarStore & { close(): Promise<void> };

/**
 * The one seam between the application and the sidebar. Begins to load at once. What people do is done one after the other, in the
 * order in which they did it.
 */
export function createSidebarStore(
  ports: AppPorts & { readonly surroundings: Surroundings },
): OpenSidebarStore {
  const sidebar = new Sidebar(ports);
  return {
    getState: () => sidebar.view,
    subscribe: (listener) => sidebar.subscribe(listener),
    send: (command) => sidebar.send(command),
    close: () => sidebar.close(),
  };
}

class Sidebar {
  readonly #ports: AppPorts & { readonly surroundings: Surroundings };
  readonly #systems: SystemsCheck;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: readonly (() => void)[];
  #state: SidebarState = { is: 'connecting' };
  #view: SidebarView | undefined;
  #queue: Promise<void> = Promise.resolve();
  #trouble: string | undefined;
  #stopTick: () => void = () => undefined;
  #isClosed = false;

  constructor(ports: AppPorts & { readonly surroundings: Surroundings }) {
    this.#ports = ports;
    this.#systems = new SystemsCheck(ports.systems, () => this.#changed());
    this.#stopListening = [
      ports.desk.onTicketChanged(() => this.#onTicketChanged()),
      ports.surroundings.onChanged(() => this.#onSurroundingsChanged()),
    ];
    this.#tick();
    this.#enqueue(() => this.#load());
  }

  /** Made when it is asked for, and the same until something changes. */
  get view(): SidebarView {
    const { surroundings, clock } = this.#ports;
    const around = { ports: this.#ports, isOnline: surroundings.isOnline(), trouble: this.#trouble };
    this.#view ??= showSidebar({
      state: this.#state,
      around,
      systems: this.#systems.view,
      colorScheme: surroundings.colorScheme(),
      now: clock.now(),
    });
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  send(command: SidebarCommand): void {
    // Nobody's decision waits until a system that hangs has been given up.
    if (command.type === 'check-systems') return this.#checkSystems();
    const { session } = this;
    const answered = answeredCommand(command);
    if (answered !== undefined) session?.sending.add(answered);
    this.#changed();
    this.#enqueue(async () => {
      await this.#perform(command);
      if (answered !== undefined) session?.sending.delete(answered);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopTick();
    for (const stop of this.#stopListening) stop();
    await this.session?.close();
  }

  get session() {
    return this.#state.is === 'run' ? this.#state.session : undefined;
  }

  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#after(this.#queue, work);
  }

  async #after(earlier: Promise<void>, work: () => Promise<void>): Promise<void> {
    await earlier;
    try {
      this.#trouble = undefined;
      await work();
    } catch (error) {
      this.#trouble = reasonOf(error);
      this.session?.sending.clear();
    }
    this.#changed();
  }

  async #perform(command: Exclude<SidebarCommand, { type: 'check-systems' }>): Promise<void> {
    switch (command.type) {
      case 'retry-load':
        return this.#load();
      case 'choose-sop':
        return this.#beginOther(command.sop);
      case 'run-again':
        return this.session && this.#beginOther(this.session.context.sop.sop.id);
      default:
        if (this.session) await performInRun(this.session, command);
    }
  }

  async #load(): Promise<void> {
    await this.session?.close();
    this.#become({ is: 'connecting' });
    const opened = await openTicket(this.#ports, {
      onChange: () => this.#changed(),
      onBase: (base) => this.#become({ is: 'loading', base, sop: undefined }),
      onSop: (sop) => this.#state.is === 'loading' && this.#become({ ...this.#state, sop }),
    });
    if (opened.is === 'without-run') this.#trouble = opened.warning;
    this.#become(opened.is === 'could-not-load' ? this.#notLoaded(opened) : opened);
  }

  /** An admin can look at the connections where nothing else could be loaded. */
  #notLoaded(phase: Extract<Opened, { is: 'could-not-load' }>): SidebarState {
    const user = userOf(this.#state);
    if (!user) void this.#findOutWhoIsThere();
    return { is: 'could-not-load', phase, user };
  }

  async #findOutWhoIsThere(): Promise<void> {
    try {
      const user = await this.#ports.desk.currentUser();
      if (this.#state.is === 'could-not-load') this.#become({ ...this.#state, user });
    } catch {
      // It says already that something could not be loaded.
    }
  }

  #checkSystems(): void {
    if (userOf(this.#state)?.isAdmin === true) this.#systems.start();
  }

  /** Ends the run that is open, and begins one of this SOP in its published version. */
  async #beginOther(id: string): Promise<void> {
    if (!('ticket' in this.#state)) return;
    const { ticket } = this.#state;
    const sop = ticket.library.sops.find((published) => published.sop.id === id);
    if (!sop) throw new Error(`No version of “${id}” is published.`);
    if (this.session && !(await this.#endRun(this.session)))
      throw new Error('The run that is open could not be ended.');
    const latest = this.session?.journal.log.run ?? ticket.latest;
    const next = { ...ticket, latest };
    await this.#open(next, sop);
  }

  async #open(
    ticket: Extract<SidebarState, { is: 'without-run' }>['ticket'],
    sop: PublishedSop,
  ): Promise<void> {
    const { match } = ticket;
    const by = { is: 'person', name: ticket.base.user.name } as const;
    const session = await beginNext(ticket, sop);
    this.#become({ is: 'run', ticket, session, match: match && { ...match.view, by } });
  }

  async #endRun(session: NonNullable<Sidebar['session']>): Promise<boolean> {
    const isEnded = await makeWay(session, 'begun-again');
    if (isEnded) await session.close();
    return isEnded;
  }

  #become(state: SidebarState): void {
    this.#state = state;
    this.#changed();
  }

  #changed(): void {
    if (this.#isClosed) return;
    this.#view = undefined;
    for (const listener of this.#listeners) listener();
  }

  #onTicketChanged(): void {
    if (this.session) startRefreshing(this.session, 'ticket-changed');
  }

  #onSurroundingsChanged(): void {
    void this.session?.journal.log.allSaved();
    this.#changed();
  }

  /** Renews the time in the view; and looks whether a colleague has answered what the run waits for. */
  #tick(): void {
    const { clock } = this.#ports;
    this.#stopTick = clock.after(nextTick(this.session, clock.now()), () => {
      const { session } = this;
      if (session && waitsForColleague(session, clock.now()))
        session.work.start('catch up', async () => void (await catchUp(session)));
      this.#changed();
      this.#tick();
    });
  }
}
