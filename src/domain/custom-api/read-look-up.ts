import { hasNameForm } from '../facts/fact-name.ts';
import { quoted } from '../facts/found-problem.ts';
import type { YamlEntry } from '../sop/header/read-yaml.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiField, ApiLookUp, JsonPath } from './api-document.ts';
import type { Findings } from './api-problem.ts';
import { readField } from './read-field.ts';
import { readJsonPath, readListPath } from './read-json-path.ts';
import { namesInRequest, readRequest } from './read-request.ts';
import { readPathTest, readStatuses, splitOutside } from './read-tests.ts';
import { Section } from './section.ts';

const keys = [
  'title',
  'request',
  'query',
  'body',
  'found in',
  'none when',
  'more when',
  'id',
  'name',
  'show',
  'fields',
] as const;

type LookUpSection = Section<(typeof keys)[number]>;

/** Reads one record below `look ups`. Undefined where it has a mistake. */
export function readLookUp(entry: YamlEntry, source: string, findings: Findings): ApiLookUp | undefined {
  const record = entry.key.text.trim();
  if (!/^[a-z]\w*$/.test(record)) {
    const message = `${quoted(record)} cannot be a record: SOPs name records with small letters, digits and “_”.`;
    findings.error(entry.key.span, { id: 'api-name', message, values: { name: record } });
  }
  const entries = entry.value.is === 'keys' ? entry.value.entries : [];
  const section = new Section(entries, {
    keys,
    place: entry.key.span,
    called: `the look-up ${quoted(record)}`,
    findings,
  });
  const request = readRequest(section, source, 'reads');
  const list = section.text('found in');
  const fields = readFields(section);
  const places = readPlaces(section);
  const parts = {
    title: section.text('title')?.text ?? capitalised(record),
    list: list && readListPath(list, findings),
    noneWhen: readNoneWhen(section),
    moreWhen: readMoreWhen(section),
    show: readShow(section, fields),
  };
  if (request === undefined || places === undefined) return undefined;
  checkNames(namesInRequest(request), section);
  return { record, request, fields, ...places, ...parts };
}

function capitalised(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function readFields(section: LookUpSection): readonly ApiField[] {
  if (!section.has('fields')) section.missing('fields', 'fields: …');
  const read = section.entries('fields').map((field) => readField(field, section.findings));
  return read.filter((field) => field !== undefined);
}

/** Where the id of a record stands, and what people call it: the id by itself where nothing else is said. */
function readPlaces(section: LookUpSection): { readonly id: JsonPath; readonly name: JsonPath } | undefined {
  const id = section.need('id', 'id: number');
  const name = section.text('name');
  const idPath = id && readJsonPath(id, section.findings);
  const namePath = name && readJsonPath(name, section.findings);
  return idPath && { id: idPath, name: namePath ?? idPath };
}

function readNoneWhen(section: LookUpSection): readonly number[] {
  const text = section.text('none when');
  if (text === undefined) return [];
  const statuses = readStatuses(text);
  if (statuses?.every((status) => status >= 400 && status < 500)) return statuses;
  const message = `${quoted(text.text)}: what says that there is none is a status from 400 to 499, such as “404”. An empty list says so by itself.`;
  section.findings.error(text.span, { id: 'api-value', message });
  return [];
}

/** A page that is taken for the whole list would hide what stands on the next one, so it has to be said. */
function readMoreWhen(section: LookUpSection): ApiLookUp['moreWhen'] {
  const text = section.has('found in')
    ? section.need('more when', 'more when: has_more is true')
    : section.text('more when');
  if (text === undefined || text.text === 'never') return undefined;
  if (section.has('found in')) return readPathTest(text, section.findings);
  const message = `Only a list can go on. Say in ${section.called} where it stands: “found in: results”.`;
  section.findings.error(section.spanOf('more when'), { id: 'api-value', message });
  return undefined;
}

/** A rep who chooses between several needs something to tell them apart. */
function readShow(section: LookUpSection, fields: readonly ApiField[]): readonly string[] {
  const text = section.has('found in') ? section.need('show', 'show: status') : section.text('show');
  if (text === undefined) return [];
  return fieldNames(text, { fields, record: section.called, findings: section.findings }).map(
    ({ name }) => name,
  );
}

type Known = {
  readonly fields: readonly ApiField[];
  readonly record: string;
  readonly findings: Findings;
};

/** Reads a list of declared fields: `status, weight`. */
export function fieldNames(text: PlacedText, { fields, record, findings }: Known): readonly ApiField[] {
  return splitOutside(text, /,/g).flatMap((part) => {
    const field = fields.find(({ name }) => name === part.text);
    if (field) return [field];
    const message = `${quoted(part.text)} is not a field of ${record}.`;
    const known = fields.map(({ name }) => name);
    findings.unknown(part.span, { id: 'api-unknown-name', message, name: part.text, known });
    return [];
  });
}

/** A record is one of a ticket, so something of the ticket has to stand in the request. */
function checkNames(names: readonly string[], section: LookUpSection): void {
  const strange = names.find((name) => !hasNameForm(name));
  if (strange !== undefined) {
    const message = `${quoted(strange)} cannot be the name of a fact.`;
    section.findings.error(section.spanOf('request'), { id: 'api-name', message, values: { name: strange } });
  }
  if (names.length > 0) return;
  const message = `Nothing in ${section.called} says which record is meant. Put a fact in braces: “GET /parcels/{order number}”.`;
  section.findings.error(section.spanOf('request'), { id: 'api-unsafe', message });
}
