import type { RunEvent } from '../../domain/run/events.ts';
import { sortedText } from '../memory/same-json.ts';

/** A log as it is stored: older text in portions that never change, the newest events beside the run. */
export type LogCut = {
  /** Their texts one after the other are the older events, each with a comma behind it. A long event may go over several portions. */
  readonly portions: readonly string[];
  readonly newest: readonly RunEvent[];
};

type LogToCut = {
  readonly events: readonly RunEvent[];
  /** The texts of the portions that are sealed already. They stay as long as the log begins with them. */
  readonly sealed: readonly string[];
  /** Bytes that the text of one portion may take inside its record. */
  readonly room: number;
  /** Whether the record of the run holds these events beside the hashes of so many portions. */
  readonly fits: (newest: readonly RunEvent[], portions: number) => boolean;
};

/**
 * Cuts a log so that every part fits its record. Portions are filled from the oldest event on, so two browsers whose logs begin with the
 * same events cut the same portions. Undefined where the log cannot be kept at all, because the list of portions alone is too long.
 */
export function cutLog({ events, sealed, room, fits }: LogToCut): LogCut | undefined {
  const parts = events.map((event) => `${sortedText(event)},`);
  const text = parts.join('');
  const startOf = eventStarts(parts);
  const portions = stillFitting(sealed, text);
  let offset = portions.join('').length;
  for (;;) {
    const first = startOf.get(offset);
    const newest = first === undefined ? undefined : events.slice(first);
    if (newest && fits(newest, portions.length)) return { portions, newest };
    if (offset === text.length) return undefined;
    const end = endOfPortion(text, { offset, room, startOf });
    portions.push(text.slice(offset, end));
    offset = end;
  }
}

/** The index of the event that begins at an offset of the text; the end of the text is one past the last. */
function eventStarts(parts: readonly string[]): ReadonlyMap<number, number> {
  const starts = new Map([[0, 0]]);
  let offset = 0;
  for (const [index, part] of parts.entries()) {
    offset += part.length;
    starts.set(offset, index + 1);
  }
  return starts;
}

function stillFitting(sealed: readonly string[], text: string): string[] {
  const kept: string[] = [];
  let offset = 0;
  for (const portion of sealed) {
    if (!text.startsWith(portion, offset)) break;
    kept.push(portion);
    offset += portion.length;
  }
  return kept;
}

type Cut = {
  readonly offset: number;
  readonly room: number;
  readonly startOf: ReadonlyMap<number, number>;
};

/** As many whole events as there is room for; of an event that is longer than a portion, as much as fits. */
function endOfPortion(text: string, { offset, room, startOf }: Cut): number {
  let left = room;
  let end = offset;
  let wholeEnd: number | undefined;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    left -= sizeInJson(code);
    if (left < 0) return wholeEnd ?? awayFromSpaces(text, offset, end);
    end += code > 0xff_ff ? 2 : 1;
    if (startOf.has(end)) wholeEnd = end;
  }
  return end;
}

/** A text field may lose spaces at its ends, so no portion begins or ends with one, unless there is nothing else. */
function awayFromSpaces(text: string, from: number, end: number): number {
  for (let cut = end; cut > from; cut -= 1) {
    const around = text.slice(cut - 1, cut + 1);
    if (!/\s/.test(around) && !/^[\uD800-\uDBFF]/.test(around)) return cut;
  }
  return end;
}

/** Bytes of one character inside a JSON string. The text is JSON itself, so it holds no control characters. */
function sizeInJson(code: number): number {
  if (code === 0x22 || code === 0x5c) return 2;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
