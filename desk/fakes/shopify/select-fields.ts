/** What a document asks of an object: its fields by the name that the answer has for them. */
type Selection = ReadonlyMap<string, Selection | undefined>;

/**
 * Leaves of an answer what the document asks for, as GraphQL does; throws where it asks for a field that the answer lacks. Reads as
 * much of the language as our documents use: fields with aliases, arguments and directives, and fragments.
 */
export function selectFields(document: string, data: unknown): unknown {
  return pick(readDocument(document), data, 'data');
}

function pick(selection: Selection, data: unknown, place: string): unknown {
  if (Array.isArray(data)) return data.map((item: unknown) => pick(selection, item, place));
  if (typeof data !== 'object' || data === null) return data;
  const fields = new Map(Object.entries(data));
  return Object.fromEntries(
    [...selection].map(([name, inner]) => {
      if (!fields.has(name)) throw new Error(`The stand-in has no field ${place}.${name}.`);
      const value: unknown = fields.get(name);
      return [name, inner === undefined ? value : pick(inner, value, `${place}.${name}`)];
    }),
  );
}

const tokenPattern = /"(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*|[{}():@]|[^\s]/g;

function readDocument(document: string): Selection {
  const tokens: readonly string[] = document.match(tokenPattern) ?? [];
  const fragments = new Map<string, number>();
  tokens.forEach((token, at) => {
    const name = tokens[at + 1];
    if (token === 'fragment' && name !== undefined) fragments.set(name, tokens.indexOf('{', at));
  });
  const body = ['query', 'mutation'].includes(tokens[0] ?? '') ? startOfBody(tokens) : 0;
  return readSelection({ tokens, fragments }, body).selection;
}

/** Behind the name and the variables, whose defaults could hold braces. */
function startOfBody(tokens: readonly string[]): number {
  return tokens[2] === '(' ? tokens.indexOf('{', behindParentheses(tokens, 2)) : tokens.indexOf('{');
}

type Source = { readonly tokens: readonly string[]; readonly fragments: ReadonlyMap<string, number> };

/** Reads from an opening brace to behind its closing one. */
function readSelection(
  source: Source,
  open: number,
): { readonly selection: Selection; readonly end: number } {
  const { tokens, fragments } = source;
  const selection = new Map<string, Selection | undefined>();
  let at = open + 1;
  while (at < tokens.length && tokens[at] !== '}') {
    const token = tokens[at] ?? '';
    if (token === '...') {
      const spread = fragments.get(tokens[at + 1] ?? '');
      for (const [name, inner] of spread === undefined ? [] : readSelection(source, spread).selection)
        selection.set(name, inner);
      at += 2;
      continue;
    }
    at = behindDirectives(tokens, behindArguments(tokens, behindAlias(tokens, at)));
    const inner = tokens[at] === '{' ? readSelection(source, at) : undefined;
    selection.set(token, inner?.selection);
    at = inner?.end ?? at;
  }
  return { selection, end: at + 1 };
}

const behindAlias = (tokens: readonly string[], at: number) => (tokens[at + 1] === ':' ? at + 3 : at + 1);

const behindArguments = (tokens: readonly string[], at: number) =>
  tokens[at] === '(' ? behindParentheses(tokens, at) : at;

const behindDirectives = (tokens: readonly string[], at: number): number =>
  tokens[at] === '@' ? behindDirectives(tokens, behindArguments(tokens, at + 2)) : at;

function behindParentheses(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    if (tokens[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}
