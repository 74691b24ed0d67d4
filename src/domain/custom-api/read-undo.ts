import { canonicalText } from '../facts/canonical-text.ts';
import { quoted } from '../facts/found-problem.ts';
import { readValue } from '../facts/read-value.ts';
import type { Span } from '../facts/problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiAction, ApiUndo, UndoValue } from './api-document.ts';
import type { Findings } from './api-problem.ts';
import { splitOutside } from './read-tests.ts';

const form = /^(?<operation>\w+)(?:\s+with\s+(?<parameters>\S.*))?$/ds;
const pairForm = /^(?<name>\w+)\s*=\s*(?<value>\S.*)$/s;

/** Reads `release with number = number, reason = "taken back"`. Whether it fits is known when all actions are read: `checkUndo`. */
export function readUndo(text: PlacedText, findings: Findings): ApiUndo | undefined {
  const found = form.exec(text.text);
  const operation = found?.groups?.['operation'];
  if (!found || operation === undefined) return wrong(text, findings);
  const range = found.indices?.groups?.['parameters'];
  const pairs = range ? splitOutside(text.slice(...range), /,/g) : [];
  const read = pairs.map((pair) => {
    const { name, value } = pairForm.exec(pair.text)?.groups ?? {};
    return name === undefined || value === undefined ? undefined : { name, value: valueOf(value.trim()) };
  });
  const parameters = read.filter((pair) => pair !== undefined);
  return parameters.length === read.length ? { operation, parameters } : wrong(text, findings);
}

function wrong(text: PlacedText, findings: Findings): undefined {
  const message = `${quoted(text.text)} does not say how it is taken back. Write “release with number = number”.`;
  findings.error(text.span, { id: 'api-value', message });
}

function valueOf(written: string): UndoValue {
  if (/^(?:"[^"]*"|“[^“”]*”)$/.test(written)) return { is: 'text', text: written.slice(1, -1) };
  if (written === 'id' || written === 'reference') return { is: written };
  return { is: 'parameter', name: written };
}

type Check = {
  readonly action: ApiAction;
  readonly actions: readonly ApiAction[];
  readonly span: Span;
  readonly findings: Findings;
};

/** Whether what an action names as its undo is there and gets everything that it needs. */
export function checkUndo({ action, actions, span, findings }: Check): void {
  const { undo } = action;
  if (undo === undefined) return;
  const other = actions.find(({ operation }) => operation === undo.operation);
  if (other === undefined || other === action) {
    const known = actions.filter((one) => one !== action).map(({ operation }) => operation);
    const message = `${quoted(undo.operation)} is not another action of this document.`;
    findings.unknown(span, { id: 'api-unknown-name', message, name: undo.operation, known });
    return;
  }
  const fail = (message: string) => findings.error(span, { id: 'api-value', message });
  for (const { name, value } of undo.parameters) {
    const parameter = other.parameters.find((one) => one.name === name);
    const because =
      parameter === undefined ? 'no such parameter' : valueProblem(value, action, parameter.type);
    if (because !== undefined) fail(`${quoted(name)} of ${quoted(undo.operation)}: ${because}.`);
  }
  const given = undo.parameters.map(({ name }) => name);
  for (const { name, required } of other.parameters)
    if (required && !given.includes(name)) fail(`${quoted(undo.operation)} needs ${quoted(name)}.`);
}

function valueProblem(
  value: UndoValue,
  action: ApiAction,
  type: ApiAction['parameters'][number]['type'],
): string | undefined {
  switch (value.is) {
    case 'text': {
      const read = readValue(type, value.text);
      return read && canonicalText(read) !== '' ? undefined : `${quoted(value.text)} is not a value of it`;
    }
    case 'id':
      return type.kind === 'text' && action.on !== undefined
        ? undefined
        : 'an id is a text, of the record that “on” names';
    case 'reference':
      return type.kind === 'text' && action.reference !== undefined
        ? undefined
        : 'a reference is a text, of the place that “reference” names';
    case 'parameter': {
      const own = action.parameters.find(({ name }) => name === value.name);
      if (own === undefined) return `${quoted(value.name)} is not a parameter of this action`;
      return own.type.kind === type.kind ? undefined : `${quoted(value.name)} is of another type`;
    }
  }
}
