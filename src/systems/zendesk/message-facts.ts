import type { Message } from '../../app/ports/ticket-desk.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { FactField } from '../system.ts';
import { calendarDay } from '../browser/calendar-day.ts';
import { listOutcome } from './fact-outcome.ts';

/** A fact that the conversation tells, without a request. Undefined where it cannot be told. */
export type MessageFact = FactField & {
  readonly take: (messages: readonly Message[], timeZone: string) => Reading | undefined;
};

const ofCustomer = (messages: readonly Message[]) => messages.filter(({ from }) => from === 'customer');
const attached = (messages: readonly Message[]) =>
  ofCustomer(messages).flatMap(({ attachments }) => attachments);
const value = (of: boolean | number): Reading => ({ is: 'value', value: of });

/** What agents and the system attach proves nothing, so only the customer's attachments count. */
export const messageFacts: readonly MessageFact[] = [
  {
    record: 'ticket',
    field: 'has_attachment',
    type: { kind: 'yes-no' },
    take: (messages) => value(attached(messages).length > 0),
  },
  {
    record: 'ticket',
    field: 'has_photo',
    type: { kind: 'yes-no' },
    take: (messages) => value(attached(messages).some((one) => kindOf(one) === 'image')),
  },
  {
    record: 'ticket',
    field: 'attachment_kinds',
    type: { kind: 'list' },
    take: (messages) => listOutcome([...new Set(attached(messages).map(kindOf))]),
  },
  {
    record: 'ticket',
    field: 'customer_message_count',
    type: { kind: 'count' },
    take: (messages) => value(ofCustomer(messages).length),
  },
  {
    record: 'ticket',
    field: 'last_customer_message_at',
    type: { kind: 'date' },
    take: (messages, timeZone) => {
      const last = ofCustomer(messages).at(-1);
      if (!last) return { is: 'empty' };
      return last.at === undefined ? undefined : { is: 'value', value: calendarDay(last.at, timeZone) };
    },
  },
];

/** `image`, `pdf`, `video`, `audio`, `text`, `spreadsheet`, `archive`; `other` for the rest. */
function kindOf({ name, contentType }: Message['attachments'][number]): string {
  const type = contentType.toLowerCase().split(';')[0]?.trim() ?? '';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const [family = ''] = type.split('/');
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  // Mail programs send anything as a stream of bytes: then the name tells.
  const isUnsaid = type === '' || type === 'application/octet-stream';
  return kindsByType.get(type) ?? (isUnsaid ? kindsByEnding.get(ending) : undefined) ?? 'other';
}

const kindsByType = new Map([
  ['application/pdf', 'pdf'],
  ['text/plain', 'text'],
  ['text/html', 'text'],
  ['application/msword', 'text'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text'],
  ['text/csv', 'spreadsheet'],
  ['application/vnd.ms-excel', 'spreadsheet'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'spreadsheet'],
  ['application/zip', 'archive'],
]);

const kindsByEnding = new Map([
  ...['jpg', 'jpeg', 'png', 'gif', 'heic', 'heif', 'webp', 'tif', 'tiff', 'bmp'].map(
    (ending) => [ending, 'image'] as const,
  ),
  ...['mp4', 'mov', 'avi', 'webm'].map((ending) => [ending, 'video'] as const),
  ...['mp3', 'm4a', 'wav', 'ogg'].map((ending) => [ending, 'audio'] as const),
  ...['txt', 'doc', 'docx', 'html'].map((ending) => [ending, 'text'] as const),
  ...['csv', 'xls', 'xlsx'].map((ending) => [ending, 'spreadsheet'] as const),
  ['pdf', 'pdf'],
  ['zip', 'archive'],
] as const);
