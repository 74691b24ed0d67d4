/** More combinations than can be looked at. It never leaves this folder: `inSpace` turns it into a result. */
export class TooManyCombinations extends Error {
  constructor() {
    super('There are more combinations of answers than can be looked at.');
    this.name = 'TooManyCombinations';
  }
}
