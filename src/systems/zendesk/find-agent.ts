import * as z from 'zod/mini';
import type { Failure } from '../../domain/run/events.ts';
import { parseAnswer } from '../look-up/parse-answer.ts';
import type { Transport } from '../transport/transport.ts';

export type FoundAgent = { readonly id: number; readonly name: string; readonly email: string };

export type AgentSearch =
  | { readonly is: 'found'; readonly agent: FoundAgent }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly agents: readonly FoundAgent[] }
  | { readonly is: 'failed'; readonly failure: Failure };

const usersSchema = z.object({
  users: z.array(
    z.object({ id: z.number(), name: z.string(), email: z.nullish(z.string()), role: z.string() }),
  ),
});

/** An agent by address, by name or by id. Two agents of one name are several; a customer is none. */
export async function findAgent(transport: Transport, text: string): Promise<AgentSearch> {
  const wanted = text.trim().replaceAll('"', '');
  if (/^\d{1,18}$/.test(wanted))
    return { is: 'found', agent: { id: Number(wanted), name: wanted, email: '' } };
  if (wanted === '') return { is: 'none' };
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(wanted);
  const answer = await transport.send({
    system: 'zendesk',
    operation: 'find the agent',
    method: 'GET',
    path: '/api/v2/users/search.json',
    query: { query: isAddress ? `email:"${wanted}"` : wanted },
    repeat: 'read',
    priority: 'person',
  });
  const parsed = parseAnswer(answer, usersSchema, 'the agents');
  if (parsed.is === 'failed') return parsed;
  const agents = parsed.body.users
    .filter(({ role, name }) => role !== 'end-user' && (isAddress || folded(name) === folded(wanted)))
    .map(({ id, name, email }) => ({ id, name, email: email ?? '' }));
  const [agent, ...others] = agents;
  if (!agent) return { is: 'none' };
  return others.length === 0 ? { is: 'found', agent } : { is: 'several', agents };
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
