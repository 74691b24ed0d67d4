import type { FactJson } from '../facts/fact-json.ts';
import { toFactJson } from '../facts/canonical-text.ts';
import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { FactName, KnownFacts } from '../facts/value.ts';
import type { ActionDeclaration, Instruction, SimpleInstruction, Template } from '../sop/document.ts';
import type { ProposalCommand } from './commands.ts';
import { decideCondition, isFlow } from './decide-condition.ts';
import { fillTemplate } from './fill-template.ts';
import { findFailureHandler, runHandler } from './handlers.ts';
import { missingFacts } from './missing-facts.ts';
import { needFacts } from './need-facts.ts';
import { runProposal } from './run-proposal.ts';
import { traceLine, type Flow, type Place, type Scope, type Walk } from './walk.ts';

export type At = {
  readonly walk: Walk;
  readonly scope: Scope;
  readonly place: Place;
  readonly following: Instruction | undefined;
};

/** What is proposed, before it has an id and a number of tries. */
export type Proposed = Omit<ProposalCommand, 'attempt'>;

/** Proposes an action of the header, with its values, behind its second lock. */
export function proposeAction(at: At, name: string): Flow {
  const action = at.walk.sop.actions.find((declared) => declared.name === name);
  if (!action)
    throw new TypeError(
      `The SOP “${at.walk.sop.id}” has no action “${name}”; its problems were not looked at before it was run.`,
    );
  const locked = checkLock(at, action);
  if (locked) return locked;
  const parameters: Record<string, FactJson> = {};
  for (const parameter of action.parameters) {
    const value = evaluateFully(at, parameter.value);
    if (isStopped(value)) return value;
    parameters[parameter.name] = value.json;
  }
  const operation = `${action.system}.${action.operation}`;
  return runProposal(
    at,
    { kind: 'propose', action: name, operation, parameters, needs: action.needs },
    action.system,
  );
}

/**
 * `only if`: no or unknown means that the action is not offered; its `On failure of` body runs, or a gate names the condition.
 * Undefined where the lock is open. Source: SOP language, section 4.
 */
function checkLock(at: At, { name, system, onlyIf }: ActionDeclaration): Flow | undefined {
  if (!onlyIf) return undefined;
  const { walk, place, scope } = at;
  for (;;) {
    const decided = decideCondition({ walk, place, scope, neededBy: 'instruction' }, onlyIf);
    if (isFlow(decided)) return decided;
    if (decided.is === 'yes') return undefined;
    traceLine(walk, place, 'locked', onlyIf.facts);
    const handler = findFailureHandler(walk, scope, { system, action: name });
    if (handler && 'action' in handler.of) return runHandler(walk, scope, handler);
    const missing = decided.is === 'unknown' ? decided.missing : [];
    const gate = missingFacts(walk, place, { missing, because: 'locked-action', about: onlyIf.text });
    if (gate !== 'again') return gate;
  }
}

type Evaluated = { readonly json: FactJson };

const isStopped = (value: Evaluated | Flow): value is Flow => 'to' in value;

/** The value of an expression; the flow where a fact is missing, because an action never has an unknown value. */
function evaluateFully({ walk, place, scope }: At, expression: CheckedExpression): Evaluated | Flow {
  for (;;) {
    const flow = needFacts({ walk, place, scope, neededBy: 'instruction' }, expression.facts);
    if (flow.to !== 'next') return flow;
    const evaluated = expression.evaluate(withFillers(walk));
    if (evaluated.is === 'value') return { json: toFactJson(evaluated.value) };
    const gate = missingFacts(walk, place, {
      missing: evaluated.missing,
      because: 'unknown-parameter',
      about: expression.text,
    });
    if (gate !== 'again') return gate;
  }
}

function withFillers({ known, fillers }: Walk): KnownFacts {
  return fillers.size === 0
    ? known
    : new Map<FactName, NonNullable<ReturnType<typeof known.get>>>([...fillers, ...known]);
}

type Change = Exclude<
  SimpleInstruction,
  {
    kind:
      | 'get'
      | 'extract'
      | 'propose'
      | 'gate'
      | 'judge'
      | 'decide'
      | 'hold-for'
      | 'hold-until'
      | 'go-to-step'
      | 'write'
      | 'close'
      | 'stop';
  }
>;

/** Proposes what the language itself offers: a change to the ticket, a message, an escalation. */
export function proposeChange(at: At, change: Change): Flow {
  const described = describeChange(at, change);
  return 'to' in described ? described : runProposal(at, described, 'zendesk');
}

function describeChange(at: At, change: Change): Proposed | Flow {
  switch (change.kind) {
    case 'set':
      return describeSet(at, change);
    case 'add-tag':
      return inZendesk('propose', 'zendesk.add_tag', { tag: change.tag });
    case 'remove-tag':
      return inZendesk('propose', 'zendesk.remove_tag', { tag: change.tag });
    case 'apply-macro':
      return inZendesk('propose', 'zendesk.apply_macro', { macro: change.macro });
    case 'add-note':
      return withText(at, change.note, (note) => inZendesk('propose', 'zendesk.add_note', { note }));
    case 'ask':
      return withText(at, change.question, (text) => inZendesk('ask', 'zendesk.ask_customer', { text }));
    case 'draft-reply':
      return describeDraft(at, change.reply);
    case 'escalate':
      return withText(at, change.because ?? [], (because) =>
        inZendesk('propose', 'zendesk.escalate', { team: change.team, because }),
      );
    case 'notify':
      return withText(at, change.message ?? [], (message) =>
        inZendesk('notify', 'zendesk.notify', { team: change.team, message }),
      );
  }
}

function describeSet(at: At, { field, value }: Extract<Change, { kind: 'set' }>): Proposed | Flow {
  const evaluated = evaluateFully(at, value);
  if (isStopped(evaluated)) return evaluated;
  return inZendesk('propose', 'zendesk.set_field', {
    record: field.record,
    field: field.field,
    custom_field: field.customField ?? null,
    value: evaluated.json,
  });
}

function describeDraft(at: At, reply: Extract<Change, { kind: 'draft-reply' }>['reply']): Proposed | Flow {
  if ('instruction' in reply)
    return withText(at, reply.instruction, (instruction) =>
      inZendesk('draft', 'zendesk.draft_reply', { text: '', instruction }),
    );
  const { named } = reply;
  const template = at.walk.sop.replies.find(({ name }) => name === named);
  if (!template)
    throw new TypeError(
      `The SOP “${at.walk.sop.id}” has no reply “${named}”; its problems were not looked at before it was run.`,
    );
  return withText(at, template.text, (text) => ({
    ...inZendesk('draft', 'zendesk.draft_reply', { text }),
    reply: named,
  }));
}

function withText(at: At, template: Template, describe: (text: string) => Proposed): Proposed | Flow {
  const text = fillTemplate(at, template);
  return typeof text === 'string' ? describe(text) : text;
}

function inZendesk(
  kind: ProposalCommand['kind'],
  operation: string,
  parameters: ProposalCommand['parameters'],
): Proposed {
  return { kind, action: undefined, operation, parameters, needs: undefined };
}
