type Scenario = {
  /** Lines of the header under `inputs`, such as `order number: text from zendesk.ticket.field "Order number"`. */
  readonly inputs?: readonly string[];
  /** Lines of the header under `actions`, where the action stands in it. */
  readonly actions?: readonly string[];
  /** The instruction that proposes the action: `propose refund`, `add tag "sample"`. */
  readonly instruction: string;
};

/** The text of an SOP that proposes one action and closes. */
export function scenarioSop({ inputs = [], actions = [], instruction }: Scenario): string {
  const list = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${name}:`, ...lines.map((line) => `  ${line}`)];
  return [
    '---',
    'sop: scenario',
    'title: Scenario',
    'version: 1',
    'status: live',
    'owner: Support operations',
    'reviewed: 2026-11-02',
    'review_every: 6 months',
    'matches: ticket status != ""',
    ...(inputs.length === 0 ? ['inputs: {}'] : list('inputs', inputs)),
    ...list('actions', actions),
    '---',
    '',
    '# Scenario',
    '',
    '## Steps',
    '',
    '1. **Act.**',
    `   - ${instruction.charAt(0).toUpperCase()}${instruction.slice(1)}.`,
    '   - Close as "done".',
    '',
  ].join('\n');
}
