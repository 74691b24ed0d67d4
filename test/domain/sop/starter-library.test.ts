import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditChecked } from '../../../src/domain/audit/audit.ts';
import { checkSop } from '../../../src/domain/check/check-sop.ts';
import type { CheckOptions } from '../../../src/domain/check/rule.ts';
import { coverExamples } from '../../../src/domain/examples/cover-examples.ts';
import { builtInFacts } from '../../../src/domain/facts/built-in-facts.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { readValue } from '../../../src/domain/facts/read-value.ts';
import type { FactType, Value } from '../../../src/domain/facts/value.ts';
import type { OfferedAction, OfferedFact } from '../../../src/domain/sop/catalogue.ts';
import type { ActionDeclaration, Input } from '../../../src/domain/sop/document.ts';
import { factsForMatching, matchSop } from '../../../src/domain/sop/match.ts';
import { readExamples } from '../../../src/domain/sop/read-examples.ts';
import { easyPostKinds } from '../../../src/systems/easypost/easypost-kinds.ts';
import { offeredSystems } from '../../../src/systems/offered-systems.ts';
import { shopifyKinds } from '../../../src/systems/shopify/shopify-kinds.ts';
import { stripeKinds } from '../../../src/systems/stripe/stripe-kinds.ts';

const today = '2026-11-20';
const options: CheckOptions = { today, catalogue: { systems: offeredSystems } };

const folder = new URL('../../../sops/', import.meta.url);
const library = readdirSync(folder)
  .filter((file) => file.endsWith('.sop.md'))
  .toSorted()
  .map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const checked = checkSop(text, options);
    if (!checked.sop) throw new Error(`There is nothing to read in ${file}.`);
    return { id: file.replace(/\.sop\.md$/, ''), text, checked, sop: checked.sop };
  });

/** The two that the language was written with: they show fewer failures than the others, and no lock where an `If` is enough. */
const models: ReadonlySet<string> = new Set(['late-parcel', 'damaged-item']);

/** A ticket as each of them is written for: facts that are always there, and custom fields by their titles. */
const typicalTickets: Readonly<Record<string, Readonly<Record<string, FactJson>>>> = {
  'account-access': { 'ticket form': 'Account', 'Account request': 'reset password' },
  'address-change': { 'ticket form': 'Orders', 'Order request': 'Change address' },
  'carrier-claim': { 'ticket form': 'Carrier claims', 'ticket tags': ['internal'] },
  'damaged-item': { 'ticket form': 'Returns', 'Return reason': 'Damaged' },
  'data-deletion': { 'ticket form': 'Account', 'Account request': 'delete data' },
  'dispute-received': { 'ticket form': 'Billing', 'ticket tags': ['dispute_received'] },
  'duplicate-charge': { 'ticket form': 'Billing', 'ticket tags': ['charged_twice'] },
  'late-parcel': { 'ticket form': 'Shipping', 'ticket tags': ['late_parcel'] },
  'order-cancellation': { 'ticket form': 'Orders', 'Order request': 'Cancel order' },
  'refund-status': { 'ticket form': 'Billing', 'ticket tags': ['refund_status'] },
  'return-request': { 'ticket form': 'Returns', 'Return reason': 'Changed mind' },
  'subscription-cancellation': { 'ticket form': 'Billing', 'ticket tags': ['cancel_subscription'] },
  'wrong-item': { 'ticket form': 'Returns', 'Return reason': 'Wrong item' },
};

describe.each(library)('the starter SOP $id', ({ id, text, checked, sop }) => {
  const { examples, problems: exampleProblems } = readExamples(sop, today);
  const coverage = coverExamples(sop, examples, today);

  it('is live, runs on tickets and has the name of its file', () => {
    expect({ id: sop.id, status: sop.status, for: sop.for }).toEqual({ id, status: 'live', for: 'ticket' });
  });

  it('has neither an error nor a warning', () => {
    const found = [...checked.problems, ...exampleProblems].filter(({ level }) => level !== 'info');
    expect(found.map((problem) => `${text.slice(problem.from, problem.to)}: ${problem.message}`)).toEqual([]);
  });

  it('leaves no bullet to be ticked off by hand', () => {
    expect(checked.problems.filter((problem) => problem.id === 'manual-step')).toEqual([]);
  });

  it('has at least eight examples, and all of them pass', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
    const failing = coverage.results.filter(({ result }) => result.is !== 'passed');
    expect(
      failing.map(({ example, course }) => [example.row, course.happened.map((one) => one.text)]),
    ).toEqual([]);
  });

  it('shows every branch and every border in an example', () => {
    const holes = [...coverage.branches, ...coverage.borders].filter(({ rows }) => rows.length === 0);
    expect(holes.map((hole) => hole.text)).toEqual([]);
  });

  it('is ready for automation', () => {
    const { kind, ready, scores, findings } = auditChecked(text, checked, options);
    const costs = findings.map(({ dimension, cost, message }) => `${dimension} ${String(cost)}: ${message}`);
    expect({ kind, ready, scores, costs }).toMatchObject({ kind: 'codified', ready: true });
  });

  it('rests on policies that are linked', () => {
    expect(sop.evidence.length).toBeGreaterThan(0);
    for (const { url, title } of sop.evidence) {
      expect(url).toMatch(/^https:\/\/help\.example\.com\/\S+$/);
      expect(title).toMatch(/\w/);
    }
  });

  it('reads only what the systems give', () => {
    expect(sop.inputs.filter((input) => !isGiven(input)).map(({ name }) => name)).toEqual([]);
  });

  it('proposes only what the systems do, with their parameters and every one that is needed', () => {
    for (const action of sop.actions) {
      const offered = offeredParametersOf(action);
      const given = action.parameters.map((one) => one.name);
      expect(offered.map(({ name }) => name)).toEqual(expect.arrayContaining(given));
      const needed = offered.filter(({ required }) => required).map(({ name }) => name);
      expect(given).toEqual(expect.arrayContaining(needed));
    }
  });

  it('gives the customer at most one thing, a refund or a replacement, whatever the example', () => {
    for (const { course } of coverage.results) {
      const given = course.commands.flatMap((command) =>
        command.kind === 'propose' && givesSomething.has(command.operation) ? [command.operation] : [],
      );
      expect(given.length).toBeLessThanOrEqual(1);
    }
  });
});

