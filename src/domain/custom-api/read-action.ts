import { quoted } from '../facts/found-problem.ts';
import type { YamlEntry } from '../sop/header/read-yaml.ts';
import type { ApiAction, ApiField, ApiLookUp, ApiParameter, RecordReference } from './api-document.ts';
import type { Findings } from './api-problem.ts';
import { checkAction } from './check-action.ts';
import { readFind } from './read-find.ts';
import { readJsonPath } from './read-json-path.ts';
import { fieldNames } from './read-look-up.ts';
import { readParameter } from './read-parameter.ts';
import { readReference } from './read-reference.ts';
import { readRequest } from './read-request.ts';
import { isOwnHeader, notAHeader } from './read-secret.ts';
import { readAnswerTest, readFieldTests, type Statuses } from './read-tests.ts';
import { readUndo } from './read-undo.ts';
import { Section } from './section.ts';

const keys = [
  'title',
  'request',
  'query',
  'body',
  'parameters',
  'risk',
  'moves money',
  'once by',
  'on',
  'possible when',
  'must not change',
  'succeeded when',
  'refused when',
  'reference',
  'check',
  'find',
  'undo',
] as const;

type ActionSection = Section<(typeof keys)[number]>;

type Surroundings = {
  readonly source: string;
  readonly lookUps: readonly ApiLookUp[];
  readonly findings: Findings;
};

/** Reads one action below `actions`. Everything that decides how careful Signoff is has to be said; undefined where it has a mistake. */
export function readAction(
  entry: YamlEntry,
  { source, lookUps, findings }: Surroundings,
): ApiAction | undefined {
  const operation = entry.key.text.trim();
  if (!/^[a-z]\w*$/.test(operation)) {
    const message = `${quoted(operation)} cannot be an action: SOPs name actions with small letters, digits and “_”.`;
    findings.error(entry.key.span, { id: 'api-name', message, values: { name: operation } });
  }
  const section = new Section(entry.value.is === 'keys' ? entry.value.entries : [], {
    keys,
    place: entry.key.span,
    called: `the action ${quoted(operation)}`,
    findings,
  });
  const request = readRequest(section, source, 'changes');
  const on = readOn(section, lookUps);
  const fields = on?.lookUp.fields ?? [];
  const parameters = readParameters(section, fields);
  const mustNotChange = readMustNotChange(section, on);
  const declared = readDeclarations(section);
  const answers = readAnswers(section);
  const check = readCheck(section, on, parameters);
  const find = readFind(section, { lookUps, on, mustNotChange, check });
  if (!request || !declared || !answers || !check || !find) return undefined;
  const action: ApiAction = {
    operation,
    request,
    parameters,
    on,
    mustNotChange,
    ...declared,
    possibleWhen: readPossibleWhen(section, on, parameters),
    ...answers,
    reference: readPlace(section),
    check,
    find,
    undo: readUndoOf(section),
  };
  checkAction(action, section);
  return action;
}

function readOn(section: ActionSection, lookUps: readonly ApiLookUp[]): RecordReference | undefined {
  const text = section.text('on');
  return text && readReference(text, lookUps, section.findings);
}

function readParameters(section: ActionSection, fields: readonly ApiField[]): readonly ApiParameter[] {
  const read = section.entries('parameters').map((one) => readParameter(one, fields, section.findings));
  return read.filter((parameter) => parameter !== undefined);
}

function readMustNotChange(section: ActionSection, on: RecordReference | undefined): readonly ApiField[] {
  const text = section.text('must not change');
  if (text === undefined || !needsRecord(section, 'must not change', on)) return [];
  const { lookUp } = on;
  return fieldNames(text, {
    fields: lookUp.fields,
    record: quoted(lookUp.record),
    findings: section.findings,
  });
}

