import { describe, expect, it } from 'vitest';
import { offeredSystems } from '../../src/systems/offered-systems.ts';
import type { ActionScenario } from './scenario.ts';
import { customApiScenarios } from './scenarios/custom-api.ts';
import { easypostScenarios } from './scenarios/easypost.ts';
import { hubspotScenarios } from './scenarios/hubspot.ts';
import { salesforceScenarios } from './scenarios/salesforce.ts';
import { shopifyScenarios } from './scenarios/shopify.ts';
import { stripeScenarios } from './scenarios/stripe.ts';
import { zendeskScenarios } from './scenarios/zendesk.ts';

const scenarios: readonly ActionScenario[] = [
  ...zendeskScenarios,
  ...shopifyScenarios,
  ...stripeScenarios,
  ...easypostScenarios,
  ...hubspotScenarios,
  ...salesforceScenarios,
];

/** These put a text into the composer of the open ticket: no request leaves the page, so none can fail. */
const withoutRequest = ['zendesk.draft_reply', 'zendesk.ask_customer'];

describe('the matrix of failures', () => {
  it('knows every action of every system', () => {
    const offered = offeredSystems.flatMap(({ actions }) => actions.map(({ operation }) => operation));
    const tried = scenarios.map(({ operation }) => operation);
    expect(offered.filter((operation) => !tried.includes(operation)).toSorted()).toEqual(
      withoutRequest.toSorted(),
    );
    expect(tried.filter((operation) => !offered.includes(operation))).toEqual([]);
  });

  it('knows actions that an admin has described', () => {
    expect(customApiScenarios.length).toBeGreaterThan(0);
  });
});
