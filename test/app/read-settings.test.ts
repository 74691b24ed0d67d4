import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depotDescription } from '../../desk/fakes/custom-api/depot-description.ts';
import { readSettings } from '../../src/app/read-settings.ts';
import { decimalText } from '../../src/domain/facts/decimal.ts';

const problemsOf = (raw: Parameters<typeof readSettings>[0]) =>
  readSettings(raw).problems.map(({ setting, line, because }) => `${setting} ${line ?? '-'} ${because}`);

describe('the app settings', () => {
  it('may all be missing: nothing is mapped, published or allowed', () => {
    for (const raw of [
      {},
      { sop_mappings: null, teams: null, published: null, assistant_on: null, hourly_cost: null },
    ]) {
      expect(readSettings(raw)).toMatchObject({
        mappings: [],
        published: [],
        assistant: { isOn: false, model: undefined },
        hourlyCost: undefined,
        currency: undefined,
        problems: [],
      });
    }
  });

  it('name teams by groups and roles, several of them too, without case', () => {
    const { teams, problems } = readSettings({
      teams: 'Tier 2 = group 360001\n# people\n\n  Team lead=ROLE 4711 , group 5\r\n',
    });
    expect(problems).toEqual([]);
    expect([...teams]).toEqual([
      ['tier 2', { name: 'Tier 2', members: ['group 360001'] }],
      ['team lead', { name: 'Team lead', members: ['role 4711', 'group 5'] }],
    ]);
  });

  it('name a bad line by its number, and keep the others', () => {
    const text = 'Tier 1 = group 1\nTier 2\nTier 3 = group x\n= group 4\nTier 5 = group 5\ntier 1 = group 6';
    expect(problemsOf({ teams: text })).toEqual([
      'teams 2 form',
      'teams 3 form',
      'teams 4 form',
      'teams 6 duplicate',
    ]);
    expect([...readSettings({ teams: text }).teams.keys()]).toEqual(['tier 1', 'tier 5']);
    expect(readSettings({ teams: text }).teams.get('tier 1')?.members).toEqual(['group 1']);
  });

  it('map tickets to SOPs line by line', () => {
    const text =
      '# first match wins\nticket form = "Shipping" -> late-parcel\nticket form = -> broken\nno arrow\nrequester email contains "@vip" -> none';
    const { mappings } = readSettings({ sop_mappings: text });
    expect(mappings.map(({ line, target }) => [line, target])).toEqual([
      [2, { is: 'sop', id: 'late-parcel' }],
      [5, { is: 'none' }],
    ]);
    expect(problemsOf({ sop_mappings: text })).toEqual(['sop_mappings 3 condition', 'sop_mappings 4 form']);
  });

  it('publish what has a version and a hash, and nothing else', () => {
    const published = JSON.stringify({
      'late-parcel': { version: 5, hash: 'abc' },
      other: { version: 'five' },
    });
    expect(readSettings({ published }).published).toEqual([{ id: 'late-parcel', version: 5, hash: 'abc' }]);
    expect(problemsOf({ published })).toEqual(['published - form']);
    expect(problemsOf({ published: '{' })).toEqual(['published - not-json']);
    expect(problemsOf({ published: '[1]' })).toEqual(['published - form']);
  });

  it.each(['true', 'TRUE', '1', true, 'on'])(
    'take a checkbox as ticked when Zendesk gives %j',
    (assistant_on) => {
      expect(readSettings({ assistant_on }).assistant.isOn).toBe(true);
    },
  );

  it.each(['false', '0', false, '', null, 'maybe'])(
    'take a checkbox as not ticked when Zendesk gives %j',
    (assistant_on) => {
      expect(readSettings({ assistant_on }).assistant.isOn).toBe(false);
    },
  );

  it('take numbers as numbers and as text', () => {
    for (const hourly_cost of [32.5, '32.50', ' 32.5 ']) {
      const { hourlyCost } = readSettings({ hourly_cost });
      expect(hourlyCost && decimalText(hourlyCost)).toBe('32.5');
    }
    expect(problemsOf({ hourly_cost: 'a lot' })).toEqual(['hourly_cost - not-a-number']);
  });

  it.each([5, '5', 30, ' 12.5 ', 60])('take %j as seconds to wait', (request_seconds) => {
    expect(readSettings({ request_seconds })).toMatchObject({
      requestSeconds: Number(request_seconds),
      problems: [],
    });
  });

  it.each(['4', 61, '-10', 'half a minute', '1e1', 'Infinity'])(
    'name %j as no number of seconds to wait, and go on with none',
    (request_seconds) => {
      expect(readSettings({ request_seconds }).requestSeconds).toBeUndefined();
      expect(problemsOf({ request_seconds })).toEqual(['request_seconds - not-5-to-60']);
    },
  );

  it('take only currencies that there are', () => {
    expect(readSettings({ currency: 'usd' }).currency).toBe('USD');
    expect(problemsOf({ currency: 'dollars' })).toEqual(['currency - not-a-currency']);
  });

  it('never throw, whatever stands in them', () => {
    const names = [
      'sop_mappings',
      'teams',
      'published',
      'assistant_on',
      'assistant_model',
      'hourly_cost',
      'request_seconds',
      'currency',
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.double(),
      fc.constant(null),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (raw) => {
        expect(readSettings(raw).problems).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('systems that an admin has described', () => {
  const depot = depotDescription();

  it('are those in which nothing is wrong; a problem is named by its line', () => {
    const broken = depot.replace('system: depot', 'system: other').replace('risk: low', 'risk: small');
    const { customApis, problems } = readSettings({ custom_apis: `${depot}\n---\n${broken}` });
    expect(customApis.map(({ system }) => system)).toEqual(['depot']);
    const line = `${depot}\n---\n${broken}`.split('\n').indexOf('    risk: small') + 1;
    expect(problems).toEqual([
      expect.objectContaining({ setting: 'custom_apis', line, text: 'risk: small', because: 'description' }),
    ]);
  });

  it('count lines as every editor ends them', () => {
    const { problems } = readSettings({
      custom_apis: depot.replace('risk: low', 'risk: small').replaceAll('\n', '\r\n'),
    });
    const line = depot.split('\n').indexOf('    risk: low') + 1;
    expect(problems.map((problem) => problem.line)).toEqual([line]);
  });

  it('must have a host that the package allows, and other settings stand', () => {
    const { customApis, teams, problems } = readSettings({ custom_apis: depot, teams: 'Tier 1 = group 1' }, [
      'api.stripe.com',
    ]);
    expect(customApis).toEqual([]);
    expect(teams.size).toBe(1);
    expect(problems[0]?.problems[0]?.message).toContain('--host api.depot.example');
    expect(readSettings({ custom_apis: depot }, ['api.depot.example']).problems).toEqual([]);
  });
});
