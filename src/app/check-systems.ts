import type { SystemCheck, Systems } from './ports/systems.ts';
import { reasonOf } from './reason-of.ts';
import type { SystemsView } from './systems-view.ts';

/** Asks the systems whether they are connected, and keeps what each has said. Tells of every answer, so that none waits for the slowest. */
export class SystemsCheck {
  readonly #systems: Systems;
  readonly #onChange: () => void;
  #answers = new Map<string, SystemCheck>();
  #state: 'not-asked' | 'checking' | 'checked' = 'not-asked';

  constructor(systems: Systems, onChange: () => void) {
    this.#systems = systems;
    this.#onChange = onChange;
  }

  get view(): SystemsView {
    const names = this.#state === 'not-asked' ? [] : this.#systems.names;
    return {
      isChecking: this.#state === 'checking',
      systems: names.map((system) => this.#answers.get(system) ?? { system, is: 'checking' }),
    };
  }

  /** Asks all of them anew; does nothing while they are being asked. */
  start(): void {
    if (this.#state === 'checking') return;
    this.#state = 'checking';
    this.#answers = new Map();
    this.#onChange();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      await this.#systems.check((answer) => {
        this.#answers.set(answer.system, answer);
        this.#onChange();
      });
    } catch (error) {
      this.#giveUp(reasonOf(error));
    }
    this.#state = 'checked';
    this.#onChange();
  }

  /** The port has broken its promise not to throw: whoever has not answered by now will not. */
  #giveUp(reason: string): void {
    for (const system of this.#systems.names)
      if (!this.#answers.has(system))
        this.#answers.set(system, { system, is: 'failing', failure: { code: 'unavailable', reason } });
  }
}
