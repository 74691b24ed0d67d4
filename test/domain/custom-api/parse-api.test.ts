import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import { offeredApi } from '../../../src/domain/custom-api/offered-api.ts';
import { parseApi } from '../../../src/domain/custom-api/parse-api.ts';
import { parseApis } from '../../../src/domain/custom-api/parse-apis.ts';
import { apiOf, changed, problemsOf, sampleApi } from './sample-api.ts';
import { containing } from '../../support/containing.ts';

describe('a sound description', () => {
  test('has no problems', () => {
    expect(parseApi(sampleApi).problems).toEqual([]);
    expect(parseApi(depotDescription()).problems).toEqual([]);
  });

  test('says where requests go and what they carry', () => {
    expect(apiOf(sampleApi)).toMatchObject({
      system: 'vault',
      host: 'api.vault.example',
      basePath: '/v2',
      secret: { header: 'Authorization', word: 'Bearer', setting: 'custom_api_secret_2' },
      deadline: 10_000,
    });
  });

  test('offers its facts and actions to SOPs', () => {
    const offered = offeredApi(apiOf(sampleApi));
    expect(offered.name).toBe('vault');
    expect(offered.facts).toContainEqual({
      record: 'deposit',
      field: 'left',
      type: { kind: 'money', currency: 'EUR' },
    });
    expect(offered.actions).toEqual([
      {
        operation: 'vault.pay_out',
        parameters: [
          { name: 'number', type: { kind: 'text' }, required: true },
          { name: 'amount', type: { kind: 'money', currency: 'EUR' }, required: true },
        ],
      },
    ]);
  });

  test('is what the how-to shows', () => {
    const text = readFileSync('docs/how-to/describe-an-api.md', 'utf8');
    const samples = [...text.matchAll(/```yaml\n(system:[\s\S]*?)```/g)].map(([, sample = '']) => sample);
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) expect(problemsOf(sample)).toEqual([]);
  });
});

