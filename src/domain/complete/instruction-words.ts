import type { CompletionItem } from './completion.ts';

/** The words that an instruction begins with, what is written behind them, and what it does. Source: SOP language, section 2. */
const instructionWords = {
  get: { opens: ' ', detail: 'read facts from their systems now' },
  extract: { opens: ' ', detail: 'read facts from what the customer wrote' },
  'ask the customer': { opens: ' "', detail: 'propose a reply with a question, and wait for the answer' },
  propose: { opens: ' ', detail: 'propose an action of the header' },
  set: { opens: ' ', detail: 'change a Zendesk field' },
  'add tag': { opens: ' "', detail: 'add a tag to the ticket' },
  'remove tag': { opens: ' "', detail: 'remove a tag from the ticket' },
  'add note': { opens: ' "', detail: 'write an internal note' },
  'apply macro': { opens: ' "', detail: 'apply a macro of Zendesk' },
  'draft reply': { opens: ' ', detail: 'draft one of the replies below, or say in quotes what to write' },
  gate: { opens: ' ', detail: 'a person with a role says yes or no' },
  judge: { opens: ' "', detail: 'a person answers a question that no rule can' },
  decide: { opens: ' ', detail: 'run a decision table' },
  'escalate to': { opens: ' ', detail: 'hand over to a team' },
  'hold for': { opens: ' ', detail: 'wait, then come back here' },
  'hold until': { opens: ' ', detail: 'wait until a condition holds' },
  notify: { opens: ' ', detail: 'tell a team' },
  'go to step': { opens: ' ', detail: 'go on with another step' },
  write: { opens: ' "', detail: 'a section of the brief' },
  'close as': { opens: ' "', detail: 'end the run with this outcome' },
  stop: { opens: '', detail: 'end the run' },
} as const satisfies Readonly<Record<string, { readonly opens: string; readonly detail: string }>>;

export type InstructionWord = keyof typeof instructionWords;

const isInstructionWord = (word: string): word is InstructionWord => Object.hasOwn(instructionWords, word);
const all = Object.keys(instructionWords).filter(isInstructionWord);

/** Every instruction by its first words; with a capital where a sentence begins. */
export function instructionItems(isSentence: boolean): readonly CompletionItem[] {
  return all.map((word) => {
    const { opens, detail } = instructionWords[word];
    return keywordItem(`${word}${opens}`, detail, isSentence);
  });
}

export function keywordItem(insert: string, detail: string, isSentence: boolean): CompletionItem {
  const written = isSentence ? insert.slice(0, 1).toUpperCase() + insert.slice(1) : insert;
  return { label: written.replace(/[ "(:]+$/, ''), insert: written, kind: 'keyword', detail };
}

const heads = [
  ['if ', 'what is to be done where a condition holds'],
  ['else if ', 'where the conditions above do not hold, and this one does'],
  ['else: ', 'where none of the conditions above holds'],
  ['if unknown: ', 'where a fact is missing'],
  ['if refused: ', 'where somebody says no to a gate or a judgement'],
  ['on failure of ', 'what is to be done where a system or an action fails'],
  ['on rejection of ', 'what is to be done where a proposal is rejected'],
] as const;

/** The words that a bullet begins with where it holds a condition. */
export function clauseItems(isSentence: boolean, isEdgeCase: boolean): readonly CompletionItem[] {
  const when = [
    'when ',
    'what is to be done as soon as a condition holds, checked before every step',
  ] as const;
  return [...(isEdgeCase ? [when] : []), ...heads].map(([insert, detail]) =>
    keywordItem(insert, detail, isSentence),
  );
}

const forms = all.map((word) => ({
  word,
  form: new RegExp(`${word.replaceAll(' ', String.raw`\s+`)}(?![\\p{L}\\p{N}_])\\s*`, 'iuy'),
}));

/** The instruction that begins at an index, and where its operand begins. */
export function instructionAt(
  text: string,
  index: number,
): { readonly word: InstructionWord; readonly operandFrom: number } | undefined {
  for (const { word, form } of forms) {
    form.lastIndex = index;
    const found = form.exec(text);
    if (found) return { word, operandFrom: index + found[0].length };
  }
  return undefined;
}
