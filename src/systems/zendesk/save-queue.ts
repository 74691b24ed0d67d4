import type { SaveAnswer, StoredRun } from '../../app/ports/ledger.ts';

export type SaveQueue = { save(run: StoredRun): Promise<SaveAnswer> };

type Lane = {
  underWay: Promise<SaveAnswer>;
  /** The newest run that waits, and the answer that all who wait will get. */
  next: { run: StoredRun; answer: Promise<SaveAnswer> } | undefined;
};

/**
 * One write of a run at a time, so that an older log never arrives after a newer one. Of those that wait only the newest is written: it
 * holds what the others hold. `write` never rejects.
 */
export function createSaveQueue(write: (run: StoredRun) => Promise<SaveAnswer>): SaveQueue {
  const lanes = new Map<string, Lane>();

  const leave = async (runId: string, lane: Lane) => {
    await lane.underWay;
    if (lane.next === undefined && lanes.get(runId) === lane) lanes.delete(runId);
  };
  const begin = (run: StoredRun): Promise<SaveAnswer> => {
    const lane: Lane = { underWay: write(run), next: undefined };
    lanes.set(run.id, lane);
    void leave(run.id, lane);
    return lane.underWay;
  };

  return {
    save: (run) => {
      const lane = lanes.get(run.id);
      if (lane === undefined) return begin(run);
      if (lane.next) {
        lane.next.run = run;
        return lane.next.answer;
      }
      const answer = lane.underWay.then(() => begin(lane.next?.run ?? run));
      lane.next = { run, answer };
      return answer;
    },
  };
}
