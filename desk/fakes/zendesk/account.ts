import { jsonResponse, type FakeResponse } from '../fake.ts';
import { forbidden, isObject, ok, recordNotFound, type Call } from './call.ts';
import { fieldJson } from './json-of.ts';
import { configurationOf } from './role.ts';
import type { FormConditionSeed } from './seed.ts';

export const listGroups = (call: Call): FakeResponse =>
  ok({
    groups: call.state.seed.groups.map(({ id, name }) => ({ id, name, deleted: false })),
    count: call.state.seed.groups.length,
  });

export const listTicketFields = (call: Call): FakeResponse =>
  ok({ ticket_fields: (call.state.seed.ticketFields ?? []).map(fieldJson) });

export const listUserFields = (call: Call): FakeResponse =>
  ok({ user_fields: (call.state.seed.userFields ?? []).map(fieldJson) });

export const listOrganizationFields = (call: Call): FakeResponse =>
  ok({ organization_fields: (call.state.seed.organizationFields ?? []).map(fieldJson) });

export const listTicketForms = (call: Call): FakeResponse =>
  ok({
    ticket_forms: (call.state.seed.ticketForms ?? []).map(({ id, name, fieldIds, conditions }) => ({
      id,
      name,
      display_name: name,
      active: true,
      ticket_field_ids: fieldIds ?? (call.state.seed.ticketFields ?? []).map((field) => field.id),
      agent_conditions: (conditions ?? []).map(conditionJson),
    })),
  });

const conditionJson = ({ fieldId, value, shows, isRequiredToSolve }: FormConditionSeed) => ({
  parent_field_id: fieldId,
  value,
  child_fields: [
    {
      id: shows,
      is_required: isRequiredToSolve,
      required_on_statuses: isRequiredToSolve
        ? { type: 'SOME_STATUSES', statuses: ['solved'] }
        : { type: 'NO_STATUSES' },
    },
  ],
});

export const listCustomStatuses = (call: Call): FakeResponse =>
  ok({
    custom_statuses: (call.state.seed.customStatuses ?? []).map(({ id, label, category, isDefault }) => ({
      id,
      agent_label: label,
      end_user_label: label,
      status_category: category,
      active: true,
      default: isDefault === true,
    })),
  });

export const listBrands = (call: Call): FakeResponse =>
  ok({ brands: (call.state.seed.brands ?? []).map(({ id, name }) => ({ id, name, active: true })) });

export const listCustomRoles = (call: Call): FakeResponse =>
  ok({
    custom_roles: (call.state.seed.customRoles ?? []).map((role) => ({
      id: role.id,
      name: role.name,
      configuration: configurationOf(role),
    })),
  });

export function showInstallation(call: Call): FakeResponse {
  const installation = call.state.seed.installation;
  if (!installation || installation.id !== Number(call.named[0])) return recordNotFound();
  return ok(installationJson(call, installation));
}

/** Only admins may write settings. Keys that are not given stay as they are. */
export function updateInstallation(call: Call): FakeResponse {
  const installation = call.state.seed.installation;
  if (!installation || installation.id !== Number(call.named[0])) return recordNotFound();
  if (call.user.role !== 'admin') return forbidden();
  const given = isObject(call.body['settings']) ? call.body['settings'] : {};
  for (const [name, value] of Object.entries(given)) {
    if (name in (installation.secure ?? {})) call.state.secureSettings[name] = String(value);
    else call.state.settings[name] = isSetting(value) ? value : null;
  }
  return ok(installationJson(call, installation));
}

const installationJson = (call: Call, { id, appId }: { id: number; appId: number }) => ({
  id,
  app_id: appId,
  product: 'support',
  enabled: true,
  settings: call.state.settings,
});

const isSetting = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

export const tooMany = (seconds: number): FakeResponse =>
  jsonResponse(
    429,
    { error: 'APIRateLimitExceeded', description: `Rate limit reached, try again in ${seconds} s` },
    { 'retry-after': String(seconds) },
  );
