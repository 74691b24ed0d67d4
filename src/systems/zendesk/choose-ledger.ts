import * as z from 'zod/mini';
import type { Ledger } from '../../app/ports/ledger.ts';
import { parseAnswer } from '../look-up/parse-answer.ts';
import type { Transport } from '../transport/transport.ts';
import { recordRefusal } from './record-refusal.ts';

export type ChosenLedger =
  | { readonly is: 'chosen'; readonly ledger: Ledger; readonly because: LedgerReason }
  /** It cannot be told: a second ledger beside the account's would let two people do the same thing. */
  | { readonly is: 'unavailable'; readonly reason: string };

type LedgerReason =
  | 'account-has-objects'
  /** The plan has no custom objects, or this person may not see them. */
  | 'no-custom-objects'
  /** The plan has them, and ours were not created. */
  | 'objects-missing';

export type ChooseLedgerOptions = {
  readonly transport: Transport;
  readonly zendesk: Ledger;
  /** The ledger of this device, for accounts without custom objects. */
  readonly fallback: () => Promise<Ledger>;
  /**
   * Whether Zendesk says that the app's installation has its objects. Then a refusal means this person or a moment, not the plan: with a ledger of
   * their own beside the account's, two people could do the same thing. Absent: not known.
   */
  readonly isInstalled?: () => Promise<boolean>;
};

const needed = ['signoff_run', 'signoff_event'];
const objectsSchema = z.object({ custom_objects: z.array(z.object({ key: z.string() })) });

/** Finds out once per start where the account keeps its runs. One request. */
export async function chooseLedger({
  transport,
  zendesk,
  fallback,
  isInstalled = () => Promise.resolve(false),
}: ChooseLedgerOptions): Promise<ChosenLedger> {
  const answer = await transport.send({
    system: 'zendesk',
    operation: 'read the custom objects',
    method: 'GET',
    path: '/api/v2/custom_objects',
    repeat: 'read',
    priority: 'person',
  });
  if (answer.is === 'refused' && (answer.status === 403 || answer.status === 404)) {
    if (await isInstalled()) return { is: 'unavailable', reason: recordRefusal(answer, 'signoff_run') };
    return { is: 'chosen', ledger: await fallback(), because: 'no-custom-objects' };
  }
  const parsed = parseAnswer(answer, objectsSchema, 'the custom objects');
  if (parsed.is === 'failed') return { is: 'unavailable', reason: parsed.failure.reason };
  const keys = new Set(parsed.body.custom_objects.map(({ key }) => key));
  return needed.every((key) => keys.has(key))
    ? { is: 'chosen', ledger: zendesk, because: 'account-has-objects' }
    : { is: 'chosen', ledger: await fallback(), because: 'objects-missing' };
}
