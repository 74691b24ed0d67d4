import { quotedProse } from './quoted-prose.ts';
import type { AuditFinding } from '../audit-result.ts';
import { edgeKindsOf } from './edge-cases.ts';
import type { Instruction } from './instructing.ts';
import type { ProseDocument } from './prose-document.ts';
import { findSystems, type NamedSystem } from './systems.ts';

/** Points that are missing where no system has a failure path. Source: docs/audit.md. */
const mostForFailures = 0.6;

/**
 * The systems that are worked in and whose failure nothing handles. A sentence about a failure handles the systems that
 * it names; one that names none handles those of its section.
 */
export function findMissingFailurePaths(
  document: ProseDocument,
  instructions: readonly Instruction[],
): readonly AuditFinding[] {
  const systems = firstMentions(instructions);
  const { handled, sections } = readFailures(document);
  if (systems.size === 0) {
    if (handled.size > 0 || sections.size > 0) return [];
    const { from, to } = document.title;
    return [{ from, to, dimension: 'completeness', cost: mostForFailures, message: noFailure }];
  }
  return [...systems.values()]
    .filter(({ system, mentionedIn }) => !handled.has(system.key) && !isShared(mentionedIn, sections))
    .map(({ system: { from, to } }) => ({
      from,
      to,
      dimension: 'completeness' as const,
      cost: mostForFailures / systems.size,
      message: `Nothing says what to do when ${quotedProse(document.text, { from, to })} does not answer or an action in it fails. Write “When … is down: …”.`,
    }));
}

const noFailure =
  'Nothing says what to do when a system does not answer or an action fails. Write “When … is down: …” for each system.';

type Mentions = { readonly system: NamedSystem; readonly mentionedIn: Set<number> };

function firstMentions(instructions: readonly Instruction[]): ReadonlyMap<string, Mentions> {
  const systems = new Map<string, Mentions>();
  for (const { sentence } of instructions) {
    for (const system of findSystems(sentence)) {
      const known = systems.get(system.key);
      if (known) known.mentionedIn.add(sentence.section);
      else systems.set(system.key, { system, mentionedIn: new Set([sentence.section]) });
    }
  }
  return systems;
}

function readFailures({ sentences }: ProseDocument): {
  readonly handled: ReadonlySet<string>;
  readonly sections: ReadonlySet<number>;
} {
  const handled = new Set<string>();
  const sections = new Set<number>();
  for (const sentence of sentences) {
    if (!edgeKindsOf(sentence).includes('failure')) continue;
    const systems = findSystems(sentence);
    if (systems.length === 0) sections.add(sentence.section);
    for (const { key } of systems) handled.add(key);
  }
  return { handled, sections };
}

function isShared(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}
