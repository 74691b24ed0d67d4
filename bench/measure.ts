/** The middle of some measurements; of an even number, the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A median with the lowest and the highest of what it is the middle of. */
export type Middle = { readonly value: number; readonly between: readonly [number, number] };

export function middleOf(values: readonly number[]): Middle {
  return { value: median(values), between: [Math.min(...values), Math.max(...values)] };
}

const ROUNDS = 9;
const WARM_UP_SECONDS = 0.3;
const ROUND_SECONDS = 0.2;

/**
 * How often something runs in a second of this thread's processor time, so that a busy machine does not change the figure: several
 * rounds of about a fifth of a second each, after a warm-up. `times` is how often one call of `work` does it.
 */
export function ratePerSecond(work: () => void, times = 1): Middle {
  const size = roundSize(work);
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = processorSeconds();
    for (let count = 0; count < size; count++) work();
    return (size * times) / (processorSeconds() - start);
  });
  return middleOf(rates);
}

function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000_000;
}

/** The clock is asked between batches only: it would cost more than a condition does. */
function roundSize(work: () => void): number {
  const start = processorSeconds();
  let count = 0;
  let spent = 0;
  for (let batch = 1; spent < WARM_UP_SECONDS; batch = Math.min(batch * 2, 1024)) {
    for (let n = 0; n < batch; n++) work();
    count += batch;
    spent = processorSeconds() - start;
  }
  return Math.max(1, Math.round((count * ROUND_SECONDS) / spent));
}
