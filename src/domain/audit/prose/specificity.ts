import { quotedProse } from './quoted-prose.ts';
import type { AuditFinding } from '../audit-result.ts';
import { costByDensity, type WeighedFinding } from './density.ts';
import type { Instruction } from './instructing.ts';
import { isPlain, namesSomething } from './names.ts';
import type { ProseDocument } from './prose-document.ts';
import type { ProseVague } from './prose-vague.ts';
import type { Sentence } from './sentence.ts';

/** The weight of an action that names nothing. Source: docs/audit.md. */
const nameless = 0.7;

/** Does every instruction name the exact system, field and value? */
export function auditSpecificity(
  document: ProseDocument,
  found: { readonly instructions: readonly Instruction[]; readonly vague: ReadonlyMap<Sentence, ProseVague> },
): readonly AuditFinding[] {
  const { instructions, vague } = found;
  if (instructions.length === 0)
    return [{ ...document.title, dimension: 'specificity', cost: 2, message: nothingToDo }];
  const findings = instructions.flatMap((instruction) =>
    findIn(document, instruction, vague.get(instruction.sentence)),
  );
  const sentences = instructions.filter(({ actions }) => actions.length > 0).length;
  return costByDensity(findings, { dimension: 'specificity', sentences, density: 0.3 });
}

const nothingToDo =
  'No sentence here says what to do. Write the steps: each with the action, the system, the field and the value.';

function findIn(
  document: ProseDocument,
  { sentence, actions }: Instruction,
  vague: ProseVague | undefined,
): readonly WeighedFinding[] {
  if (vague && vague.unnamed.length > 0) return vague.unnamed;
  // What is open pays for that, in decidability: who writes what decides it writes the sentence anew.
  if (vague && vague.open.length > 0) return [];
  const action = actions.find((verb) => !isPlain(sentence.words, verb));
  // What ends in a colon is named in the list below it.
  if (!action || namesSomething(sentence) || sentence.text.endsWith(':') || isLabel(sentence)) return [];
  return [
    {
      from: sentence.from,
      to: sentence.to,
      weight: nameless,
      message: namelessMessage(document.text, sentence, action.lower),
    },
  ];
}

/** “Review” alone in a cell or a bullet is what a column, a status or a button is called. */
function isLabel({ words, text }: Sentence): boolean {
  return words.length === 1 && !/[.!]$/.test(text);
}

function namelessMessage(text: string, sentence: Sentence, verb: string): string {
  return `${quotedProse(text, sentence)} names no system, field or value for “${verb}”. Write where it is done, and with what.`;
}
