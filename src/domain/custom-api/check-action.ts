import { quoted } from '../facts/found-problem.ts';
import type { FactType } from '../facts/value.ts';
import type { ApiAction, ApiParameter, BodyForm, RecordReference } from './api-document.ts';
import { valuesIn } from './read-body.ts';
import { reservedNames } from './read-parameter.ts';
import { namesInRequest } from './read-request.ts';
import { namesIn } from './read-template.ts';
import type { Section } from './section.ts';

type Key = 'request' | 'body' | 'on' | 'find' | 'parameters' | 'must not change' | 'once by' | 'check';
type Checked = Section<Key>;

/** What only the whole action shows: names that nothing declares, values without a form, and what would be careless. */
export function checkAction(action: ApiAction, section: Checked): void {
  checkNames(action, section);
  checkForms(action, section);
  checkReferences(action, section);
  checkMoney(action, section);
  checkKey(action, section);
}

function checkNames({ request, parameters, on, ...action }: ApiAction, section: Checked): void {
  const known = [...parameters.map(({ name }) => name), ...reservedNames];
  const used = namesInRequest(request);
  for (const name of used.filter((one) => !known.includes(one))) {
    const message = `${quoted(name)} is not a parameter of ${section.called}.`;
    section.findings.unknown(section.spanOf('request'), { id: 'api-unknown-name', message, name, known });
  }
  if (used.includes('id') && on === undefined) {
    const message = '“{id}” is that of the record which “on” names; nothing is named.';
    section.findings.error(section.spanOf('request'), { id: 'api-unknown-name', message });
  }
  const tests = [...action.check, ...action.possibleWhen];
  const tested = tests.flatMap(({ value }) => (value.is === 'parameter' ? [value.name] : []));
  const references = [on, action.find.is === 'key' ? action.find.reference : undefined];
  const undone = action.undo?.parameters.flatMap(({ value }) =>
    value.is === 'parameter' ? [value.name] : [],
  );
  const needed = [...used, ...tested, ...references.map((one) => one?.by), ...(undone ?? [])];
  for (const { name } of parameters.filter((one) => !needed.includes(one.name))) {
    const message = `Nothing uses the parameter ${quoted(name)}, so whoever approves it would be misled.`;
    section.findings.error(section.spanOf('parameters'), { id: 'api-unsafe', message, values: { name } });
  }
}

/** A path and a query hold one plain value; in JSON money and lengths of time say their form. */
function checkForms({ request, parameters }: ApiAction, section: Checked): void {
  const inAddress = [...request.path, ...request.query.map(({ value }) => value)].flatMap(namesIn);
  for (const parameter of parameters) {
    const { name, type, required } = parameter;
    const fail = (key: Key, because: string) =>
      section.findings.error(section.spanOf(key), {
        id: 'api-type',
        message: `${quoted(name)} ${because}`,
        values: { name },
      });
    if (inAddress.includes(name) && !plainKinds.has(type.kind))
      fail('request', `is ${type.kind}, which cannot stand in an address. Put it into the body.`);
    if (inAddress.includes(name) && !required)
      fail('request', 'is optional, and an address needs all of its values.');
    const values = request.body === undefined ? [] : valuesIn(request.body);
    for (const { as } of values.filter((value) => value.name === name)) {
      const because = formProblem(parameter, as);
      if (because !== undefined) fail('body', because);
    }
  }
}

const plainKinds: ReadonlySet<FactType['kind']> = new Set(['text', 'choice', 'count', 'number', 'date']);
const moneyForms: readonly BodyForm[] = ['decimal', 'number', 'minor units', 'currency'];
const timeForms: readonly BodyForm[] = ['seconds', 'minutes', 'hours', 'days'];

function formProblem({ name, type }: ApiParameter, as: BodyForm): string | undefined {
  if (type.kind === 'money')
    return moneyForms.includes(as)
      ? undefined
      : `is money: say its form, such as "{${name} as decimal}" or "{${name} as minor units}".`;
  if (type.kind === 'duration')
    return timeForms.includes(as) || as === 'text' ? undefined : `is a duration: say “{${name} as seconds}”.`;
  return as === 'plain' || as === 'text'
    ? undefined
    : `is ${type.kind}, so it cannot stand there “as ${as}”.`;
}

function checkReferences({ on, find, parameters }: ApiAction, section: Checked): void {
  checkReference(on, { section, key: 'on', parameters, allowed: [] });
  if (find.is !== 'key') return;
  const allowed = on === undefined ? ['key'] : ['key', 'id'];
  checkReference(find.reference, { section, key: 'find', parameters, allowed });
}

type ReferenceCheck = {
  readonly section: Checked;
  readonly key: 'on' | 'find';
  readonly parameters: readonly ApiParameter[];
  readonly allowed: readonly string[];
};

/** What a record is looked up by has to be there and to be a plain value. */
function checkReference(
  reference: RecordReference | undefined,
  { section, key, parameters, allowed }: ReferenceCheck,
): void {
  const by = reference?.by;
  if (by === undefined || allowed.includes(by)) return;
  const parameter = parameters.find(({ name }) => name === by);
  if (parameter && plainKinds.has(parameter.type.kind) && parameter.required) return;
  const known = [...parameters.map(({ name }) => name), ...allowed];
  const message = parameter
    ? `${quoted(by)} has to be required and a text, number, date or choice to look something up by.`
    : `${quoted(by)} is not a parameter of ${section.called}.`;
  const span = section.spanOf(key);
  if (parameter) section.findings.error(span, { id: 'api-type', message, values: { name: by } });
  else section.findings.unknown(span, { id: 'api-unknown-name', message, name: by, known });
}

/** The newest state is read right before money moves, so there has to be one. */
function checkMoney({ movesMoney, on, mustNotChange, find, parameters }: ApiAction, section: Checked): void {
  const unsafe = (key: Key, message: string) =>
    section.findings.error(section.spanOf(key), { id: 'api-unsafe', message });
  if (movesMoney && (on === undefined || mustNotChange.length === 0))
    unsafe(
      'must not change',
      'An action that moves money needs “on” and “must not change”: the newest state is compared with what was approved.',
    );
  if (movesMoney && find.is === 'state')
    unsafe(
      'find',
      'A state does not prove that this very money was moved. Find it by its key, or say “nobody”.',
    );
  if (!movesMoney && parameters.some(({ type }) => type.kind === 'money'))
    unsafe('parameters', 'A parameter is money, so the action moves money: “moves money: yes”.');
}

/** A record can carry the key only if the request does. */
function checkKey({ find, request, keyHeader }: ApiAction, section: Checked): void {
  if (find.is !== 'key' || keyHeader !== undefined || namesInRequest(request).includes('key')) return;
  const message =
    'The key of the approval never reaches the system, so nothing can be found by it. Send it: “once by: header …”, or "{key}" in the body.';
  section.findings.error(section.spanOf('find'), { id: 'api-unsafe', message });
}
