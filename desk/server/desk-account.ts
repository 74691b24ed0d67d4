import { TITLES, AGENTS, ROLES } from '../world/people.ts';
import type { ZendeskSeed } from '../fakes/zendesk/seed.ts';
import type { Account, Agent, TimeZone } from '../zaf/account.ts';

/** The account as the page knows it. */
export function deskAccount(seed: ZendeskSeed): Account {
  return {
    subdomain: seed.subdomain,
    name: 'Signoff desk',
    planName: seed.planName ?? 'Suite Professional',
    timeZone: timeZone(seed.timeZone ?? 'Etc/UTC'),
    fields: (seed.ticketFields ?? []).map(({ id, type, title, options }) => ({
      id,
      type,
      title,
      options: options ?? [],
    })),
    forms: (seed.ticketForms ?? []).map(({ id, name, fieldIds }) => ({ id, name, fieldIds: fieldIds ?? [] })),
    brands: seed.brands ?? [],
    groups: seed.groups,
    agents: agents(seed),
  };
}

function agents(seed: ZendeskSeed): Agent[] {
  const ids = new Set<number>(Object.values(AGENTS).map(({ id }) => id));
  return seed.users
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, email, role, customRoleId, groupIds, locale }) => ({
      id,
      name,
      email,
      role: role === 'admin' ? 'admin' : 'agent',
      customRoleId,
      title: TITLES[id] ?? '',
      isLight: customRoleId === ROLES.lightAgent.id,
      groupIds: groupIds ?? [],
      locale: locale ?? 'en-US',
    }));
}

/** A zone as it is today. */
function timeZone(ianaName: string): TimeZone {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: ianaName,
    timeZoneName: 'longOffset',
  }).formatToParts();
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return {
    ianaName,
    name: ianaName,
    offset,
    formattedOffset: `GMT${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`,
  };
}
