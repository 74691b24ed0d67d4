import type { Body, Handler } from '../sop/document.ts';
import { runBody } from './run-body.ts';
import { next, type Flow, type Scope, type Walk } from './walk.ts';

type FailureHandler = Handler & { kind: 'on-failure' };
type RejectionHandler = Handler & { kind: 'on-rejection' };

/** What failed: a system, or an action of the header that belongs to one. */
export type Failing = { readonly system: string; readonly action?: string | undefined };

/**
 * The line that answers for a failure: the nearest first (the step's, then the Edge cases), and at the same distance
 * an action's own line before its system's. Source: SOP language, section 4.
 */
export function findFailureHandler(walk: Walk, scope: Scope, failing: Failing): FailureHandler | undefined {
  for (const handlers of handlersAround(walk, scope)) {
    const open = handlers.filter(
      (handler): handler is FailureHandler =>
        handler.kind === 'on-failure' && !walk.runningHandlers.has(handler),
    );
    const ofAction = open.find(({ of }) => 'action' in of && of.action === failing.action);
    const found = ofAction ?? open.find(({ of }) => 'system' in of && of.system === failing.system);
    if (found) return found;
  }
  return undefined;
}

export function findRejectionHandler(walk: Walk, scope: Scope, action: string): RejectionHandler | undefined {
  for (const handlers of handlersAround(walk, scope)) {
    const found = handlers.find(
      (handler): handler is RejectionHandler => handler.kind === 'on-rejection' && handler.action === action,
    );
    if (found && !walk.runningHandlers.has(found)) return found;
  }
  return undefined;
}

/** Runs a handler's body; a failure inside it is not answered by the same line again. */
export function runHandler(walk: Walk, scope: Scope, handler: Handler): Flow {
  if (isEmpty(handler.body)) return next;
  walk.runningHandlers.add(handler);
  const flow = runBody(walk, { body: handler.body, around: scope, prefix: prefixOf(scope, handler) });
  walk.runningHandlers.delete(handler);
  return flow;
}

/** Paths of a handler in a decision table stand behind the decide, those of the document's own stand alone. */
function prefixOf(scope: Scope, handler: Handler): string {
  return handler.path.startsWith('>') ? scope.prefix : '';
}

function isEmpty(body: Body): boolean {
  return body.instructions.length === 0;
}

function* handlersAround(walk: Walk, scope: Scope): Generator<readonly Handler[]> {
  for (let at: Scope | undefined = scope; at; at = at.around) yield at.body.handlers;
  yield walk.sop.edgeHandlers;
}
