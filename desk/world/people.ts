import type { CustomRoleSeed, GroupSeed, UserSeed } from '../fakes/zendesk/seed.ts';

/** Groups of agents; the settings name them as teams. */
export const GROUPS = {
  tier1: { id: 360000, name: 'Tier 1' },
  tier2: { id: 360001, name: 'Tier 2' },
  payments: { id: 360002, name: 'Payments' },
  logistics: { id: 360003, name: 'Logistics' },
  legal: { id: 360004, name: 'Legal' },
  returnsDesk: { id: 360005, name: 'Returns desk' },
  billing: { id: 360006, name: 'Billing' },
  fraud: { id: 360007, name: 'Fraud' },
  trustAndSafety: { id: 360008, name: 'Trust and safety' },
  privacy: { id: 360009, name: 'Privacy' },
} as const satisfies Record<string, GroupSeed>;

export const ROLES = {
  teamLead: { id: 4711, name: 'Team lead', kind: 'agent' },
  lightAgent: { id: 4712, name: 'Light agent', kind: 'light-agent' },
} as const satisfies Record<string, CustomRoleSeed>;

/** Who can be logged in at the desk. */
export const AGENTS = {
  rep: { id: 9001, name: 'Sample Rep', email: 'rep@desk.example', role: 'agent', groupIds: [360000] },
  secondRep: {
    id: 9005,
    name: 'Second Rep',
    email: 'second.rep@desk.example',
    role: 'agent',
    groupIds: [360000],
  },
  teamLead: {
    id: 9002,
    name: 'Sample Team Lead',
    email: 'team.lead@desk.example',
    role: 'agent',
    customRoleId: 4711,
    groupIds: [360000, 360001],
  },
  admin: { id: 9003, name: 'Sample Admin', email: 'admin@desk.example', role: 'admin', groupIds: [360001] },
  lightAgent: {
    id: 9004,
    name: 'Sample Light Agent',
    email: 'light.agent@desk.example',
    role: 'agent',
    customRoleId: 4712,
    groupIds: [360000],
  },
  /** A member of every team that answers gates, so that one login can try them all. */
  specialist: {
    id: 9006,
    name: 'Sample Specialist',
    email: 'specialist@desk.example',
    role: 'agent',
    groupIds: [360002, 360003, 360004, 360005, 360006, 360007, 360008, 360009],
  },
} as const satisfies Record<string, UserSeed>;

/** Whoever reads for the workspace itself; nobody can be logged in as this user. */
export const WORKSPACE_USER = {
  id: 9000,
  name: 'Workspace',
  email: 'workspace@desk.example',
  role: 'admin',
} as const satisfies UserSeed;

/** What each of them is, in the words of the desk. */
export const TITLES: Readonly<Record<number, string>> = {
  [AGENTS.rep.id]: 'Support rep',
  [AGENTS.secondRep.id]: 'Support rep',
  [AGENTS.teamLead.id]: 'Team lead',
  [AGENTS.admin.id]: 'Admin',
  [AGENTS.lightAgent.id]: 'Light agent',
  [AGENTS.specialist.id]: 'Specialist of all teams',
};
