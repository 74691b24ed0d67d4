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
  /** The operation that takes it back, where there is one. What exactly would be undone stands in the result of the execution. */
  readonly undo: string | undefined;
  /** Labels of the lines that a preparation may show besides the parameters, keys under `ui.preview`. */
  readonly preview: readonly string[];
  /**
   * How the execution makes sure that it worked. `answer`: the system's answer is the changed record itself. `read-back`: the record is
   * read once more. `composer`: the text stands in the composer.
   */
  readonly confirmedBy: 'answer' | 'read-back' | 'composer';
  /**
   * How a lost answer is cleared up. `key`: the record that was made carries the approval's key. `audit`: so does the ticket's audit.
   * `state`: the record shows by itself whether it happened. `person`: the system cannot tell, so a person looks.
   */
  readonly reconciledBy: 'key' | 'audit' | 'state' | 'person';
  /** What people call it, for an action that an admin has described; the others have a translation. */
  readonly title?: string;
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
  /** What people call it, where an admin has described it; the others have a translation. */
  readonly label?: string;
};
