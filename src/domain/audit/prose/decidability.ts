import { quoted } from '../../facts/found-problem.ts';
import type { VagueKind, VagueWords } from '../../sop/vague-words.ts';
import type { AuditFinding } from '../audit-result.ts';
import { costByDensity, type WeighedFinding } from './density.ts';
import type { Instruction } from './instructing.ts';
import type { ProseDocument } from './prose-document.ts';
import { isOpenAnywhere, vagueWeights, type ProseVague } from './prose-vague.ts';
import type { Sentence } from './sentence.ts';
import { findThresholdHoles } from './threshold-holes.ts';

/** Can every step be done without interpretation, and is every judgement marked? */
export function auditDecidability(
  document: ProseDocument,
  found: {
    readonly instructions: readonly Instruction[];
    readonly vague: ReadonlyMap<Sentence, ProseVague>;
  },
): readonly AuditFinding[] {
  const instructing = new Set(found.instructions.map(({ sentence }) => sentence));
  const findings: WeighedFinding[] = [...findThresholdHoles(document)];
  for (const [sentence, { open }] of found.vague) {
    for (const vague of open)
      if (instructing.has(sentence) || isOpenAnywhere(vague)) findings.push(vagueFinding(vague));
  }
  if (instructing.size === 0 && findings.length === 0)
    return [{ ...document.title, dimension: 'decidability', cost: 2, message: nothingToDecide }];
  return costByDensity(findings, {
    dimension: 'decidability',
    sentences: instructing.size,
    density: 0.3,
  });
}

const nothingToDecide =
  'No sentence here says what to do, so nothing can be decided by it. Write the steps and the conditions between them.';

function vagueFinding({ from, to, word, kind, leavesOpen, advice }: VagueWords): WeighedFinding {
  return {
    from,
    to,
    weight: vagueWeights[kind],
    message: `${quoted(word)} leaves open ${leavesOpen}. ${proseAdvice[kind] ?? advice}`,
  };
}

const whatDecides = 'Write what decides it, such as “if the order is under $200”, or who decides it.';

/** Where the list of vague words advises what only the SOP language has: gates, judgements, facts. */
const proseAdvice: Readonly<Partial<Record<VagueKind, string>>> = {
  judgement: whatDecides,
  condition: whatDecides,
  frequency: 'Write when it is so, and what is done otherwise.',
  quality: 'Write the facts that make it so, or who decides it.',
};
