/** The id of a run: made of the ticket and a number, so that two browsers that begin at once begin the same run. */
export function runId(ticketId: string, number: number): string {
  return `${ticketId}-${number}`;
}