describe('what can be wrong has a place and a sentence', () => {
  test.each([
    // The form
    [
      'a misspelt key',
      'title: Deposit vault',
      'titel: Deposit vault',
      'api-key-unknown',
      'titel',
      'Did you mean “title”?',
    ],
    [
      'a key twice',
      'title: Deposit vault',
      'title: A\ntitle: B',
      'api-key-twice',
      'title',
      'stands there twice',
    ],
    ['a tab', 'look ups:\n  deposit', 'look ups:\n\tdeposit', 'api-form', '\t', 'not with tabs'],
    [
      'no title',
      'title: Deposit vault\n',
      '',
      'api-key-missing',
      'system: vault',
      'Write “title: Returns depot”',
    ],
    ['no secret', /^secret.*\n/m, '', 'api-key-missing', 'system: vault', '“secret” is missing'],
    // Names
    ['a built-in system', 'system: vault', 'system: stripe', 'api-name', 'stripe', 'is taken already'],
    ['a system with capitals', 'system: vault', 'system: My Vault', 'api-name', 'My Vault', 'small letters'],
    ['a record with a blank', '  payout:', '  pay out:', 'api-name', 'pay out', 'cannot be a record'],
    [
      'a reserved parameter',
      '      number: text, required',
      '      id: text, required',
      'api-name',
      'id',
      'have a meaning already',
    ],
    // Addresses
    ['http', 'https://api', 'http://api', 'api-address', 'http://api.vault.example/v2', 'https'],
    [
      'a sign-in in the base',
      'https://api',
      'https://me:secret@api',
      'api-address',
      'https://me:secret@api.vault.example/v2',
      'name or password',
    ],
    ['a number', 'api.vault.example/v2', '10.0.0.7/v2', 'api-address', 'https://10.0.0.7/v2', 'not a number'],
    [
      'a hidden number',
      'api.vault.example/v2',
      '0x7f.1/v2',
      'api-address',
      'https://0x7f.1/v2',
      'not a number',
    ],
    [
      'this machine',
      'api.vault.example/v2',
      'localhost/v2',
      'api-address',
      'https://localhost/v2',
      'inside of a network',
    ],
    [
      'an inner name',
      'api.vault.example/v2',
      'vault.internal/v2',
      'api-address',
      'https://vault.internal/v2',
      'inside of a network',
    ],
    [
      'a port',
      'api.vault.example/v2',
      'api.vault.example:8443/v2',
      'api-address',
      'https://api.vault.example:8443/v2',
      'port',
    ],
    ['a query', 'example/v2', 'example/v2?a=1', 'api-address', 'https://api.vault.example/v2?a=1', 'query'],
    [
      'Zendesk',
      'api.vault.example/v2',
      'other.zendesk.com/v2',
      'api-address',
      'https://other.zendesk.com/v2',
      'system already',
    ],
    [
      'a way up',
      '/deposits/{deposit number}\n',
      '/deposits/../{deposit number}\n',
      'api-address',
      '/deposits/../{deposit number}',
      'lead somewhere else',
    ],
    [
      'an encoded way up',
      '/deposits/{deposit number}\n',
      '/%2e%2e/{deposit number}\n',
      'api-address',
      '/%2e%2e/{deposit number}',
      'do not belong in a path',
    ],
    [
      'a whole address as path',
      'GET /ping',
      'GET //evil.example/ping',
      'api-address',
      '//evil.example/ping',
      'missing between',
    ],
    // Secrets
    [
      'a foreign secret',
      'custom_api_secret_2',
      'stripe_key',
      'api-secret',
      'stripe_key',
      'not a setting for secrets of your own',
    ],
    [
      'a cookie',
      'header Authorization with Bearer',
      'header Cookie',
      'api-secret',
      'header Cookie from custom_api_secret_2',
      'belongs to the browser',
    ],
    [
      'a header that is dropped',
      'header Authorization with Bearer',
      'header x_key',
      'api-secret',
      'header x_key from custom_api_secret_2',
      'no “_”',
    ],
    [
      'a secret in the body',
      '"reference": "{key}"',
      '"reference": "{{setting.stripe_key}}"',
      'api-value',
      '{ "cents": "{amount as minor units}", "currency": "{amount as currency}", "reference": "{{setting.stripe_key}}" }',
      'the whole value',
    ],
    // Look-ups
    [
      'a POST that does not say that it reads',
      'request: GET /deposits/{deposit number}\n',
      'request: POST /deposits/{deposit number}\n',
      'api-unsafe',
      'POST /deposits/{deposit number}',
      'only reads',
    ],
    [
      'a DELETE as a look-up',
      'request: GET /deposits/{deposit number}\n',
      'request: DELETE /deposits/{deposit number}\n',
      'api-unsafe',
      'DELETE /deposits/{deposit number}',
      'changes something',
    ],
    [
      'a record of nobody',
      'GET /deposits/{deposit number}\n',
      'GET /deposits/first\n',
      'api-unsafe',
      'request',
      'says which record is meant',
    ],
    [
      'the first of a list',
      'from status\n',
      'from items.0.status\n',
      'api-value',
      'items.0.status',
      'one of several',
    ],
    [
      'a key of JavaScript',
      'from owner.email',
      'from __proto__.email',
      'api-value',
      '__proto__.email',
      'cannot be a key',
    ],
    [
      'a list that nobody can tell apart',
      '    show: amount\n',
      '',
      'api-key-missing',
      'payout',
      '“show” is missing',
    ],
    [
      'a list of which nobody knows where it ends',
      '    more when: never\n',
      '',
      'api-key-missing',
      'payout',
      '“more when” is missing',
    ],
    [
      'a key in the place of the secret',
      'header Idempotency-Key',
      'header authorization',
      'api-unsafe',
      'pay_out',
      'carries the secret',
    ],
    ['no type', 'owner: text from', 'owner: string from', 'api-type', 'string', 'Did you mean “text”?'],
    [
      'money without a currency',
      'money EUR from left.cents',
      'money from left.cents',
      'api-type',
      'money from left.cents in minor units',
      'say the currency',
    ],
    [
      'an unknown field to show',
      'show: amount',
      'show: ammount',
      'api-unknown-name',
      'ammount',
      'Did you mean “amount”?',
    ],
    ['a success that is none', 'none when: 404', 'none when: 200', 'api-value', '200', '400 to 499'],
    // Actions
    ['no risk', '    risk: high\n', '', 'api-key-missing', 'pay_out', '“risk” is missing'],
    ['an unknown risk', 'risk: high', 'risk: huge', 'api-value', 'huge', 'not “huge”'],
    [
      'nothing about repetition',
      /^ {4}once by.*\n/m,
      '',
      'api-key-missing',
      'pay_out',
      '“once by” is missing',
    ],
    [
      'a GET as an action',
      'request: POST /deposits/{id}',
      'request: GET /deposits/{id}',
      'api-unsafe',
      'GET /deposits/{id}/payouts',
      'changes nothing',
    ],
    [
      'a 500 as a refusal',
      'refused when: 409',
      'refused when: 500',
      'api-value',
      '500, 422',
      'may have been carried out',
    ],
    [
      'a 404 as success',
      'succeeded when: 201',
      'succeeded when: 404',
      'api-value',
      '404 and status is done',
      '200 to 299',
    ],
    [
      'an unknown name in the path',
      '{id}/payouts\n    body',
      '{nummber}/payouts\n    body',
      'api-unknown-name',
      'request',
      'Did you mean “number”?',
    ],
    ['money without a form', 'amount as minor units', 'amount', 'api-type', 'body', 'say its form'],
    [
      'a name inside of a text',
      '"{key}"',
      '"signoff {key}"',
      'api-value',
      '{ "cents": "{amount as minor units}", "currency": "{amount as currency}", "reference": "signoff {key}" }',
      'whole value',
    ],
    [
      'a parameter that nothing uses',
      '      amount: money EUR, required',
      '      note: text, optional\n      amount: money EUR, required',
      'api-unsafe',
      'parameters',
      'would be misled',
    ],
    [
      'a parameter that may be there',
      '      number: text, required\n',
      '      number: text\n',
      'api-value',
      'text',
      '“required” or “optional”',
    ],
    [
      'money that nobody looks at again',
      '    must not change: status, left\n',
      '',
      'api-unsafe',
      'pay_out',
      'newest state',
    ],
    [
      'money that does not move',
      'moves money: yes',
      'moves money: no',
      'api-unsafe',
      'parameters',
      'so the action moves money',
    ],
    ['a state as proof of money', /find: .*/, 'find: state', 'api-unsafe', 'state', '“check”'],
    [
      'a lost answer that nobody clears up',
      /^ {4}find.*\n/m,
      '',
      'api-key-missing',
      'pay_out',
      '“find” is missing',
    ],
    [
      'a search without proof',
      /find: .*/,
      'find: payout by number',
      'api-unsafe',
      'payout by number',
      'Nothing ties',
    ],
    [
      'a value that is never one',
      'possible when: status is open',
      'possible when: status is opened',
      'api-type',
      'opened',
      'Did you mean “open”?',
    ],
    [
      'an undo that is not there',
      '    check: answer',
      '    undo: take_back\n    check: answer',
      'api-unknown-name',
      'pay_out',
      'not another action',
    ],
    [
      'too long a deadline',
      'deadline: 10 seconds',
      'deadline: 5 minutes',
      'api-value',
      '5 minutes',
      '1 to 30 seconds',
    ],
  ] as const)('%s', (_, from, to, id, at, words) => {
    const text = changed(from, to);
    const problems = problemsOf(text);
    expect(problems).toContainEqual({ id, at, message: containing(words) });
    expect(parseApi(text).api).toBeUndefined();
  });

  test('a key can be sent in the body alone', () => {
    expect(problemsOf(changed('once by: header Idempotency-Key', 'once by: nothing'))).toEqual([]);
  });

  test('a key that the system never gets finds nothing', () => {
    const text = changed('once by: header Idempotency-Key', 'once by: nothing').replace(
      ', "reference": "{key}"',
      '',
    );
    expect(problemsOf(text)).toContainEqual({
      id: 'api-unsafe',
      at: 'find',
      message: containing('never reaches the system'),
    });
  });

  test('a misspelt name has a mend that leaves nothing to report', () => {
    const text = changed('show: amount', 'show: ammount');
    const [edit] = parseApi(text).problems[0]?.fixes?.[0]?.edits ?? [];
    if (edit === undefined) throw new Error('There is no mend.');
    expect(problemsOf(text.slice(0, edit.from) + edit.text + text.slice(edit.to))).toEqual([]);
  });
});

