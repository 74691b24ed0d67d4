import { factTypeText } from '../../src/domain/facts/fact-type.ts';
import type { DeclaredSystem } from '../../src/systems/offered-systems.ts';
import type { FactField } from '../../src/systems/system.ts';
import { guideOf, type SystemGuide } from '../../src/systems/transport/system-guide.ts';
import { writeAction } from './write-action.ts';

/** One system as Markdown: what connects it, its facts by record and type, its actions. */
export function writeSystem({ name, facts, actions }: DeclaredSystem): string {
  const guide = guideOf(name);
  const records = [...new Set(facts.map(({ record }) => record))];
  return [
    `### ${guide.name}`,
    ...needsOf(guide),
    `**Facts of ${guide.name}**`,
    records.map((record) => factLine(name, record, facts)).join('\n'),
    `**Actions of ${guide.name}**`,
    ...actions.map(writeAction),
  ].join('\n\n');
}

function needsOf({ key, host, rights }: SystemGuide): readonly string[] {
  const lines = [
    ...(host === undefined ? [] : [`- \`${host.setting}\` needs ${host.needs}.`]),
    ...(key === undefined ? [] : [`- \`${key.setting}\` needs ${key.needs}.`]),
    ...(rights === undefined ? [] : [`- It must allow ${rights}.`]),
  ];
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** All facts of a record in one line, by type, as an SOP names them: `stripe.charge.amount`. */
function factLine(system: string, record: string, facts: readonly FactField[]): string {
  const byType = new Map<string, string[]>();
  for (const fact of facts) {
    if (fact.record !== record) continue;
    const type = factTypeText(fact.type);
    byType.set(type, [...(byType.get(type) ?? []), `\`${fact.field}\``]);
  }
  const groups = [...byType].map(([type, fields]) => `${type}: ${fields.join(', ')}`);
  return `- \`${system}.${record}\` — ${groups.join('; ')}.`;
}
