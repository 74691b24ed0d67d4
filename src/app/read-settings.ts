import * as z from 'zod/mini';
import { isCurrencyCode } from '../domain/facts/currency.ts';
import { parseDecimal, type Decimal } from '../domain/facts/decimal.ts';
import type { SopReference } from '../domain/run/events.ts';
import { teamKey, type Team, type Teams } from '../domain/decisions/roles.ts';
import { parseMappings, type Mapping } from '../domain/sop/mappings.ts';
import type { SettingProblem } from './notice-view.ts';

/** The app settings with a meaning. A line that cannot be read is a problem and nothing else: the others work. */
export type Settings = {
  /** The lines that could be read, in order. */
  readonly mappings: readonly Mapping[];
  readonly teams: Teams;
  /** The versions that an admin has published: one runs only if its text has this hash. */
  readonly published: readonly SopReference[];
  readonly assistant: { readonly isOn: boolean; readonly model: string | undefined };
  /** The cost of an agent hour, in `currency`. */
  readonly hourlyCost: Decimal | undefined;
  /** ISO 4217. */
  readonly currency: string | undefined;
  readonly shopifyShop: string | undefined;
  readonly salesforceDomain: string | undefined;
  readonly problems: readonly SettingProblem[];
};

export type RawSettings = Readonly<Record<string, string | boolean | number | null>>;

/** Reads every setting by itself. Numbers and checkboxes may come as text, because Zendesk gives some of them so. Never throws. */
export function readSettings(raw: RawSettings): Settings {
  const mappings = readMappings(textOf(raw['sop_mappings']));
  const teams = readTeams(textOf(raw['teams']));
  const published = readPublished(textOf(raw['published']));
  const hourlyCost = readNumber('hourly_cost', textOf(raw['hourly_cost']));
  const currency = readCurrency('currency', textOf(raw['currency']));
  return {
    mappings: mappings.value,
    teams: teams.value,
    published: published.value,
    assistant: { isOn: isChecked(raw['assistant_on']), model: filled(raw['assistant_model']) },
    hourlyCost: hourlyCost.value,
    currency: currency.value,
    shopifyShop: filled(raw['shopify_shop']),
    salesforceDomain: filled(raw['salesforce_domain']),
    problems: [
      ...mappings.problems,
      ...teams.problems,
      ...published.problems,
      ...hourlyCost.problems,
      ...currency.problems,
    ],
  };
}

type Read<T> = { readonly value: T; readonly problems: readonly SettingProblem[] };
type Raw = RawSettings[string] | undefined;

function textOf(raw: Raw): string {
  return raw === null || raw === undefined ? '' : String(raw);
}

function filled(raw: Raw): string | undefined {
  return textOf(raw).trim() || undefined;
}

function isChecked(raw: Raw): boolean {
  return ['true', '1', 'yes', 'on'].includes(textOf(raw).trim().toLowerCase());
}

function readMappings(text: string): Read<readonly Mapping[]> {
  const { mappings, problems } = parseMappings(text);
  const byLine = Map.groupBy(problems, ({ line }) => line);
  return {
    value: mappings,
    problems: [...byLine].map(([line, found]) => {
      const written = found[0]?.text ?? '';
      return {
        setting: 'sop_mappings',
        line,
        text: written,
        because: written.includes('->') ? 'condition' : 'form',
        problems: found,
      };
    }),
  };
}

const teamLine = /^(?<name>[^=]+)=(?<members>.+)$/;
const member = /^(?<kind>group|role)\s+(?<id>\d+)$/i;

/** `Tier 2 = group 360001`, several members separated by commas. Source: architecture.md, "App settings". */
function readTeams(text: string): Read<Teams> {
  const teams = new Map<string, Team>();
  const problems: SettingProblem[] = [];
  for (const { line, number } of linesOf(text)) {
    const team = readTeam(line);
    const isKnown = team && teams.has(teamKey(team.name));
    if (team && !isKnown) teams.set(teamKey(team.name), team);
    else
      problems.push(problem('teams', { line: number, text: line, because: isKnown ? 'duplicate' : 'form' }));
  }
  return { value: teams, problems };
}

function readTeam(line: string): Team | undefined {
  const { name, members } = teamLine.exec(line)?.groups ?? {};
  const read = members?.split(',').map((part) => member.exec(part.trim())?.groups);
  if (!name?.trim() || !read?.every((found) => found !== undefined)) return undefined;
  return {
    name: name.trim(),
    members: read.map((found) => `${(found['kind'] ?? '').toLowerCase()} ${found['id'] ?? ''}`),
  };
}

const publishedEntry = z.object({ version: z.number(), hash: z.string() });

/** `{ "late-parcel": { "version": 5, "hash": "…" } }`; an entry that is not of this form publishes nothing, the others stand. */
function readPublished(text: string): Read<readonly SopReference[]> {
  if (text.trim() === '') return { value: [], problems: [] };
  const json = parseJson(text);
  const entries = z.record(z.string(), z.unknown()).safeParse(json);
  if (!entries.success) {
    const because = json === undefined ? 'not-json' : 'form';
    return { value: [], problems: [problem('published', { line: undefined, text, because })] };
  }
  const read = Object.entries(entries.data).map(([id, entry]) => ({
    id,
    parsed: publishedEntry.safeParse(entry),
  }));
  return {
    value: read.flatMap(({ id, parsed }) => (parsed.success ? [{ id, ...parsed.data }] : [])),
    problems: read
      .filter(({ parsed }) => !parsed.success)
      .map(({ id }) => problem('published', { line: undefined, text: id, because: 'form' })),
  };
}

function readNumber(setting: string, text: string): Read<Decimal | undefined> {
  const value = parseDecimal(text.trim());
  const isBad = text.trim() !== '' && value === undefined;
  return {
    value,
    problems: isBad ? [problem(setting, { line: undefined, text, because: 'not-a-number' })] : [],
  };
}

function readCurrency(setting: string, text: string): Read<string | undefined> {
  const code = text.trim().toUpperCase();
  if (code === '') return { value: undefined, problems: [] };
  if (isCurrencyCode(code)) return { value: code, problems: [] };
  return {
    value: undefined,
    problems: [problem(setting, { line: undefined, text, because: 'not-a-currency' })],
  };
}

/** The lines that say something, numbered from 1 as they stand in the setting. */
function linesOf(text: string): readonly { readonly line: string; readonly number: number }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
}

function problem(setting: string, of: Pick<SettingProblem, 'line' | 'text' | 'because'>): SettingProblem {
  return { setting, ...of, problems: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
