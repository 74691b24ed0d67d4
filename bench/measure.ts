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
const WARM_UP_MS = 300;
const ROUND_MS = 200;

/**
 * How often something runs in a second: several rounds of about a fifth of a second each, after a warm-up. `times` is how often one call
 * of `work` does it.
 */
export function ratePerSecond(work: () => void, times = 1): Middle {
  const size = roundSize(work);
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let count = 0; count < size; count++) work();
    return (size * times) / ((performance.now() - start) / 1000);
  });
  return middleOf(rates);
}

/** The clock is asked between batches only: it would cost more than a condition does. */
function roundSize(work: () => void): number {
  const start = performance.now();
  let count = 0;
  for (let batch = 1; performance.now() - start < WARM_UP_MS; batch = Math.min(batch * 2, 1024)) {
    for (let n = 0; n < batch; n++) work();
    count += batch;
  }
  return Math.max(1, Math.round((count * ROUND_MS) / (performance.now() - start)));
}
