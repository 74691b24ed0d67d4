import { describe, expect, it } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { parseSop } from '../../src/domain/sop/parse-sop.ts';
import { createEasyPostSystem } from '../../src/systems/easypost/easypost-system.ts';
import { offeredSystems } from '../../src/systems/offered-systems.ts';
import { createHubspotSystem } from '../../src/systems/hubspot/hubspot-system.ts';
import { createSalesforceSystem } from '../../src/systems/salesforce/salesforce-system.ts';
import { createShopifySystem } from '../../src/systems/shopify/shopify-system.ts';
import { createStripeSystem } from '../../src/systems/stripe/stripe-system.ts';
import { createAdapterWorld, salesforceHost, shopHost } from './adapter-world.ts';
import { zendeskWorld } from './zendesk/zendesk-world.ts';

const world = createAdapterWorld({ fakes: [] });
const connected = [
  zendeskWorld().system,
  createShopifySystem({ ...world, shop: shopHost }),
  createStripeSystem(world),
  createEasyPostSystem(world),
  createHubspotSystem(world),
  createSalesforceSystem({ ...world, domain: salesforceHost, allowedHosts: undefined }),
];

describe('the systems that are offered without connecting them', () => {
  it.each(connected)('$name offers what it says when it is connected', ({ name, facts, actions }) => {
    const offered = offeredSystems.find((system) => system.name === name);
    expect(offered?.facts).toEqual(facts);
    expect(offered?.actions).toEqual(
      actions.map(({ kind: { operation, parameters } }) => ({
        operation,
        parameters: parameters.map(({ name: parameter, type, required }) => ({
          name: parameter,
          type,
          required,
        })),
      })),
    );
  });

  it('none is offered that cannot be connected', () => {
    expect(offeredSystems.map(({ name }) => name)).toEqual(connected.map(({ name }) => name));
  });

  const folder = new URL('../../sops/', import.meta.url);

  it.each(readdirSync(folder))('%s uses nothing else', (file) => {
    const { sop } = parseSop(readFileSync(new URL(file, folder), 'utf8'));
    const facts = offeredSystems.flatMap(({ name, facts: fields }) =>
      fields.map(({ record, field }) => `${name}.${record}.${field}`),
    );
    const sources = (sop?.inputs ?? []).flatMap(({ source }) =>
      source.from === 'system' && source.customField === undefined
        ? [`${source.system}.${source.record}.${source.field}`]
        : [],
    );
    const operations = offeredSystems.flatMap(({ actions }) => actions.map(({ operation }) => operation));
    const proposed = (sop?.actions ?? []).map(({ system, operation }) => `${system}.${operation}`);
    expect(sources.filter((source) => !facts.includes(source))).toEqual([]);
    expect(proposed.filter((operation) => !operations.includes(operation))).toEqual([]);
  });
});
