/** A whole number from 0, below the given one. */
export type Pick = (below: number) => number;

/** Numbers that look like chance and are the same on every machine: a linear congruence with the constants of the C standard. */
export function picks(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
