import type { Problem } from '../../../src/domain/facts/problem.ts';
import type { Body, Instruction, Sop } from '../../../src/domain/sop/document.ts';
import { parseSop, type ParsedSop } from '../../../src/domain/sop/parse-sop.ts';

/** A header with facts and actions of every kind that the tests speak of. */
export const header = `---
sop: sample
title: Sample
version: 1
owner: Support
reviewed: 2026-01-01
review_every: 6 months
inputs:
  order value: money USD from shopify.order.total_price
  prior chargebacks: count from stripe.customer.dispute_count
  carrier status: one of (lost, in transit) from easypost.tracker.status
  legal threat: yes/no from message
  promised date: date from shopify.order.promised_at
  terms and conditions: text from message
  orders: list from stripe.customer.open_disputes
actions:
  full refund: stripe.refund.amount = order value
  partial refund: stripe.refund (amount = order value * 20 %)
---
`;

const rest = `

2. **Last.**
   - Stop.

## Decision: remedy

| order value | then |
|---|---|
| any | stop |

## Reply: please wait

Please wait.

[P1]: https://example.com/p1 "Policy 1"
[P2]: https://example.com/p2 "Policy 2"
`;

/** An SOP whose first step has these bullets. */
export function withBullets(bullets: string): string {
  const indented = bullets.split('\n').map((line) => (line === '' ? '' : `   ${line}`));
  return `${header}\n## Steps\n\n1. **First.**\n${indented.join('\n')}${rest}`;
}

/** The body of the first step. */
export function bodyOf(bullets: string): Body {
  const body = parsed(withBullets(bullets)).steps[0]?.body;
  if (!body) throw new Error('The sample has no first step');
  return body;
}

export function parsed(text: string): Sop {
  const { sop } = parseSop(text);
  if (!sop) throw new Error('There is nothing to show');
  return sop;
}

/** `error unknown-fact “order valu” → order value`: a problem with the words that it points at and what it suggests. */
export function problemLines(text: string): readonly string[] {
  return parseSop(text).problems.map((problem) => problemLine(text, problem));
}

function problemLine(text: string, { level, id, from, to, values }: Problem): string {
  const suggestion = values['suggestion'] === undefined ? '' : ` → ${values['suggestion']}`;
  return `${level} ${id} “${text.slice(from, to)}”${suggestion}`;
}

/** Instructions as one line each: path, kind and what they are about; branches and bodies below them, indented. */
export function outline(body: Body): readonly string[] {
  return [
    ...body.instructions.flatMap(outlineInstruction),
    ...body.handlers.flatMap((handler) => {
      const about = handler.kind === 'on-rejection' ? handler.action : Object.values(handler.of)[0];
      const retry = handler.kind === 'on-failure' && handler.retry;
      const again = retry ? ` retry ${String(retry.times)} after ${retry.after.toFixed()} s` : '';
      return [`${handler.path} ${handler.kind} ${String(about)}${again}`, ...indented(handler.body)];
    }),
  ];
}

function outlineInstruction(instruction: Instruction): readonly string[] {
  const { path, kind } = instruction;
  if (instruction.kind === 'if') {
    const { branches, otherwise, unknown } = instruction;
    return [
      `${path} if`,
      ...branches.flatMap(({ condition, body }) => [`  [${condition.text}]`, ...indented(body, 4)]),
      ...(otherwise ? ['  [else]', ...indented(otherwise.body, 4)] : []),
      ...(unknown ? ['  [unknown]', ...indented(unknown.body, 4)] : []),
    ];
  }
  if (instruction.kind === 'gate' || instruction.kind === 'judge') {
    const refused = instruction.refused ? ['  [refused]', ...indented(instruction.refused, 4)] : [];
    return [`${path} ${kind}`, ...refused];
  }
  return [`${path} ${kind}${instruction.kind === 'manual' ? `: ${instruction.text}` : ''}`];
}

function indented(body: Body, by = 2): readonly string[] {
  return outline(body).map((line) => ' '.repeat(by) + line);
}

/** `conditions` stand above a proposal: branches, cells of its row, a `When`, a handler; `gates` before it: people who say yes first. */
export type FoundProposal = {
  readonly path: string;
  readonly action: string;
  readonly conditions: number;
  readonly gates: number;
};

/** Every path of a document, and every proposal with what guards it. */
export function walk({ sop }: ParsedSop): {
  readonly paths: readonly string[];
  readonly proposals: readonly FoundProposal[];
} {
  const paths: string[] = [];
  const proposals: FoundProposal[] = [];
  const visit = (body: Body, above: { conditions: number; gates: number }, prefix = ''): void => {
    const under = (gates: number) => ({ conditions: above.conditions + 1, gates });
    let { gates } = above;
    for (const instruction of body.instructions) {
      paths.push(prefix + instruction.path);
      if (instruction.kind === 'propose')
        proposals.push({
          path: instruction.path,
          action: instruction.action,
          conditions: above.conditions,
          gates,
        });
      if (instruction.kind === 'gate' || instruction.kind === 'judge') {
        gates += 1;
        if (instruction.refused) visit(instruction.refused, under(gates), prefix);
      }
      if (instruction.kind !== 'if') continue;
      for (const branch of [...instruction.branches, instruction.otherwise, instruction.unknown])
        if (branch) visit(branch.body, under(gates), prefix);
    }
    for (const handler of body.handlers) {
      paths.push(prefix + handler.path);
      visit(handler.body, under(gates), prefix);
    }
  };
  if (!sop) return { paths, proposals };
  for (const { body } of sop.steps) visit(body, { conditions: 0, gates: 0 });
  for (const { path, body } of [...sop.edgeCases, ...sop.edgeHandlers]) {
    paths.push(path);
    visit(body, { conditions: 1, gates: 0 });
  }
  paths.push(...sop.edgeReminders.map(({ path }) => path));
  for (const { name, rows } of sop.decisions)
    for (const { body, cells } of rows) visit(body, { conditions: 1 + cells.length, gates: 0 }, `${name} `);
  return { paths, proposals };
}
