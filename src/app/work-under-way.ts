import { reasonOf } from './reason-of.ts';

/** What is being done at this moment without anybody having to wait for it, by name. */
export class WorkUnderWay {
  readonly #onDone: () => void;
  readonly #running = new Map<string, Promise<void>>();
  readonly #troubles = new Map<string, string>();
  #isClosed = false;

  constructor(onDone: () => void) {
    this.#onDone = onDone;
  }

  /** Starts something, never twice at the same time under the same name. */
  start(name: string, work: () => Promise<void>): void {
    if (!this.#isClosed && !this.#running.has(name)) this.#running.set(name, this.#run(name, work));
  }

  /** Why something could not be done, until it can. */
  get troubles(): readonly string[] {
    return [...this.#troubles.values()];
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** Nothing new is started from here on. */
  close(): void {
    this.#isClosed = true;
  }

  async #run(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#troubles.delete(name);
    } catch (error) {
      this.#troubles.set(name, reasonOf(error));
    }
    this.#running.delete(name);
    this.#onDone();
  }
}
