import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiRequest } from './api-document.ts';
import { readBody, valuesIn } from './read-body.ts';
import { namesIn, readPath, readText } from './read-template.ts';
import { textOf, type Section } from './section.ts';

const form = /^(?<method>GET|POST|PUT|PATCH|DELETE)\s+(?<path>\S.*?)(?<reads>,\s*only reads)?$/d;

type RequestKey = 'request' | 'query' | 'body';

/** Whether a request is one of a look-up or one that changes something. */
export type Purpose = 'reads' | 'changes';

/** Reads `request: GET /parcels/{parcel number}`, with `query` and `body`. */
export function readRequest(
  section: Section<RequestKey>,
  source: string,
  purpose: Purpose,
): ApiRequest | undefined {
  const example =
    purpose === 'reads' ? 'request: GET /parcels/{parcel number}' : 'request: POST /parcels/{id}/hold';
  const text = section.need('request', example);
  const line = text && readLine(text, { section, purpose, example });
  const query = readQuery(section);
  const value = section.value('body');
  const body = value && readBody(value, source, section.findings);
  if (line === undefined || (value !== undefined && body === undefined)) return undefined;
  if (line.method === 'GET' && body !== undefined) {
    const message = `A GET has no body in ${section.called}. Use “query”, or another method.`;
    section.findings.error(section.spanOf('body'), { id: 'api-value', message });
    return undefined;
  }
  return { ...line, query, body };
}

type LineOptions = {
  readonly section: Section<RequestKey>;
  readonly purpose: Purpose;
  readonly example: string;
};

function readLine(
  text: PlacedText,
  { section, purpose, example }: LineOptions,
): Pick<ApiRequest, 'method' | 'path'> | undefined {
  const { findings, called } = section;
  const found = form.exec(text.text);
  const range = found?.indices?.groups?.['path'];
  const method = methods.find((one) => one === found?.groups?.['method']);
  if (!found || !range || !method) {
    findings.error(text.span, {
      id: 'api-value',
      message: `${quoted(text.text)} is not a request. Write “${example}”.`,
    });
    return undefined;
  }
  const because = methodProblem(method, purpose, found.groups?.['reads'] !== undefined);
  if (because !== undefined) {
    findings.error(text.span, { id: 'api-unsafe', message: `${because} in ${called}.`, values: { method } });
    return undefined;
  }
  const path = readPath(text.slice(...range), findings);
  return path && { method, path };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly ApiRequest['method'][];

/** A look-up is repeated at will, so it must not change anything; an action must not hide behind a GET. */
function methodProblem(method: string, purpose: Purpose, saysThatItReads: boolean): string | undefined {
  if (purpose === 'changes') {
    if (saysThatItReads) return 'A request that only reads is no action';
    return method === 'GET' ? 'A GET changes nothing, so it is no action' : undefined;
  }
  if (method === 'GET') return undefined;
  if (method !== 'POST') return `${method} changes something; a look-up uses GET, or a POST that only reads,`;
  return saysThatItReads ? undefined : 'A POST that only reads says so: “POST /search, only reads”';
}

function readQuery(section: Section<RequestKey>): ApiRequest['query'] {
  return section.entries('query').flatMap((entry) => {
    const name = entry.key.text.trim();
    const text = textOf(entry);
    if (!/^[\w.[\]-]{1,100}$/.test(name) || text === undefined) {
      const message = `${quoted(name)} is not a part of a query. Write “number: "{parcel number}"”.`;
      section.findings.error(entry.key.span, { id: 'api-value', message, values: { name } });
      return [];
    }
    const value = readText(text, section.findings);
    return value === undefined ? [] : [{ name, value }];
  });
}

/** Every name in a request, each once, in the order of path, query and body. */
export function namesInRequest({ path, query, body }: ApiRequest): readonly string[] {
  const inBody = body === undefined ? [] : valuesIn(body).map(({ name }) => name);
  return [...new Set([...path.flatMap(namesIn), ...query.flatMap(({ value }) => namesIn(value)), ...inBody])];
}
