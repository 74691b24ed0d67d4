/** Instructions that are looked at, each time that a way leads to them: jumps and tables in tables can multiply them. */
const mostInstructions = 20_000;

/** Ends a walk through a document in which there are too many ways; caught where the comparison begins. */
export class TooManyWays extends Error {
  constructor() {
    super('There are too many ways through the document.');
    this.name = 'TooManyWays';
  }
}

export class WorkLimit {
  #done = 0;

  spend(): void {
    this.#done += 1;
    if (this.#done > mostInstructions) throw new TooManyWays();
  }
}
