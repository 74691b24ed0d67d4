import type { ApiDocument, ApiRequest } from '../../domain/custom-api/api-document.ts';
import { fillRequest, type Values } from '../../domain/custom-api/fill-request.ts';
import type { Failure } from '../../domain/run/events.ts';
import type { SystemRequest, Transport, SystemAnswer } from '../transport/transport.ts';

/** One request of a described system, before its values are in it. */
export type ApiCall = {
  readonly request: ApiRequest;
  readonly values: Values;
  /** `read “Parcel” of Parcel depot` */
  readonly operation: string;
  readonly repeat: SystemRequest['repeat'];
  readonly priority: SystemRequest['priority'];
  readonly headers?: Readonly<Record<string, string>>;
};

export type BuiltRequest =
  | { readonly is: 'built'; readonly request: SystemRequest }
  /** A name has no value. */
  | { readonly is: 'missing'; readonly name: string }
  | { readonly is: 'refused'; readonly failure: Failure };

/** Makes a request out of a description and values. Nothing that it makes leaves the base of the document. */
export function buildRequest(api: ApiDocument, call: ApiCall): BuiltRequest {
  const { method } = call.request;
  const filled = fillRequest(call.request, api.basePath, call.values);
  if (filled.is === 'missing') return filled;
  if (filled.is === 'unfit')
    return refused(
      `Cannot ${call.operation}: the value of “${filled.name}” cannot be sent, because ${filled.because}.`,
    );
  const { path, query, body } = filled;
  if (!staysInside(api, path))
    return refused(`Cannot ${call.operation}: the request would leave ${api.host}.`);
  return {
    is: 'built',
    request: {
      system: api.system,
      operation: call.operation,
      method,
      path,
      ...(Object.keys(query).length === 0 ? {} : { query }),
      ...(body === undefined ? {} : { body: { json: body } }),
      ...(call.headers === undefined ? {} : { headers: call.headers }),
      ...secretsOf(api),
      ...(api.deadline === undefined ? {} : { deadline: api.deadline }),
      repeat: call.repeat,
      priority: call.priority,
    },
  };
}

/** Sends a request; what cannot be sent is an answer too: nothing was done. */
export async function sendCall(transport: Transport, api: ApiDocument, call: ApiCall): Promise<SystemAnswer> {
  const built = buildRequest(api, call);
  if (built.is === 'built') return transport.send(built.request);
  const failure =
    built.is === 'refused'
      ? built.failure
      : ({
          code: 'unclear-target',
          reason: `Cannot ${call.operation}: “${built.name}” is not known.`,
        } as const);
  return { is: 'unavailable', failure };
}

/** The header with the place of the secret, which the proxy fills in. */
export function secretsOf({ secret }: ApiDocument): Pick<SystemRequest, 'secrets'> {
  if (secret === undefined) return {};
  const place = `{{setting.${secret.setting}}}`;
  return { secrets: { [secret.header]: secret.word === undefined ? place : `${secret.word} ${place}` } };
}

/** A browser reads addresses in its own way: `.`, `..` and `\` are ways. So the browser's reading is what counts. */
function staysInside({ host, basePath }: ApiDocument, path: string): boolean {
  const url = URL.parse(`https://${host}${path}`);
  return (
    url?.protocol === 'https:' &&
    url.host === host &&
    url.pathname === path &&
    path.startsWith(`${basePath}/`)
  );
}

const refused = (reason: string): BuiltRequest => ({
  is: 'refused',
  failure: { code: 'not-allowed', reason },
});
