/** The middle of some measurements; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** How often something runs in a second: the median of several rounds of about a fifth of a second, after a warm-up. */
export function perSecond(work: () => void, rounds = 7): number {
  const size = roundSize(work);
  const rates = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let count = 0; count < size; count++) work();
    return size / ((performance.now() - start) / 1000);
  });
  return median(rates);
}

function roundSize(work: () => void): number {
  const until = performance.now() + 300;
  let count = 0;
  while (performance.now() < until) {
    work();
    count++;
  }
  return Math.max(1, Math.round(count * 0.67));
}
