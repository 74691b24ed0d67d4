import type { FunctionName } from '../facts/function-names.ts';
import type { FactType } from '../facts/value.ts';

/** What can come next in a condition. `left` is the type of what stands on the left of the comparison, where it is known. */
export type Expected =
  /** The beginning of a condition, or of a part of it. */
  | { readonly is: 'operand' }
  | { readonly is: 'value'; readonly left: FactType | undefined }
  | { readonly is: 'argument'; readonly of: FunctionName }
  | { readonly is: 'operator'; readonly left: FactType | undefined; readonly isCompared: boolean }
  /** Behind a number: also a unit or the code of a currency. */
  | { readonly is: 'unit'; readonly left: FactType | undefined; readonly isCompared: boolean }
  | { readonly is: 'after-is'; readonly left: FactType | undefined; readonly isNegated: boolean }
  | { readonly is: 'set'; readonly left: FactType | undefined }
  /** In the middle of a name or of a form of several words. */
  | { readonly is: 'nothing' };
