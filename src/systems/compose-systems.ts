import type { Actions } from '../app/ports/actions.ts';
import type { Records } from '../app/ports/records.ts';
import type { SystemCheck, Systems } from '../app/ports/systems.ts';
import type { Failure } from '../domain/run/events.ts';
import type { ActionImplementation, System } from './system.ts';

type Composed = { readonly records: Records; readonly actions: Actions; readonly systems: Systems };

/** Joins the systems into the ports that the app knows: a source or an operation names its system. */
export function composeSystems(systems: readonly System[]): Composed {
  const byName = new Map(systems.map((system) => [system.name, system]));
  const implementations = systems.flatMap((system) => system.actions);
  const byOperation = new Map(
    implementations.map((implementation) => [implementation.kind.operation, implementation]),
  );
  return {
    records: composeRecords(byName),
    actions: composeActions(byOperation),
    systems: composeChecks(systems),
  };
}

function composeRecords(byName: ReadonlyMap<string, System>): Records {
  return {
    keyFacts: (source, records, declared) =>
      byName.get(source.system)?.keyFacts(source, records, declared) ?? [],
    read: async (request) => {
      const { system } = request.source;
      return (
        (await byName.get(system)?.read(request)) ?? { is: 'failed', system, failure: notConnected(system) }
      );
    },
  };
}

function composeActions(byOperation: ReadonlyMap<string, ActionImplementation>): Actions {
  return {
    kinds: [...byOperation.values()].map(({ kind }) => kind),
    kind: (operation) => byOperation.get(operation)?.kind,
    prepare: async (proposal, context, freshness) =>
      (await byOperation.get(proposal.operation)?.prepare(proposal, context, freshness)) ?? {
        is: 'impossible',
        failure: notOffered(proposal.operation),
      },
    execute: async (approval, context) =>
      (await byOperation.get(approval.approval.operation)?.execute(approval, context)) ?? {
        is: 'failed',
        failure: notOffered(approval.approval.operation),
      },
    reconcile: async (approval, context) =>
      (await byOperation.get(approval.approval.operation)?.reconcile(approval, context)) ?? {
        is: 'cannot-tell',
        how: notOffered(approval.approval.operation).reason,
      },
  };
}

function composeChecks(systems: readonly System[]): Systems {
  return {
    names: systems.map(({ name }) => name),
    check: (onAnswer) =>
      Promise.all(
        systems.map(async (system) => {
          const answer = await checkOne(system);
          onAnswer?.(answer);
          return answer;
        }),
      ),
  };
}

/** A system that breaks its promise not to throw is one that fails, and takes none of the others with it. */
async function checkOne(system: System): Promise<SystemCheck> {
  try {
    return await system.check();
  } catch (error) {
    const reason = `The check broke off: ${error instanceof Error ? error.message : String(error)}`;
    return { system: system.name, is: 'failing', failure: { code: 'unreadable', reason } };
  }
}

const notConnected = (system: string): Failure => ({
  code: 'not-connected',
  reason: `No system called “${system}” is connected.`,
});
const notOffered = (operation: string): Failure => ({
  code: 'not-connected',
  reason: `No connected system offers “${operation}”.`,
});
