import type { Clock } from '../../app/ports/clock.ts';
import type { ApiAction, ApiDocument } from '../../domain/custom-api/api-document.ts';
import { offeredApi } from '../../domain/custom-api/offered-api.ts';
import { checkSystem } from '../check-system.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead } from '../look-up/look-up.ts';
import type { ActionImplementation, System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { apiActionKind } from './api-action-kind.ts';
import { createApiReader } from './api-records.ts';
import { secretsOf } from './api-transport.ts';
import { executeApiAction } from './execute-api-action.ts';
import { prepareApiAction } from './prepare-api-action.ts';
import { keyFactsOf, readApiFact } from './read-api-fact.ts';
import { reconcileApiAction } from './reconcile-api-action.ts';

export type CustomApiSettings = {
  readonly api: ApiDocument;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
};

/** An API that an admin has described, behind the ports: its look-ups are facts, its actions are actions like all others. */
export function createCustomApiSystem(settings: CustomApiSettings): System {
  const { api, transport, clock } = settings;
  const records = createApiReader(settings);
  const implementationOf = (action: ApiAction): ActionImplementation => {
    const tools = { api, action, records, transport };
    return {
      kind: apiActionKind(api, action),
      prepare: ({ parameters }, context, freshness) =>
        prepareApiAction(tools, { parameters, context, freshness }),
      execute: (approval, context) => executeApiAction(tools, approval, context),
      reconcile: (approval, context) => reconcileApiAction(tools, approval, context),
    };
  };
  return {
    name: api.system,
    facts: offeredApi(api).facts,
    keyFacts: keyFactsOf(api),
    read: async (request) =>
      answerRead(request, await readApiFact({ api, records, now: () => clock.now() }, request)),
    check: () =>
      checkSystem(transport, {
        request: {
          system: api.system,
          method: 'GET',
          path: [api.basePath, ...api.check.map(([part]) => (part?.is === 'text' ? part.text : ''))].join(
            '/',
          ),
          ...secretsOf(api),
        },
        read: () => ({ account: api.title }),
      }),
    actions: api.actions.map(implementationOf),
  };
}

/** The origin that every request of a described system goes to. */
export function originOf({ host }: ApiDocument): string {
  return `https://${host}`;
}
