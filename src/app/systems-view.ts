import type { SystemCheck } from './ports/systems.ts';

/** What an admin sees of the connections. */
export type SystemsView = {
  /** A check is under way. */
  readonly isChecking: boolean;
  /** Every system, in its place; empty until somebody has asked for the first time. */
  readonly systems: readonly SystemView[];
};

/** A system with what it last said; `checking` until it has answered. */
export type SystemView = SystemCheck | { readonly system: string; readonly is: 'checking' };
