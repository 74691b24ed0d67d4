import { pause } from './faults.ts';

/** How long each system takes to answer, in milliseconds by system; `*` counts for those that are not named. */
export type Latency = Readonly<Record<string, number>>;

/** Waits as long as a system takes. */
export async function takeTime(latency: Latency, system: string): Promise<void> {
  const milliseconds = latency[system] ?? latency['*'] ?? 0;
  if (milliseconds > 0) await pause(milliseconds);
}
