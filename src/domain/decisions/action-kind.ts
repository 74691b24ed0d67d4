import type { FactType } from '../facts/value.ts';

/**
 * What an action kind declares about itself, in one place. Shared code reads these declarations and never branches on a kind.
 * How it is prepared, executed, checked and reconciled stands beside it, in its system.
 */
export type ActionKind = {
  /** `stripe.refund`: the name by which an SOP's header means it. */
  readonly operation: string;
  readonly system: string;
  readonly parameters: readonly ParameterKind[];
  readonly risk: 'low' | 'medium' | 'high';
  /** Moves money: the rep sees amounts, and the newest state is read right before. */
  readonly movesMoney: boolean;
  /** What keeps a repeated request from acting twice, once the browser's lock and the claim are passed. */
  readonly onceBy: 'provider-key' | 'safe-update' | 'same-value' | 'nothing';
  /** The operation that takes it back, where there is one. */
  readonly undo: string | undefined;
};

export type ParameterKind = {
  readonly name: string;
  readonly type: FactType;
  readonly required: boolean;
  /** A person may change the value before approving. */
  readonly editable: boolean;
  /** `positive`: more than zero. `at-most-proposed`: an edit may lower the value, never raise it. */
  readonly limits: readonly ('positive' | 'at-most-proposed')[];
  /** Several lines of text. */
  readonly long?: boolean;
};
