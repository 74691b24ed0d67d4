import type { Failure } from '../../domain/run/events.ts';
import { providerReason } from '../transport/provider-reason.ts';
import type { SystemAnswer } from '../transport/transport.ts';

/**
 * Why HubSpot refused a change, in a sentence. It packs its reasons into one text: `Property values were not valid: [{"message": …}]`.
 * Source: https://developers.hubspot.com/docs/api-reference/error-handling
 */
export function refusedProperty(
  { body, failure }: Extract<SystemAnswer, { is: 'refused' }>,
  noSuchProperty: string,
): Failure {
  const words = providerReason(body) ?? '';
  const packed = messageOf(body);
  if (packed.includes('PROPERTY_DOESNT_EXIST'))
    return { ...failure, code: 'misconfigured', reason: noSuchProperty };
  const reasons = [...packed.matchAll(/"message":"((?:[^"\\]|\\.){1,300})"/g)].map(([, reason = '']) =>
    reason.replaceAll('\\"', '"'),
  );
  return reasons.length === 0 || words === '' ? failure : { ...failure, reason: reasons.join('; ') };
}

function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('message' in body)) return '';
  return typeof body.message === 'string' ? body.message : '';
}
