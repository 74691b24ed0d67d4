import { toFactJson } from '../facts/canonical-text.ts';
import type { Expression } from '../facts/expression.ts';
import { foldCase, foldSpace } from '../facts/fold-text.ts';
import type { Value } from '../facts/value.ts';
import { ownKey } from './dimension-draft.ts';

/** The same question has the same key, in whatever case and with whatever spaces it is asked; in quotes spaces count. */
export function questionKey(node: Expression): string {
  const parts = foldCase(wholeText(node)).split(/["“”]/);
  return ownKey(parts.map((part, at) => (at % 2 === 0 ? withoutNeedlessSpaces(part) : part)).join('"'));
}

const withoutNeedlessSpaces = (text: string): string => foldSpace(text).replaceAll(/ ?([(),]) ?/g, '$1');

export function itemKey(item: Value): string {
  return item.kind === 'list' ? '' : foldCase(JSON.stringify(toFactJson({ kind: 'list', items: [item] })));
}

export function textOf(node: Expression): string {
  return foldSpace(wholeText(node));
}

/** The words of a part; of a cell together with those of its column. */
function wholeText(node: Expression): string {
  const { span, text } = node;
  const isOfCell = (operand: Expression) => operand.span.to <= span.from || operand.span.from >= span.to;
  switch (node.kind) {
    case 'comparison':
      return isOfCell(node.left) ? `${node.left.text} ${node.sign} ${node.right.text}` : text;
    case 'in-set':
      return isOfCell(node.operand)
        ? `${node.operand.text} in (${node.items.map((item) => item.text).join(', ')})`
        : text;
    case 'in-range':
      return isOfCell(node.operand) ? `${node.operand.text} in ${text}` : text;
    case 'in-list':
      return isOfCell(node.operand) ? `${node.operand.text} in ${node.list.text}` : text;
    case 'known':
      return isOfCell(node.operand) ? `${node.operand.text} is known` : text;
    case 'not': {
      const operand = wholeText(node.operand);
      return operand === node.operand.text ? text : `not ${operand}`;
    }
    default:
      return text;
  }
}
