import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import type { ApiDocument, ApiRequest } from '../../../src/domain/custom-api/api-document.ts';
import { parseApi } from '../../../src/domain/custom-api/parse-api.ts';
import { buildRequest, type ApiCall } from '../../../src/systems/custom-api/api-transport.ts';
import { encodeRequest } from '../../../src/systems/transport/encode-request.ts';
import { apiOf, sampleApi } from '../../domain/custom-api/sample-api.ts';

const runs = 400;

/** What somebody might try, and what happens to be in messages. */
const pieces = fc.constantFrom(
  '..',
  '/',
  '\\',
  '%2e%2e',
  '%2F',
  '//evil.example',
  '@evil.example',
  'https://evil.example',
  '?a=b',
  '#x',
  '{{setting.stripe_key}}',
  '{key}',
  '\r\nX-Evil: 1',
  '\u0000',
  '\ud800',
  '__proto__',
  'ä',
  '🚚',
  ' ',
  ':',
  '"',
);
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 6 }).map((parts) => parts.join('')),
);

const requestsOf = (api: ApiDocument): readonly ApiRequest[] =>
  [...api.lookUps, ...api.actions].map(({ request }) => request);

const callOf = (request: ApiRequest, text: (name: string) => string): ApiCall => ({
  request,
  values: (name) => ({ kind: 'text', text: text(name) }),
  operation: 'test',
  repeat: 'never',
  priority: 'person',
});

/** The address as it would go out, read as a browser reads it. */
function addressOf(api: ApiDocument, call: ApiCall): URL | undefined {
  const built = buildRequest(api, call);
  if (built.is !== 'built') return undefined;
  return new URL(encodeRequest(built.request, `https://${api.host}`, 1000).url);
}

describe('whatever the values are', () => {
  const api = apiOf(depotDescription());

  test('host, base and the shape of the path stay', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, pick) => {
        const requests = requestsOf(api);
        const request = requests[pick % requests.length];
        if (request === undefined) return;
        const plain = addressOf(
          api,
          callOf(request, () => 'X1'),
        );
        const filled = addressOf(
          api,
          callOf(request, () => text),
        );
        if (filled === undefined || plain === undefined) return;
        expect(filled.origin).toBe(`https://${api.host}`);
        expect(`${filled.username}${filled.password}${filled.hash}`).toBe('');
        const [segments, expected] = [filled.pathname.split('/'), plain.pathname.split('/')];
        expect(segments).toHaveLength(expected.length);
        for (const [index, segment] of expected.entries()) {
          const found = segments[index] ?? '';
          expect(segment === 'X1' ? decodeURIComponent(found) : found).toBe(
            segment === 'X1' ? text : segment,
          );
        }
        expect([...filled.searchParams.keys()]).toEqual([...plain.searchParams.keys()]);
      }),
      { numRuns: runs * 4 },
    );
  });

  test('a body holds them as values and nothing else', () => {
    const [hold] = api.actions;
    if (hold === undefined) throw new Error('The depot has no action.');
    fc.assert(
      fc.property(anyText, (text) => {
        const built = buildRequest(
          api,
          callOf(hold.request, (name) => (name === 'id' ? 'X1' : text)),
        );
        if (built.is !== 'built') return;
        const { body } = built.request;
        const sent: unknown = JSON.parse(JSON.stringify(body && 'json' in body ? body.json : undefined));
        expect(sent).toEqual({ reason: text, reference: text, approved_by: text });
        expect(JSON.stringify(sent)).not.toContain('{{');
      }),
      { numRuns: runs },
    );
  });

  test.each([
    '..',
    '.',
    'a/b',
    'a\\b',
    '',
    ' ',
    'x\r\ny',
    '\ud800',
    '{{setting.stripe_key}}',
    'x'.repeat(300),
  ])('“%s” is no part of a path', (text) => {
    for (const request of requestsOf(api).filter(({ query }) => query.length === 0))
      expect(
        buildRequest(
          api,
          callOf(request, () => text),
        ),
      ).toMatchObject({
        is: 'refused',
        failure: { code: 'not-allowed' },
      });
  });
});

describe('whatever a document says', () => {
  /** A sound document with some of its text replaced. */
  const mutated = fc
    .tuple(
      fc.constantFrom(sampleApi, depotDescription()),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), anyText), { minLength: 1, maxLength: 4 }),
    )
    .map(([text, changes]) =>
      changes.reduce((now, [at, length, instead]) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + instead + now.slice(from + length);
      }, text),
    );

  /** A sound document in which a value of one line is another text. */
  const otherValue = fc
    .tuple(fc.constantFrom(sampleApi, depotDescription()), fc.nat(), anyText)
    .map(([text, at, value]) => {
      const lines = text.split('\n');
      const index = at % lines.length;
      lines[index] = (lines[index] ?? '').replace(/: .*$/, () => `: ${value}`);
      return lines.join('\n');
    });

  test('it is read without an error, and its problems lie in it', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, otherValue, anyText), (text) => {
        for (const { from, to, message } of parseApi(text).problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: runs },
    );
  });

  test('what is accepted asks its own host over https, with its own secret in its own header', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(mutated, otherValue), anyText, (text, value) => {
        const { api } = parseApi(text);
        if (api === undefined) return;
        accepted += 1;
        for (const request of requestsOf(api)) {
          const built = buildRequest(
            api,
            callOf(request, () => value),
          );
          if (built.is !== 'built') continue;
          const url = new URL(encodeRequest(built.request, `https://${api.host}`, 1000).url);
          expect(url.protocol).toBe('https:');
          expect(url.host).toBe(api.host);
          expect(api.host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
          expect(url.pathname.startsWith(`${api.basePath}/`)).toBe(true);
          for (const [name, secret] of Object.entries(built.request.secrets ?? {})) {
            expect(name).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/);
            expect(secret).toMatch(/^([A-Za-z][A-Za-z0-9-]* )?\{\{setting\.custom_api_secret_[123]\}\}$/);
          }
        }
      }),
      { numRuns: runs },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  test.each([
    ['long lines', `system: ${'a '.repeat(20_000)}`],
    ['many keys', Array.from({ length: 5_000 }, (_, index) => `key${index}: x`).join('\n')],
    [
      'many records',
      `look ups:\n${Array.from({ length: 2_000 }, (_, index) => `  r${index}:\n    id: x`).join('\n')}`,
    ],
    ['a deep body', sampleApi.replace(/body: .*/, `body: ${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
    [
      'a field of blanks',
      sampleApi.replace('owner: text from owner.email', `owner: text${' from'.repeat(190)} x`),
    ],
    ['only braces', sampleApi.replace('/deposits/{id}/payouts', `/${'{'.repeat(900)}`)],
  ])('%s are refused within a second', (_, text) => {
    const began = performance.now();
    expect(parseApi(text).api).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
