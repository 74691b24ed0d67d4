import { builtInFacts } from './built-in-facts.ts';
import { foldName, hasNameForm, languageWords } from './fact-name.ts';
import { foldSpace } from './fold-text.ts';
import { errorAt, quoted } from './found-problem.ts';
import type { Problem, Span } from './problem.ts';
import type { FactType } from './value.ts';

/** A fact as the header declares it. The type is undefined where its words mean none; whoever read them reports that. */
export type Declaration = { readonly name: string; readonly type: FactType | undefined; readonly span: Span };

type Verdict = {
  readonly because: string;
  readonly suggestion: string;
  /** Whether the name can still be told apart from everything else in a condition. */
  readonly usable: boolean;
};

const builtInNames = new Set(builtInFacts.map((fact) => fact.name));

/**
 * Checks the names of declared facts (SOP language, section 1, "Fact names"): every one that breaks a rule is `header-invalid`,
 * with a name that does not. `usable` are the declarations that conditions can speak of all the same.
 */
export function checkNames(declarations: readonly Declaration[]): {
  usable: readonly Declaration[];
  problems: readonly Problem[];
} {
  const usable: Declaration[] = [];
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const declaration of declarations) {
    const verdict = verdictOn(declaration.name, taken);
    if (verdict !== undefined) problems.push(invalidName(declaration, verdict));
    if (verdict?.usable === false) continue;
    taken.set(foldName(declaration.name), declaration.name);
    usable.push(declaration);
  }
  return { usable, problems };
}

function verdictOn(name: string, taken: ReadonlyMap<string, string>): Verdict | undefined {
  const folded = foldName(name);
  const twin = taken.get(folded);
  const because =
    reasonAgainst(name) ?? (twin === undefined ? undefined : `is declared twice, also as ${quoted(twin)}`);
  if (because === undefined) return undefined;
  const usable = twin === undefined && folded !== '' && !builtInNames.has(folded) && !startsWithWord(folded);
  return { because, suggestion: freeName(name, taken), usable };
}

function reasonAgainst(name: string): string | undefined {
  const folded = foldName(name);
  if (builtInNames.has(folded)) return 'is always there, so it must not be declared';
  if (languageWords.has(folded)) return 'is a word of the language';
  if (startsWithWord(folded))
    return `starts with ${quoted(folded.split(' ', 1)[0] ?? '')}, a word of the language`;
  if (hasNameForm(name)) return undefined;
  return 'is not a fact name: it needs a letter first, then letters, digits, spaces, dots, hyphens, underscores or apostrophes';
}

function startsWithWord(folded: string): boolean {
  return languageWords.has(folded.split(' ', 1)[0] ?? '');
}

/** A name as close as possible to the one that cannot be used. */
function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  const cleaned = foldSpace(name.replaceAll(/[^\p{L}\p{M}\p{N}_ .\-'’]/gu, ' ').replaceAll('..', '.'));
  const started = cleaned.replace(/^[^\p{L}]+/u, '') || 'fact';
  const word = foldName(started).split(' ', 1)[0] ?? '';
  const clear = !languageWords.has(word)
    ? started
    : started.includes(' ')
      ? started.replace(' ', '-')
      : `${started}-value`;
  const own = builtInNames.has(foldName(clear)) ? `own ${clear}` : clear;
  let free = own;
  for (let count = 2; taken.has(foldName(free)); count += 1) free = `${own} ${count}`;
  return free;
}

function invalidName(declaration: Declaration, verdict: Verdict): Problem {
  const name = foldSpace(declaration.name);
  const message = `${quoted(name)} ${verdict.because}. Call it ${quoted(verdict.suggestion)}, for example.`;
  return errorAt(declaration.span, {
    id: 'header-invalid',
    message,
    values: { name, suggestion: verdict.suggestion },
  });
}
