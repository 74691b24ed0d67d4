import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketFieldRule, TicketForm } from '../../../src/systems/zendesk/account-lists.ts';
import { requiredToSolve } from '../../../src/systems/zendesk/required-to-solve.ts';

const field = (id: number, required = false, type = 'text'): TicketFieldRule => ({
  id,
  title: `Field ${id}`,
  type,
  required,
});
type Condition = NonNullable<TicketForm['agent_conditions']>[number];
type Child = Condition['child_fields'][number];
const when = (parent: number, value: string | boolean, child: Child): Condition => ({
  parent_field_id: parent,
  value,
  child_fields: [child],
});
const form = (...conditions: readonly Condition[]): TicketForm => ({
  id: 1,
  name: 'Form',
  ticket_field_ids: [1, 2, 3],
  agent_conditions: [...conditions],
});
const onSolved = { type: 'SOME_STATUSES', statuses: ['pending', 'solved'] };

const missing = (
  given: Partial<Parameters<typeof requiredToSolve>[0]> & { readonly holding?: Record<number, unknown> },
) =>
  requiredToSolve({
    fields: [field(1), field(2, true), field(3), field(4, true)],
    form: form(),
    status: undefined,
    values: new Map(Object.entries(given.holding ?? {}).map(([id, value]) => [Number(id), value])),
    ...given,
  }).map(({ id }) => id);

describe('what a form wants before a ticket is solved', () => {
  test('is every required field that is on it and empty', () => {
    expect(missing({})).toEqual([2]);
    expect(missing({ holding: { 2: 'x' } })).toEqual([]);
    expect(missing({ form: undefined })).toEqual([2, 4]);
  });

  test.each([undefined, null, '', false, []])('counts %o as empty', (value) => {
    expect(missing({ holding: { 2: value } })).toEqual([2]);
  });

  test.each([0, true, 'x', ['x']])('counts %o as filled in', (value) => {
    expect(missing({ holding: { 2: value } })).toEqual([]);
  });

  test('leaves out what is not in use any more', () => {
    expect(missing({ fields: [{ ...field(2, true), active: false }] })).toEqual([]);
  });

  test.each<[string, Child, number | undefined, boolean]>([
    ['always', { id: 3, required_on_statuses: { type: 'ALL_STATUSES' } }, undefined, true],
    ['never', { id: 3, is_required: true, required_on_statuses: { type: 'NO_STATUSES' } }, undefined, false],
    ['on solving', { id: 3, required_on_statuses: onSolved }, undefined, true],
    ['on pending', { id: 3, required_on_statuses: { ...onSolved, statuses: ['pending'] } }, undefined, false],
    [
      'in this status',
      { id: 3, required_on_statuses: { type: 'SOME_STATUSES', custom_statuses: [9] } },
      9,
      true,
    ],
    [
      'in another status',
      { id: 3, required_on_statuses: { type: 'SOME_STATUSES', custom_statuses: [8] } },
      9,
      false,
    ],
    ['as older forms say it', { id: 3, is_required: true }, undefined, true],
  ])('follows a condition that wants a field %s', (_, child, status, isWanted) => {
    const conditional = form(when(1, 'yes', child));
    expect(missing({ form: conditional, status, holding: { 1: 'yes', 2: 'x' } })).toEqual(
      isWanted ? [3] : [],
    );
    expect(missing({ form: conditional, status, holding: { 1: 'no', 2: 'x' } })).toEqual([]);
  });

  test('does not want what a condition hides, though the field itself is required', () => {
    const conditional = form(when(1, 'yes', { id: 2, required_on_statuses: { type: 'ALL_STATUSES' } }));
    expect(missing({ form: conditional, holding: { 1: 'no' } })).toEqual([]);
    expect(missing({ form: conditional, holding: { 1: 'yes' } })).toEqual([2]);
  });

  test('follows conditions behind conditions, and a ticked box', () => {
    const conditional = form(
      when(1, true, { id: 2, required_on_statuses: { type: 'ALL_STATUSES' } }),
      when(2, 'more', { id: 3, required_on_statuses: onSolved }),
    );
    expect(missing({ form: conditional, holding: { 1: true, 2: 'more' } })).toEqual([3]);
    expect(missing({ form: conditional, holding: { 1: false, 2: 'more' } })).toEqual([]);
  });

  test('ends with conditions that go round in a circle', () => {
    const circle = form(
      when(1, 'x', { id: 2, required_on_statuses: onSolved }),
      when(2, 'x', { id: 1, required_on_statuses: onSolved }),
    );
    expect(missing({ form: circle, holding: { 1: 'x', 2: 'x' } })).toEqual([]);
  });

  test('is never more once something is filled in that no condition looks at', () => {
    const ids = [1, 2, 3, 4];
    const filled = fc.uniqueArray(fc.constantFrom(...ids));
    fc.assert(
      fc.property(filled, fc.constantFrom(...ids), (present, another) => {
        const holding = Object.fromEntries(present.map((id) => [id, 'x']));
        const before = missing({ holding });
        const after = missing({ holding: { ...holding, [another]: 'x' } });
        expect(after).toEqual(before.filter((id) => id !== another));
      }),
    );
  });
});
