import type { SystemCheck } from '../app/ports/systems.ts';
import type { SystemRequest, Transport } from './transport/transport.ts';
import { hostHint } from './transport/configuration-fault.ts';
import { nameOfSystem, settingOfSystem } from './transport/setting-of-system.ts';

type Connected = Omit<Extract<SystemCheck, { is: 'connected' }>, 'system' | 'is'>;

/** The smallest request that a system answers to whoever has a good key, and what its answer says about the account. */
export type CheckRequest = {
  readonly request: Pick<SystemRequest, 'system' | 'method' | 'path'> &
    Partial<Pick<SystemRequest, 'query' | 'body' | 'headers' | 'secrets'>>;
  /** Undefined where the answer is not one of this system. */
  readonly read: (body: unknown) => Connected | undefined;
};

/** Asks a system whether it is connected. Never throws; the reason of a failure names the setting and what to do. */
export async function checkSystem(
  transport: Transport,
  { request, read }: CheckRequest,
): Promise<SystemCheck> {
  const { system } = request;
  const answer = await transport.send({
    ...request,
    operation: 'check the connection',
    repeat: 'read',
    priority: 'person',
  });
  const setting = settingOfSystem(system);
  if (answer.is !== 'answered') {
    return answer.failure.code === 'not-connected' && setting !== undefined
      ? { system, is: 'not-set-up', setting }
      : { system, is: 'failing', failure: answer.failure };
  }
  const account = read(answer.body);
  if (account !== undefined) return { system, is: 'connected', ...account };
  const reason = `Cannot check the connection: ${nameOfSystem(system)} answered with something else than expected.${hostHint(system)}`;
  const { requestId } = answer;
  const failure = { code: 'unreadable', reason, ...(requestId === undefined ? {} : { requestId }) } as const;
  return { system, is: 'failing', failure };
}
