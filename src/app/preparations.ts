import { canonicalJson } from '../domain/decisions/canonical-json.ts';
import type { Preparation } from '../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../domain/run/commands.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { changedByRun } from './changed-by-run.ts';
import type { ActionContext } from './ports/actions.ts';
import { reasonOf } from './reason-of.ts';
import type { RunContext } from './run-context.ts';
import { traceText } from './trace-text.ts';

/** What the systems say about the proposals on the screen: exactly what would be changed. Derived, never stored. */
export class Preparations {
  readonly #known = new Map<string, Preparation>();
  readonly #asked = new Set<string>();
  readonly #items = new Map<string, PlanItem>();
  /** What was asked last about each, so that no earlier answer takes its place. */
  readonly #latest = new Map<string, object>();

  /** Undefined until the system has said it. */
  get(item: PlanItem): Preparation | undefined {
    return this.#known.get(keyOf(item));
  }

  set(item: PlanItem, preparation: Preparation): void {
    this.#latest.delete(keyOf(item));
    this.#known.set(keyOf(item), preparation);
    this.#asked.add(keyOf(item));
  }

  /** Asks the systems about a proposal that was not asked about yet; undefined where nothing is to be done. */
  prepare(item: PlanItem, context: RunContext): Promise<void> | undefined {
    const key = keyOf(item);
    const choice = this.#choiceMade(item, context);
    const asked = choice === undefined ? key : `${key} ${choice}`;
    if (this.#asked.has(asked)) return undefined;
    this.#asked.add(asked);
    this.#items.set(key, item);
    const asking = {};
    this.#latest.set(key, asking);
    const [system = ''] = item.operation.split('.');
    const freshness = changedByRun(system, context) ? 'newest' : 'shared';
    return this.#learn(key, asking, askSystem(item, context, freshness));
  }

  /** Keeps an answer, unless something newer was asked or found out meanwhile. */
  async #learn(key: string, asking: object, answer: Promise<Preparation>): Promise<void> {
    const preparation = await answer;
    if (this.#latest.get(key) === asking) this.#known.set(key, preparation);
  }

  /** Which record a person has chosen for a proposal that was unclear without it. */
  #choiceMade(item: PlanItem, { chosen }: RunContext): string | undefined {
    const known = this.#known.get(keyOf(item));
    if (known?.is !== 'impossible' || !known.choice) return undefined;
    return chosen(known.choice.system, known.choice.record);
  }

  /** Has everything of a system asked anew; what is known stays on the screen until then. */
  askAgain(system: string): void {
    for (const [key, { operation }] of this.#items)
      if (operation.startsWith(`${system}.`)) this.#forgetAsked(key);
  }

  /** With whatever record was chosen for it. */
  #forgetAsked(key: string): void {
    for (const asked of this.#asked) if (asked.startsWith(key)) this.#asked.delete(asked);
  }
}

/** Never rejects. */
export async function askSystem(
  proposal: ProposalCommand,
  context: RunContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  try {
    return await context.ports.actions.prepare(proposal, actionContext(context), freshness);
  } catch (error) {
    return { is: 'impossible', failure: { code: 'unavailable', reason: reasonOf(error) } };
  }
}

/** What an action may know of its run. */
export function actionContext(context: RunContext): ActionContext {
  const { id, version, title } = context.sop.sop;
  return {
    ticket: context.ticket,
    runId: context.runId,
    sop: { id, version, title },
    records: context.sop.sop.records,
    keyFact: context.keyFact,
    chosen: context.chosen,
    traceText: traceText(context),
  };
}

function keyOf({ id, operation, parameters }: PlanItem): string {
  return canonicalJson({ id, operation, parameters });
}
