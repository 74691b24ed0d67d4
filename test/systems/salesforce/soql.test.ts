import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSoql } from '../../../desk/fakes/salesforce/read-soql.ts';
import { salesforceHost } from '../../../src/systems/salesforce/salesforce-host.ts';
import { isSalesforceId, isSameId, longId } from '../../../src/systems/salesforce/salesforce-id.ts';
import { soql } from '../../../src/systems/salesforce/soql.ts';

describe('a query', () => {
  it('is written out, with its values quoted', () => {
    const query = {
      select: ['Id', 'Account.Name'],
      from: 'Contact',
      where: { Name: "O'Neil", IsActive: true },
      newestBy: 'CreatedDate',
      limit: 5,
    } as const;
    expect(soql(query)).toBe(
      String.raw`SELECT Id, Account.Name FROM Contact WHERE Name = 'O\'Neil' AND IsActive = true ORDER BY CreatedDate DESC LIMIT 5`,
    );
  });

  it('keeps whatever a customer writes a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = soql({ select: ['Id'], from: 'Contact', where: { Email: value }, limit: 5 });
        expect(readSoql(text)?.where).toEqual([{ field: 'Email', value }]);
      }),
    );
  });

  it.each(["Id FROM User WHERE Name = 'x'", 'Name--', 'Account.Owner.Name', '1st', '', "Name'"])(
    'never asks for a field called %s',
    (name) => {
      expect(() => soql({ select: [name], from: 'Contact', where: {}, limit: 1 })).toThrow('Cannot ask');
    },
  );
});

describe('an id', () => {
  it('of 15 characters is the same as its long form', () => {
    expect(longId('0015e00000AbCdE')).toBe('0015e00000AbCdEAAV');
    expect(isSameId('0015e00000AbCdE', '0015e00000AbCdEAAV')).toBe(true);
    expect(isSameId('0015e00000abcde', '0015e00000AbCdEAAV')).toBe(false);
  });

  it.each([
    ['0015e00000AbCdE', true],
    ['0015e00000AbCdEAAV', true],
    ['Example Company', false],
    ['ExampleCompany', false],
    ['0015e00000AbCdEaav', false],
  ])('%s: %s', (text, is) => {
    expect(isSalesforceId(text)).toBe(is);
  });
});

describe('the setting of the domain', () => {
  it.each([
    ['acme', 'acme.my.salesforce.com'],
    [' ACME.my.salesforce.com ', 'acme.my.salesforce.com'],
    ['https://acme--test.sandbox.my.salesforce.com/', 'acme--test.sandbox.my.salesforce.com'],
    ['acme.lightning.force.com', undefined],
    ['acme/evil', undefined],
    ['evil.example#.my.salesforce.com', undefined],
  ])('%s is %s', (given, host) => {
    expect(salesforceHost(given)).toBe(host);
  });
});
