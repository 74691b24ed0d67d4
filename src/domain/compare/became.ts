/** What became of something that one of the versions may lack: `is new: …`, `is gone`, `is now … instead of …`. */
export function became(then: string | undefined, now: string | undefined): string {
  if (now === undefined) return 'is gone';
  return then === undefined ? `is new: ${now}` : `is now ${now} instead of ${then}`;
}