describe('several descriptions in one setting', () => {
  const other = depotDescription();
  const both = `${sampleApi}---\n${other}`;

  test('are separated by lines of dashes', () => {
    const { apis, problems } = parseApis(both);
    expect(problems).toEqual([]);
    expect(apis.map(({ system }) => system)).toEqual(['vault', 'depot']);
  });

  test('do not stop one another', () => {
    const { apis, problems } = parseApis(both.replace('system: vault', 'system: zendesk'));
    expect(apis.map(({ system }) => system)).toEqual(['depot']);
    expect(problems.map(({ id }) => id)).toEqual(['api-name']);
  });

  test('each has a name of its own, and the first one counts', () => {
    const { apis, problems } = parseApis(both.replace('system: depot', 'system: vault'));
    expect(apis.map(({ host }) => host)).toEqual(['api.vault.example']);
    expect(problems[0]?.message).toContain('two documents for “vault”');
  });

  test('a secret goes to one host', () => {
    const { apis, problems } = parseApis(both.replace('custom_api_secret_1', 'custom_api_secret_2'));
    expect(apis.map(({ system }) => system)).toEqual(['vault']);
    expect(problems[0]).toMatchObject({ id: 'api-secret', values: { setting: 'custom_api_secret_2' } });
  });

  test('a host that the package does not allow is a problem with the fix', () => {
    const { apis, problems } = parseApis(both, ['api.depot.example']);
    expect(apis.map(({ system }) => system)).toEqual(['depot']);
    expect(problems[0]?.message).toContain('Package Signoff again with --host api.vault.example.');
  });

  test('nothing is no problem', () => {
    expect(parseApis('\n---\n# later\n')).toEqual({ apis: [], problems: [] });
  });
});
