import { closestSpelling } from '../facts/closest-spelling.ts';
import { didYouMean } from '../facts/found-problem.ts';
import type { Fix, Problem, Span } from '../facts/problem.ts';

/** Everything that can be wrong with the description of an API; stable. */
type ApiProblemId =
  /** Not YAML of the form that is expected. */
  | 'api-form'
  | 'api-key-missing'
  | 'api-key-unknown'
  | 'api-key-twice'
  /** A value that does not have the form of its key. */
  | 'api-value'
  /** An address that no request may go to. */
  | 'api-address'
  /** A host that the package does not allow. */
  | 'api-host-not-packaged'
  | 'api-secret'
  /** A name that is taken, or cannot be one. */
  | 'api-name'
  /** A name that nothing declares. */
  | 'api-unknown-name'
  | 'api-type'
  /** A description that would let something happen twice, unseen or unchecked. */
  | 'api-unsafe';

/** A problem of such a document, of the same form as those of SOPs. */
export type ApiProblem = Omit<Problem, 'id'> & { readonly id: ApiProblemId };

type Found = {
  readonly id: ApiProblemId;
  readonly message: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly fixes?: readonly Fix[];
};

/** Collects what is wrong with one document. */
export class Findings {
  readonly #problems: ApiProblem[] = [];

  get problems(): readonly ApiProblem[] {
    return this.#problems;
  }

  error({ from, to }: Span, { id, message, values = {}, fixes }: Found): void {
    const problem = { id, level: 'error', message, from, to, values } as const;
    this.#problems.push(fixes === undefined ? problem : { ...problem, fixes });
  }

  /** A name that is none of those that could stand there; with the one that was probably meant, and the mend. */
  unknown(span: Span, { id, message, name, known }: Unknown): void {
    const suggestion = closestSpelling(name, known);
    const values = suggestion === undefined ? { name } : { name, suggestion };
    const found = { id, message: `${message}${didYouMean(suggestion)}`, values };
    this.error(
      span,
      suggestion === undefined ? found : { ...found, fixes: [writeInstead(span, suggestion)] },
    );
  }
}

type Unknown = Pick<Found, 'id' | 'message'> & { readonly name: string; readonly known: readonly string[] };

/** The mend that replaces a piece of the document. */
export function writeInstead({ from, to }: Span, text: string): Fix {
  return { title: `Write “${text}”`, edits: [{ from, to, text }] };
}
