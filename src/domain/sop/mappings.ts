import type { CheckedExpression } from '../facts/checked-expression.ts';
import { parseCondition } from '../facts/parse-condition.ts';
import { errorAt, quoted } from '../facts/found-problem.ts';
import type { Problem } from '../facts/problem.ts';
import type { FactName, FactType } from '../facts/value.ts';
import { createVocabulary } from '../facts/vocabulary.ts';
import { conditionParts } from './condition-parts.ts';
import type { Source } from './document.ts';

/** One line of the `sop_mappings` setting: the first whose condition is yes decides. Source: docs/architecture.md. */
export type Mapping = {
  /** From 1. */
  readonly line: number;
  /** The condition as it stands in the line. */
  readonly written: string;
  readonly condition: CheckedExpression;
  readonly parts: readonly CheckedExpression[];
  /** The fields that the line names, by the names that stand for them in `condition`. */
  readonly fields: ReadonlyMap<FactName, MappingField>;
  readonly target: { readonly is: 'sop'; readonly id: string } | { readonly is: 'none' };
};

type MappingField = {
  readonly written: string;
  readonly type: FactType;
  readonly source: Extract<Source, { from: 'system' }>;
};

/** A problem of one line; places count from the start of the line. */
export type MappingProblem = Problem & { readonly line: number; readonly text: string };

/** Reads the setting line by line. A line with a problem is left out and never stops the others. Never throws. */
export function parseMappings(text: string): {
  readonly mappings: readonly Mapping[];
  readonly problems: readonly MappingProblem[];
} {
  const mappings: Mapping[] = [];
  const problems: MappingProblem[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (!line.trim() || line.trim().startsWith('#')) return;
    const read = readLine(line, at + 1);
    if ('condition' in read) mappings.push(read);
    else problems.push(...read.problems.map((problem) => ({ ...problem, line: at + 1, text: line })));
  });
  return { mappings, problems };
}

const targetForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function readLine(line: string, number: number): Mapping | { readonly problems: readonly Problem[] } {
  const arrow = arrowIn(line);
  if (arrow < 0)
    return wrongForm(
      line,
      'There is no “->” in this line. Write a condition, “->” and the id of an SOP, or “none”.',
    );
  const target = line.slice(arrow + 2).trim();
  if (!targetForm.test(target))
    return wrongForm(line, `${quoted(target)} is not the id of an SOP, such as “late-parcel”, nor “none”.`);
  const written = line.slice(0, arrow);
  const { text, fields } = nameFields(written);
  const { vocabulary, problems: nameProblems } = createVocabulary(
    [...fields].map(([name, { type }]) => ({ name, type, span: { from: 0, to: 0 } })),
  );
  const { expression, problems } = parseCondition(text, { vocabulary, mustBeCondition: true });
  if (!expression || nameProblems.length > 0) return { problems: [...nameProblems, ...problems] };
  return {
    line: number,
    written: written.trim(),
    condition: expression,
    parts: conditionParts(expression),
    fields,
    target: target === 'none' ? { is: 'none' } : { is: 'sop', id: target },
  };
}

function wrongForm(line: string, message: string): { readonly problems: readonly Problem[] } {
  return {
    problems: [errorAt({ from: 0, to: line.length }, { id: 'syntax', message, values: { text: line } })],
  };
}

/** The last `->` outside quotes. */
function arrowIn(line: string): number {
  let isQuoted = false;
  let found = -1;
  for (let at = 0; at < line.length; at++) {
    if (/["“”]/.test(line[at] ?? '')) isQuoted = !isQuoted;
    else if (!isQuoted && line.startsWith('->', at)) found = at;
  }
  return found;
}

const fieldForm = /\bzendesk\.(ticket|requester|organization)\.(?:field\s*["“]([^"”“]+)["”]|(\w+))/gi;

/**
 * A condition knows facts by name, and a mapping speaks of fields (`zendesk.ticket.field "Return reason"`). Each stands as a
 * name of the same length, so that the places in the line stay right.
 */
function nameFields(condition: string): {
  readonly text: string;
  readonly fields: ReadonlyMap<FactName, MappingField>;
} {
  const fields = new Map<FactName, MappingField>();
  const text = condition.replace(
    fieldForm,
    (written: string, record: string, customField: string | undefined, field: string | undefined) => {
      const name = standIn(fields.size, written.length);
      const source = {
        from: 'system',
        system: 'zendesk',
        record: record.toLowerCase(),
        field: field ?? 'field',
        customField,
        declaredRecord: undefined,
      } as const;
      fields.set(name, {
        written,
        source,
        type: { kind: field?.toLowerCase() === 'tags' ? 'list' : 'text' },
      });
      return name;
    },
  );
  return { text, fields };
}

/** Shorter than any reference to a field can be, so it always fits. */
const standIn = (number: number, length: number): FactName =>
  `zendesk field ${number}`.padEnd(length, '_').slice(0, length);
