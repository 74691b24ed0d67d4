import { format } from 'prettier';
import { declaredSystems } from '../../src/systems/offered-systems.ts';
import { writeRetryTable } from './write-retry-table.ts';
import { writeSystem } from './write-system.ts';

/** The parts of docs/systems.md that are made from the code. Everything else in it is written by hand. */
const parts = {
  'retry table': writeRetryTable,
  catalogue: () => declaredSystems.map(writeSystem).join('\n\n'),
} as const;

/** The page with its made parts as they have to be now. Throws where the marks of a part are not in it. */
export async function writeSystemsPage(page: string): Promise<string> {
  const made = Object.entries(parts).reduce((text, [name, write]) => replacePart(text, name, write()), page);
  // The same as .prettierrc.json says, which a formatter of a text does not read by itself.
  return format(made, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve', singleQuote: true });
}

function replacePart(page: string, name: string, content: string): string {
  const begin = `<!-- ${name}: made from the code by scripts/systems-page.ts -->`;
  const end = `<!-- end of ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from)
    throw new Error(`Cannot write the ${name}: docs/systems.md needs the lines “${begin}” and “${end}”.`);
  return `${page.slice(0, from)}${begin}\n\n${content}\n\n${page.slice(to)}`;
}
