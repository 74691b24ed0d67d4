import type { FakeRequest } from '../fakes/fake.ts';
import { methodOf, type ProxyOptions } from './proxy-options.ts';

/**
 * Turns the options of `client.request` into the request that leaves the proxy, as jQuery would: an object as `data` becomes a form, or
 * the query of a GET. Header names with an underscore are dropped, because Zendesk's proxy does not support them.
 * @param base what a relative URL is relative to
 */
export function outgoingRequest(options: ProxyOptions, base: string): FakeRequest {
  const method = methodOf(options);
  const url = new URL(options.url, base);
  const text = dataText(options.data);
  if (method === 'GET') {
    if (text !== undefined && text !== '')
      url.search = [url.search.slice(1), text].filter((part) => part !== '').join('&');
    return { method, url, headers: headersOf(options, undefined), body: undefined };
  }
  return { method, url, headers: headersOf(options, text), body: text };
}

function headersOf(options: ProxyOptions, body: string | undefined): Record<string, string> {
  const given = Object.entries(options.headers ?? {})
    .filter(([name]) => !name.includes('_'))
    .map(([name, value]) => [name.toLowerCase(), value] as const);
  const contentType = body === undefined ? [] : [['content-type', contentTypeOf(options)] as const];
  return Object.fromEntries([...contentType, ...given]);
}

function contentTypeOf({ contentType }: ProxyOptions): string {
  return typeof contentType === 'string' ? contentType : 'application/x-www-form-urlencoded; charset=UTF-8';
}

function dataText(data: unknown): string | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return data;
  if (typeof data !== 'object') return undefined;
  const pairs = Object.entries(data).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}
