import { jsonResponse, type FakeResponse } from '../fake.ts';
import type { UserRecord, ZendeskState } from './state.ts';

/** One request on its way through the fake: who asks, what the path names, what the body says. */
export type Call = {
  readonly state: ZendeskState;
  readonly now: () => string;
  readonly user: UserRecord;
  readonly url: URL;
  /** The parts of the path that the route leaves open, in order. */
  readonly named: readonly string[];
  readonly body: JsonObject;
  readonly changed: (ticketId: number) => void;
};

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const ok = (body: unknown): FakeResponse => jsonResponse(200, body);
export const created = (body: unknown): FakeResponse => jsonResponse(201, body);

export const recordNotFound = (): FakeResponse =>
  jsonResponse(404, { error: 'RecordNotFound', description: 'Not found' });

export const forbidden = (): FakeResponse =>
  jsonResponse(403, {
    error: 'Forbidden',
    description: 'You do not have access to this page. Please contact the account owner of this help desk.',
  });

/** `details` by field, each with the sentence that Zendesk shows. */
export const recordInvalid = (details: Readonly<Record<string, string>>): FakeResponse =>
  jsonResponse(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: Object.fromEntries(
      Object.entries(details).map(([field, description]) => [field, [{ description }]]),
    ),
  });

export const updateConflict = (): FakeResponse =>
  jsonResponse(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });

/** Light agents and contributors may look, and change nothing. */
export const isLightAgent = ({ state, user }: Call): boolean =>
  state.seed.customRoles?.some((role) => role.id === user.customRoleId && role.kind !== 'agent') ?? false;

/** The next instant after the last change: Zendesk's stamps have whole seconds, and two changes must not share one. */
export function stampAfter(previous: string, now: string): string {
  const next = Math.max(Date.parse(now), Date.parse(previous) + 1000);
  return `${new Date(next).toISOString().slice(0, 19)}Z`;
}
