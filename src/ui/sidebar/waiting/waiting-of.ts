import type { WaitingView } from '../../../app/waiting-view.ts';

/** One kind of what a run waits for. */
export type WaitingOf<Kind extends WaitingView['kind']> = Extract<WaitingView, { kind: Kind }>;
