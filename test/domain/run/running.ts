import { advance } from '../../../src/domain/run/advance.ts';
import type { Command } from '../../../src/domain/run/commands.ts';
import {
  eventVersion,
  type Failure,
  type Instant,
  type Person,
  type RunEvent,
} from '../../../src/domain/run/events.ts';
import type { Advanced } from '../../../src/domain/run/plan.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';

const header = `sop: sample
title: Sample
version: 1
status: draft
owner: Support operations
reviewed: 2026-09-14
review_every: 6 months
inputs:
  order value: money USD from shopify.order.total_price
  chargebacks: count from stripe.customer.dispute_count
  carrier status: one of (in transit, lost) from easypost.tracker.status
  photo attached: yes/no from zendesk.ticket.has_attachment
  legal threat: yes/no from message
actions:
  full refund: stripe.refund.amount = order value
  small refund: stripe.refund (amount = $10) only if order value < $100 needs Team lead
  replacement: shopify.reship (order = "1001")`;

/** An SOP with the sample header and this body; every problem but hints fails the test. */
export function sopOf(body: string): Sop {
  const { sop, problems } = parseSop(`---\n${header}\n---\n\n${body}\n`);
  const errors = problems.filter(({ level }) => level === 'error');
  if (!sop || errors.length > 0)
    throw new Error(`The sample SOP has problems: ${errors.map(({ message }) => message).join(' ')}`);
  return sop;
}

export const steps = (...bullets: readonly string[]): string =>
  `## Steps\n\n1. **First.**\n${bullets.map((bullet) => `   - ${bullet}`).join('\n')}`;

export const rep: Person = { id: '7', name: 'Sample Agent' };
const at: Instant = '2026-11-20T10:00:00Z';
type Body = RunEvent extends infer Event ? (Event extends RunEvent ? Omit<Event, 'v' | 'at'> : never) : never;
export const event = (body: Body): RunEvent => ({ v: eventVersion, at, ...body });

const started = event({
  type: 'run-started',
  sop: { id: 'sample', version: 1, hash: 'h' },
  today: '2026-11-20',
  by: rep,
});

export const read = (command: string, fact: string, value: FactJson): RunEvent =>
  event({
    type: 'fact-read',
    command,
    fact,
    reading: { is: 'value', value },
    source: { from: 'system', system: 'shopify', record: '1', field: 'f' },
    observedAt: at,
  });

const failure: Failure = { code: 'unavailable', reason: 'down' };
export const failed = (command: string, fact: string, system: string): RunEvent =>
  event({ type: 'fact-failed', command, fact, system, failure });

export const approved = (command: string): RunEvent =>
  event({
    type: 'proposal-decided',
    command,
    by: rep,
    decision: 'approved',
    parameters: {},
    edited: false,
    digest: 'd',
  });
export const rejected = (command: string): RunEvent =>
  event({ type: 'proposal-decided', command, by: rep, decision: 'rejected', reason: 'wrong amount' });
export const executed = (command: string): readonly RunEvent[] => [
  approved(command),
  event({ type: 'execution-intended', command, key: 'k', by: rep }),
  event({ type: 'execution-ended', command, result: { is: 'succeeded' } }),
];
export const executionFailed = (command: string): readonly RunEvent[] => [
  approved(command),
  event({ type: 'execution-intended', command, key: 'k', by: rep }),
  event({ type: 'execution-ended', command, result: { is: 'failed', failure } }),
];
export const holdEnded = (command: string): RunEvent => event({ type: 'hold-ended', command });

/** What a run waits for, as words: `read order value`, `propose full refund`, `gate Team lead`. */
export function waits({ waitingFor }: Advanced): readonly string[] {
  return waitingFor.map(words);
}

export function planned({ plan }: Advanced): readonly string[] {
  return plan.map(
    (item) =>
      `${item.state.is === 'ended' ? item.state.result.is : item.state.is} ${item.action ?? item.operation}`,
  );
}

function words(command: Command): string {
  switch (command.kind) {
    case 'read':
      return `read ${command.fact}`;
    case 'extract':
      return `extract ${command.facts.join(', ')}`;
    case 'gate':
      return `gate ${command.role}`;
    case 'missing':
      return `missing ${command.missing.join(', ')} (${command.because})`;
    case 'wait':
      return `${command.because} ${command.until.is === 'time' ? command.until.seconds : command.until.is}`;
    case 'question':
      return `question ${command.condition}`;
    case 'manual':
      return `manual ${command.text}`;
    case 'judge':
    case 'deviation':
    case 'write':
      return command.kind;
    default:
      return `${command.kind} ${command.action ?? command.operation}`;
  }
}

/** Advances with these answers behind the start. */
export const go = (sop: Sop, ...answers: readonly (RunEvent | readonly RunEvent[])[]): Advanced =>
  advance(sop, [started, ...answers.flat()]);