/** Some keys speak of the record that is changed. */
function needsRecord(
  section: ActionSection,
  key: 'must not change' | 'possible when' | 'check',
  on: RecordReference | undefined,
): on is RecordReference {
  if (on !== undefined) return true;
  if (section.has('on')) return false;
  const message = `${quoted(key)} speaks of a record. Say which one it changes: “on: parcel by number”.`;
  section.findings.error(section.spanOf(key), { id: 'api-value', message, values: { key } });
  return false;
}

type Declarations = Pick<ApiAction, 'title' | 'risk' | 'movesMoney' | 'keyHeader'>;

/** What is not said is not taken for the looser one: it is missing. */
function readDeclarations(section: ActionSection): Declarations | undefined {
  const title = section.need('title', 'title: Hold the parcel');
  const risk = readWord(section, 'risk', ['low', 'medium', 'high']);
  const movesMoney = readWord(section, 'moves money', ['yes', 'no']);
  const once = section.need('once by', 'once by: nothing');
  if (!title || !risk || !movesMoney || !once) return undefined;
  const rest = { title: title.text.slice(0, 100), risk, movesMoney: movesMoney === 'yes' };
  if (once.text === 'nothing') return { ...rest, keyHeader: undefined };
  const header = /^header\s+(\S+)$/.exec(once.text)?.[1];
  if (header !== undefined && isOwnHeader(header)) return { ...rest, keyHeader: header };
  const message =
    header === undefined
      ? `${quoted(once.text)} does not say what keeps it from happening twice. Write “header Idempotency-Key” where the API does the same key once only, else “nothing”.`
      : notAHeader(header);
  section.findings.error(once.span, { id: 'api-value', message });
  return undefined;
}

function readWord<Word extends string>(
  section: ActionSection,
  key: 'risk' | 'moves money',
  known: readonly Word[],
): Word | undefined {
  const text = section.need(key, `${key}: ${known.at(-1) ?? ''}`);
  const word = known.find((one) => one === text?.text);
  if (text === undefined || word !== undefined) return word;
  const message = `${quoted(key)} is ${known.map(quoted).join(' or ')}, not ${quoted(text.text)}.`;
  section.findings.unknown(text.span, { id: 'api-value', message, name: text.text, known });
  return undefined;
}

function readAnswers(section: ActionSection): Pick<ApiAction, 'succeededWhen' | 'refusedWhen'> | undefined {
  const read = (key: 'succeeded when' | 'refused when', kind: Statuses, write: string) => {
    const text = section.need(key, write);
    return text && readAnswerTest(text, kind, section.findings);
  };
  const succeededWhen = read('succeeded when', 'success', 'succeeded when: 200 and status is held');
  const refusedWhen = read('refused when', 'refusal', 'refused when: 404, 409, 422');
  return succeededWhen && refusedWhen && { succeededWhen, refusedWhen };
}

/** `answer`: the answer is all there is to go by. */
function readCheck(
  section: ActionSection,
  on: RecordReference | undefined,
  parameters: readonly ApiParameter[],
): ApiAction['check'] | undefined {
  const text = section.need('check', 'check: status is held');
  if (text === undefined) return undefined;
  if (text.text === 'answer') return [];
  if (!needsRecord(section, 'check', on)) return undefined;
  const { fields, record } = on.lookUp;
  const tests = readFieldTests(text, { fields, record, parameters, findings: section.findings });
  return tests.length > 0 ? tests : undefined;
}

function readPossibleWhen(
  section: ActionSection,
  on: RecordReference | undefined,
  parameters: readonly ApiParameter[],
): ApiAction['possibleWhen'] {
  const text = section.text('possible when');
  if (text === undefined || !needsRecord(section, 'possible when', on)) return [];
  const { fields, record } = on.lookUp;
  return readFieldTests(text, { fields, record, parameters, findings: section.findings });
}

function readPlace(section: ActionSection): ApiAction['reference'] {
  const text = section.text('reference');
  return text && readJsonPath(text, section.findings);
}

function readUndoOf(section: ActionSection): ApiAction['undo'] {
  const text = section.text('undo');
  return text && readUndo(text, section.findings);
}
