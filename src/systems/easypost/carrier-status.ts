import type { Reading } from '../../domain/run/events.ts';
import type { Tracker } from './easypost-schemas.ts';

/**
 * EasyPost's status in the words that an SOP uses. Source: https://docs.easypost.com/docs/trackers, `status` and `status_detail`.
 *
 * | status | word |
 * |---|---|
 * | `return_to_sender` | `returned` |
 * | `unknown` | none: the carrier has told nothing, and unknown is not a value |
 * | any other | the same word with spaces: `in transit`, `out for delivery`, `pre transit`, `failure` … |
 *
 * There is no status for a lost parcel. The detail `lost` says so, whatever the status beside it is; only a parcel that was delivered
 * after all is `delivered`. `failure` and `error` alone do not mean lost: they also stand for refused and damaged parcels and for wrong addresses.
 */
export function carrierStatus({ status, status_detail: detail }: Tracker): Reading {
  if (status === 'delivered') return { is: 'value', value: 'delivered' };
  if (detail === 'lost') return { is: 'value', value: 'lost' };
  if (status === 'unknown') return { is: 'none', because: 'not-found' };
  if (status === 'return_to_sender') return { is: 'value', value: 'returned' };
  return { is: 'value', value: words(status) };
}

/** The detail in words: `arrived at facility`, `weather delay`. */
export function statusDetail({ status_detail: detail }: Tracker): Reading {
  if (detail == null || detail === 'unknown') return { is: 'empty' };
  return { is: 'value', value: words(detail) };
}

const words = (code: string) => code.replaceAll('_', ' ');
