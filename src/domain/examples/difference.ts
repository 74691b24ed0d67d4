import type { FactName } from '../facts/value.ts';

/** The first difference between what a row expects and what happens. */
export type Difference = {
  /** `gate Team lead`; undefined where nothing more was expected. */
  readonly expected: string | undefined;
  /** `escalate to Tier 2`, `a gate`; undefined where nothing more happened. */
  readonly got: string | undefined;
  /** What led there; nothing where it happens in every case. */
  readonly because: readonly Reason[];
};

/** Why a run went where it went. */
export type Reason =
  /** Facts that nobody knows. */
  | { readonly is: 'unknown'; readonly facts: readonly FactName[] }
  /** A condition, and what it rests on: `order value < $200` is no, because order value is $200. */
  | {
      readonly is: 'condition';
      readonly text: string;
      readonly truth: 'yes' | 'no';
      readonly values: readonly { readonly name: string; readonly text: string }[];
    }
  /** A row of a table that applies, or does not because of these values. */
  | {
      readonly is: 'row';
      readonly row: string;
      readonly applies: boolean;
      readonly values: readonly { readonly name: string; readonly text: string }[];
    }
  /** A system or an action that fails in this row. */
  | { readonly is: 'failed'; readonly name: string }
  /** A table in which no row applies, or several where it has to be exactly one. */
  | { readonly is: 'undecided'; readonly table: string };

/** A difference as a sentence without its end: `expected gate Team lead, got escalate to Tier 2 because prior chargebacks is unknown`. */
export function differenceInWords({ expected, got, because }: Difference): string {
  const reasons = because.length === 0 ? '' : ` because ${reasonsInWords(because)}`;
  return `expected ${expected ?? 'nothing more'}, got ${got ?? 'nothing more'}${reasons}`;
}

/** Values that several conditions rest on are said once. */
function reasonsInWords(reasons: readonly Reason[]): string {
  const said = new Set<string>();
  const parts = reasons.flatMap((reason) =>
    reasonInWords(reason).filter((part) => !said.has(part) && said.add(part)),
  );
  return joined(parts);
}

function reasonInWords(reason: Reason): readonly string[] {
  switch (reason.is) {
    case 'unknown':
      return [`${joined(reason.facts)} ${reason.facts.length === 1 ? 'is' : 'are'} unknown`];
    case 'condition': {
      const said = `“${reason.text}” is ${reason.truth}`;
      const values = reason.values.map(({ name, text }) => `${name} is ${text}`);
      return values.includes(said.replaceAll(/[“”]/g, '')) ? values : [...values, said];
    }
    case 'row': {
      const values = reason.values.map(({ name, text }) => `${name} is ${text}`);
      return [...values, `${reason.row} ${reason.applies ? 'applies' : 'does not apply'}`];
    }
    case 'failed':
      return [`${reason.name} fails`];
    case 'undecided':
      return [`the table “${reason.table}” does not decide`];
  }
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
