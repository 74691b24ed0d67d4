import type { Problem } from '../../facts/problem.ts';
import { createVocabulary, type Vocabulary } from '../../facts/vocabulary.ts';
import { checkText } from '../check-text.ts';
import type { Sop } from '../document.ts';
import { warningAt } from '../problem-at.ts';
import { findHeader } from './find-header.ts';
import { HeaderReader } from './header-reader.ts';
import { readAbout, type About } from './read-about.ts';
import { readActions } from './read-actions.ts';
import { draftInputs, readInputs, vocabularyOf } from './read-inputs.ts';
import { readRecords } from './read-records.ts';
import { readYaml } from './read-yaml.ts';

export type Header = {
  /** Whether there is one: other YAML, as blogs and handbooks have it, says nothing about an SOP. */
  readonly exists: boolean;
  /** Whether it declares a fact or an action. */
  readonly declares: boolean;
  readonly about: About & Pick<Sop, 'matches' | 'records' | 'inputs' | 'actions'>;
  readonly vocabulary: Vocabulary;
  /** Also those of actions that have a mistake, so that it is reported once. */
  readonly actionNames: readonly string[];
  readonly systems: readonly string[];
  readonly bodyFrom: number;
  readonly problems: readonly Problem[];
};

/** Reads the header of an SOP. Without one, every key that is needed is reported as missing. */
export function readHeader(source: string): Header {
  const place = findHeader(source);
  const { entries, problems: yamlProblems } = place
    ? readYaml(source, place.content)
    : { entries: [], problems: [] };
  const header = new HeaderReader(entries, place?.opening ?? startOf(source));
  header.reportAll(yamlProblems);
  if (place && !place.isClosed) {
    header.invalid(place.opening, 'The header has no end. Put a line with “---” behind its last line.');
  }
  if (place?.fence) {
    const message =
      'The header stands in a block of code. Take the lines with “```” out, so that “---” is the first line.';
    header.invalid({ from: place.fence.from, to: place.opening.from }, message);
  }
  const about = readAbout(header);
  const drafts = draftInputs(header);
  const vocabulary = drafts.length > 0 ? vocabularyOf(drafts, header) : createVocabulary([]).vocabulary;
  const records = readRecords(header, vocabulary);
  const inputs = readInputs(drafts, { header, records, vocabulary });
  const { names, actions } = readActions({ header, vocabulary });
  const matches = readMatches(header, { vocabulary, about });
  return {
    exists: header.has('sop') || header.has('inputs') || header.has('actions'),
    declares: drafts.length > 0 || names.length > 0,
    about: { ...about, matches, records, inputs, actions },
    vocabulary,
    actionNames: names,
    systems: systemsOf({ records, inputs, actions }),
    bodyFrom: place?.bodyFrom ?? 0,
    problems: header.problems,
  };
}

/** The first line with words, for what is missing in a document without a header. */
function startOf(source: string) {
  const from = Math.max(0, source.search(/\S/));
  const end = source.slice(from).search(/[\r\n]|$/);
  return { from, to: from + end };
}

function readMatches(
  header: HeaderReader,
  { vocabulary, about }: { readonly vocabulary: Vocabulary; readonly about: About },
) {
  const written = header.text('matches', undefined);
  if (!written) {
    if (about.status === 'live' && about.for === 'ticket') header.report(noMatches(header));
    return undefined;
  }
  const { expression, problems } = checkText(written, { vocabulary, mustBeCondition: true });
  header.reportAll(problems);
  return expression;
}

/** A mapping in the app settings can do instead, which the document does not know: a warning, not an error. */
function noMatches(header: HeaderReader): Problem {
  const message =
    'Nothing says which tickets this SOP is for. Without “matches” it is found through a mapping in the app settings only.';
  return warningAt(header.place, { id: 'header-missing', message, values: { key: 'matches' } });
}

function systemsOf({
  records,
  inputs,
  actions,
}: Pick<Sop, 'records' | 'inputs' | 'actions'>): readonly string[] {
  const read = inputs.flatMap(({ source }) => (source.from === 'system' ? [source.system] : []));
  const named = [...records, ...actions].map(({ system }) => system);
  return [...new Set(['zendesk', ...read, ...named])];
}
