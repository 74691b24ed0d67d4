import { expect, test } from 'vitest';
import type { ProxyAnswer } from '../../desk/proxy/proxy-answer.ts';
import { settleRequest } from '../../desk/zaf/settle-request.ts';

const json: ProxyAnswer = {
  status: 200,
  statusText: 'OK',
  responseText: '{"a":1}',
  responseJSON: { a: 1 },
  headers: { etag: 'x' },
};
const page: ProxyAnswer = { status: 200, statusText: 'OK', responseText: '<html></html>', headers: {} };

test('resolves with the body', () => {
  expect(settleRequest({ url: '/x' }, json)).toEqual({ is: 'done', value: { a: 1 } });
});

test('resolves with everything where the complete response was asked for', () => {
  expect(settleRequest({ url: '/x', httpCompleteResponse: true }, json)).toEqual({ is: 'done', value: json });
});

test('resolves with text that is no JSON, unless JSON was expected', () => {
  expect(settleRequest({ url: '/x' }, page)).toEqual({ is: 'done', value: '<html></html>' });
  expect(settleRequest({ url: '/x', dataType: 'json' }, page)).toMatchObject({
    is: 'fail',
    error: { status: 200, statusText: 'parsererror', responseText: '<html></html>' },
  });
});

test('reads JSON that arrives as text', () => {
  expect(settleRequest({ url: '/x', dataType: 'json' }, { ...page, responseText: '{"a":1}' })).toEqual({
    is: 'done',
    value: { a: 1 },
  });
});

test('rejects with a plain object and with headers only where they were asked for', () => {
  const refused = { ...json, status: 409, statusText: 'Conflict' };
  expect(settleRequest({ url: '/x' }, refused)).toEqual({
    is: 'fail',
    error: {
      status: 409,
      statusText: 'Conflict',
      responseText: '{"a":1}',
      responseJSON: { a: 1 },
      readyState: 4,
    },
  });
  expect(settleRequest({ url: '/x', httpCompleteResponse: true }, refused)).toMatchObject({
    error: { headers: { etag: 'x' } },
  });
});

test('an empty answer has no body', () => {
  const empty = { status: 204, statusText: 'No Content', responseText: '', headers: {} };
  expect(settleRequest({ url: '/x', dataType: 'json' }, empty)).toEqual({ is: 'done', value: undefined });
});
