import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const WINDOW = 250;
const IDLE_ENOUGH = 0.6;
const LONGEST = 5000;

/**
 * Waits until other programs leave most of the processor idle, for a few seconds at most. Answers whether they do: what is measured while
 * they do not says more about them than about the app.
 */
export async function waitForQuiet(): Promise<boolean> {
  for (let waited = 0; waited < LONGEST; waited += WINDOW) {
    const before = processorTimes();
    await pause(WINDOW);
    const after = processorTimes();
    if (after.idle - before.idle >= IDLE_ENOUGH * (after.all - before.all)) return true;
  }
  return false;
}

function processorTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return {
    idle,
    all: idle + times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, 0),
  };
}
