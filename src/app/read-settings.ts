import * as z from 'zod/mini';
import type { ApiDocument } from '../domain/custom-api/api-document.ts';
import { parseApis } from '../domain/custom-api/parse-apis.ts';
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
  /** How long a system may take to answer; 5 to 60. */
  readonly requestSeconds: number | undefined;
  /** The systems that an admin has described, without those that have a problem. */
  readonly customApis: readonly ApiDocument[];
  readonly problems: readonly SettingProblem[];
};

export type RawSettings = Readonly<Record<string, string | boolean | number | null>>;

/**
 * Reads every setting by itself. Numbers and checkboxes may come as text, because Zendesk gives some of them so. Never throws.
 * @param allowedHosts the hosts that the package lets requests go to, where they are known
 */
export function readSettings(raw: RawSettings, allowedHosts?: readonly string[]): Settings {
  const mappings = readMappings(textOf(raw['sop_mappings']));
  const teams = readTeams(textOf(raw['teams']));
  const published = readPublished(textOf(raw['published']));
  const hourlyCost = readNumber('hourly_cost', textOf(raw['hourly_cost']));
  const currency = readCurrency('currency', textOf(raw['currency']));
  const requestSeconds = readRequestSeconds(textOf(raw['request_seconds']));
  const customApis = readCustomApis(textOf(raw['custom_apis']), allowedHosts);
  return {
    mappings: mappings.value,
    teams: teams.value,
    published: published.value,
    assistant: { isOn: isChecked(raw['assistant_on']), model: filled(raw['assistant_model']) },
    hourlyCost: hourlyCost.value,
    currency: currency.value,
    shopifyShop: filled(raw['shopify_shop']),
    salesforceDomain: filled(raw['salesforce_domain']),
    requestSeconds: requestSeconds.value,
    customApis: customApis.value,
    problems: [
      ...mappings.problems,
      ...teams.problems,
      ...published.problems,
      ...hourlyCost.problems,
      ...currency.problems,
      ...customApis.problems,
      ...requestSeconds.problems,
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

/** Shorter and hardly any write would get its answer; longer than a minute nobody waits. */
const fewestSeconds = 5;
const mostSeconds = 60;

function readRequestSeconds(text: string): Read<number | undefined> {
  if (text.trim() === '') return { value: undefined, problems: [] };
  const seconds = /^\d{1,3}(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (seconds >= fewestSeconds && seconds <= mostSeconds) return { value: seconds, problems: [] };
  return {
    value: undefined,
    problems: [problem('request_seconds', { line: undefined, text, because: 'not-5-to-60' })],
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

/** Documents that describe systems, separated by lines of `---`. One with a problem is left out; the others work. */
function readCustomApis(
  text: string,
  allowedHosts: readonly string[] | undefined,
): Read<readonly ApiDocument[]> {
  const { apis, problems } = parseApis(text, allowedHosts);
  const byLine = Map.groupBy(problems, ({ from }) => text.slice(0, from).split(/\r\n|\r|\n/).length);
  const lines = text.split(/\r\n|\r|\n/);
  return {
    value: apis,
    problems: [...byLine].map(([line, found]) => ({
      setting: 'custom_apis',
      line,
      text: (lines[line - 1] ?? '').trim(),
      because: 'description',
      problems: found,
    })),
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