describe.each(library.filter(({ id }) => !models.has(id)))('the starter SOP $id besides', ({ sop }) => {
  it('shows in an example what happens when a system or an action fails', () => {
    const { failures } = coverExamples(sop, readExamples(sop, today).examples, today);
    expect(failures.filter(({ rows }) => rows.length === 0).map((hole) => hole.text)).toEqual([]);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('has a second lock on every action, whatever path leads to it', () => {
    expect(sop.actions.filter(({ onlyIf }) => !onlyIf).map(({ name }) => name)).toEqual([]);
  });

  it('keeps for a team what nothing takes back; what customers get is bounded by amount instead', () => {
    const open = sop.actions.filter(
      (action) => action.needs === undefined && isForGood(action) && !givesSomething.has(operationOf(action)),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

describe('the starter library', () => {
  it('has thirteen SOPs with ids and titles of their own', () => {
    expect(library.map(({ id }) => id)).toEqual(Object.keys(typicalTickets));
    expect(new Set(library.map(({ sop }) => sop.id)).size).toBe(library.length);
    expect(new Set(library.map(({ sop }) => sop.title.toLowerCase())).size).toBe(library.length);
  });

  it.each(Object.entries(typicalTickets))('finds %s alone for a ticket of its kind', (id, ticket) => {
    expect(matching(ticket)).toEqual([id]);
  });

  it.each([
    ['a return for another reason', { 'ticket form': 'Returns', 'Return reason': 'Other' }],
    ['a return without a reason', { 'ticket form': 'Returns' }],
    ['another wish about an order', { 'ticket form': 'Orders', 'Order request': 'Other' }],
    ['an ordinary question', { 'ticket form': 'General', 'ticket tags': ['question'] }],
  ])('finds none for %s', (_, ticket) => {
    expect(matching(ticket)).toEqual([]);
  });

  it('names the choices of a custom field in the same way everywhere', () => {
    const choices = new Map<string, string>();
    for (const { sop } of library) {
      for (const { type, source } of sop.inputs) {
        const field = source.from === 'system' ? source.customField : undefined;
        if (type.kind !== 'choice' || field === undefined || models.has(sop.id)) continue;
        const written = type.options.join(', ');
        expect(`${field}: ${choices.get(field) ?? written}`).toBe(`${field}: ${written}`);
        choices.set(field, written);
      }
    }
  });
});

/** The SOPs whose own condition is yes for a ticket. */
function matching(ticket: Readonly<Record<string, FactJson>>): readonly string[] {
  const sops = library.map(({ sop }) => sop);
  const always = builtInFacts.flatMap(({ name, type }) => known(name, type, ticket[name] ?? emptyOf(type)));
  const fields = factsForMatching(sops, [], new Map(always));
  const { considered } = matchSop({
    mappings: [],
    sops,
    knownFor: (owner) =>
      new Map([
        ...always,
        ...fields
          .filter((field) => field.owner === owner)
          .flatMap(({ name, type, source }) => known(name, type, ticket[source.customField ?? source.field])),
      ]),
  });
  return considered.filter(({ truth }) => truth.is === 'yes').map(({ sop }) => sop.id);
}

const emptyOf = ({ kind }: FactType): FactJson => (kind === 'list' ? [] : '');

function known(
  name: string,
  type: FactType,
  json: FactJson | undefined,
): readonly (readonly [string, Value])[] {
  const value = readValue(type, json);
  return value ? [[name, value]] : [];
}

function isGiven({ type, source }: Input): boolean {
  if (source.from === 'message') return true;
  if (source.customField !== undefined) return source.system === 'zendesk';
  const facts = offeredSystems.find(({ name }) => name === source.system)?.facts ?? [];
  const offered = facts.find(({ record, field }) => record === source.record && field === source.field);
  return offered !== undefined && fits(type, offered);
}

/** What a system gives as a text may be declared as a choice. */
const fits = ({ kind }: FactType, { type }: OfferedFact): boolean =>
  kind === type.kind || (kind === 'choice' && type.kind === 'text');

const operationOf = ({ system, operation }: ActionDeclaration): string => `${system}.${operation}`;

function offeredParametersOf(action: ActionDeclaration): OfferedAction['parameters'] {
  const offered: readonly OfferedAction[] =
    offeredSystems.find(({ name }) => name === action.system)?.actions ?? [];
  const kind = offered.find(({ operation }) => operation === operationOf(action));
  if (!kind) throw new Error(`No system offers ${operationOf(action)}.`);
  return kind.parameters;
}

/** What a customer gets something of. */
const givesSomething: ReadonlySet<string> = new Set([
  'stripe.refund',
  'stripe.credit_customer',
  'shopify.refund',
  'shopify.reship',
  'shopify.store_credit',
]);

const kinds = [...stripeKinds, ...shopifyKinds, ...easyPostKinds];

const isForGood = (action: ActionDeclaration): boolean =>
  kinds.find(({ operation }) => operation === operationOf(action))?.undo === undefined;
