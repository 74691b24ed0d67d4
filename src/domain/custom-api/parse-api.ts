import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import { readYaml } from '../sop/header/read-yaml.ts';
import type { ApiAction, ApiDocument, ApiLookUp } from './api-document.ts';
import { Findings, type ApiProblem } from './api-problem.ts';
import { readAction } from './read-action.ts';
import { readBase } from './read-base.ts';
import { readLookUp } from './read-look-up.ts';
import { readSecret, secretExample } from './read-secret.ts';
import { namesIn, readPath } from './read-template.ts';
import { checkUndo } from './read-undo.ts';
import { Section } from './section.ts';

const keys = ['system', 'title', 'base', 'secret', 'deadline', 'check', 'look ups', 'actions'] as const;
type DocumentSection = Section<(typeof keys)[number]>;

/** Names that systems, the language or Signoff itself have already. */
const takenNames: readonly string[] = [
  'zendesk',
  'stripe',
  'shopify',
  'hubspot',
  'salesforce',
  'easypost',
  'assistant',
  'message',
  'signoff',
  'constructor',
];

export type ParsedApi = {
  /** Only where nothing is wrong: half of a description is none. */
  readonly api: ApiDocument | undefined;
  /** The name that it gives itself, also where something is wrong. */
  readonly system: { readonly name: string; readonly span: Span } | undefined;
  readonly problems: readonly ApiProblem[];
};

/** Reads the description of an API, or the one at a place of a text; places count from the start of the text. Never throws. */
export function parseApi(source: string, content: Span = { from: 0, to: source.length }): ParsedApi {
  const findings = new Findings();
  const { entries, problems } = readYaml(source, content, { called: 'document', levels: 3 });
  for (const { message, values, from, to } of problems)
    findings.error({ from, to }, { id: 'api-form', message, values });
  const section = new Section(entries, {
    keys,
    place: startOf(source, content),
    called: 'the document',
    findings,
  });
  const system = readSystem(section);
  const about = readAbout(section);
  const lookUps = readLookUps(section, source);
  const actions = readActions(section, { source, lookUps, secretHeader: about?.secret?.header });
  if (lookUps.length + actions.length === 0 && findings.problems.length === 0)
    section.missing('look ups', 'look ups: …');
  const isSound = findings.problems.length === 0;
  const api = isSound && system && about ? { system: system.name, ...about, lookUps, actions } : undefined;
  return { api, system, problems: findings.problems };
}

function startOf(source: string, { from, to }: Span): Span {
  const start = Math.min(to, from + Math.max(0, source.slice(from, to).search(/\S/)));
  const end = source.slice(start, to).search(/[\r\n]|$/);
  return { from: start, to: start + end };
}

function readSystem(section: DocumentSection): ParsedApi['system'] {
  const text = section.need('system', 'system: depot');
  if (text === undefined) return undefined;
  const isName = /^[a-z][a-z0-9_-]{0,39}$/.test(text.text);
  if (isName && !takenNames.includes(text.text)) return { name: text.text, span: text.span };
  const message = isName
    ? `${quoted(text.text)} is taken already. Give the system another name.`
    : `${quoted(text.text)} cannot be the name of a system: small letters, digits, “_” and “-”, as in “depot”.`;
  section.findings.error(text.span, { id: 'api-name', message, values: { name: text.text } });
  return undefined;
}

type About = Pick<ApiDocument, 'title' | 'host' | 'basePath' | 'secret' | 'deadline' | 'check'>;

function readAbout(section: DocumentSection): About | undefined {
  const { findings } = section;
  const title = section.need('title', 'title: Returns depot');
  const baseText = section.need('base', 'base: https://api.depot.example/v1');
  const base = baseText && readBase(baseText, findings);
  const secretText = section.need('secret', secretExample);
  const secret = secretText && readSecret(secretText, findings);
  const deadline = readDeadline(section);
  const check = readCheck(section);
  return title && base && check && { title: title.text.slice(0, 60), ...base, secret, deadline, check };
}

/** Zendesk's proxy does not wait longer. Source: docs/zendesk.md, "client.request". */
const longestDeadline = 30;

function readDeadline(section: DocumentSection): number | undefined {
  const text = section.text('deadline');
  if (text === undefined) return undefined;
  const seconds = Number(/^(\d{1,2}) ?(?:s|seconds?)$/.exec(text.text)?.[1] ?? 0);
  if (seconds >= 1 && seconds <= longestDeadline) return seconds * 1000;
  const message = `${quoted(text.text)} is not a deadline from 1 to ${longestDeadline} seconds, such as “20 seconds”.`;
  section.findings.error(text.span, { id: 'api-value', message });
  return undefined;
}

/** A path that changes nothing and needs no values. */
function readCheck(section: DocumentSection): About['check'] | undefined {
  const text = section.need('check', 'check: GET /health');
  const range = text && /^GET\s+(?<path>\S+)$/d.exec(text.text)?.indices?.groups?.['path'];
  const path = range && readPath(text.slice(...range), section.findings);
  const isPlain = path?.every((segment) => namesIn(segment).length === 0) === true;
  if (isPlain) return path;
  if (text !== undefined && (range === undefined || path !== undefined)) {
    const message = `${quoted(text.text)} is not a request that anybody with a key can make. Write “GET /health”.`;
    section.findings.error(text.span, { id: 'api-value', message });
  }
  return undefined;
}

function readLookUps(section: DocumentSection, source: string): readonly ApiLookUp[] {
  const read = section.entries('look ups').map((entry) => readLookUp(entry, source, section.findings));
  return read.filter((lookUp) => lookUp !== undefined);
}

function readActions(
  section: DocumentSection,
  {
    source,
    lookUps,
    secretHeader,
  }: {
    readonly source: string;
    readonly lookUps: readonly ApiLookUp[];
    readonly secretHeader: string | undefined;
  },
): readonly ApiAction[] {
  const { findings } = section;
  const read = section.entries('actions').flatMap((entry) => {
    const action = readAction(entry, { source, lookUps, findings });
    return action ? [{ action, span: entry.key.span }] : [];
  });
  const actions = read.map(({ action }) => action);
  for (const { action, span } of read)
    if (action.keyHeader?.toLowerCase() === secretHeader?.toLowerCase() && secretHeader !== undefined)
      findings.error(span, {
        id: 'api-unsafe',
        message: `The header ${quoted(secretHeader)} carries the secret, so it cannot carry the key of an approval too.`,
      });
  // An action with a mistake of its own is reported once, not again by those that it would take back.
  if (findings.problems.length === 0)
    for (const { action, span } of read) checkUndo({ action, actions, span, findings });
  return actions;
}
