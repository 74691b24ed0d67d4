import type { AppPorts } from '../../src/app/app-ports.ts';

/** Called before a port does something and after it has done it; what it returns is waited for. */
export type Gate = (name: string) => Promise<void>;

/**
 * Ports behind a gate: a test can stop the world at any point at which the application waits, before or after the effect. The clock
 * and the ids have no gate, because nobody waits for them.
 */
export function gatedPorts(ports: AppPorts, gate: Gate): AppPorts {
  return {
    ...ports,
    desk: gateMethods(ports.desk, ['ticket', 'currentUser'], gate),
    settings: gateMethods(ports.settings, ['read'], gate),
    library: gateMethods(ports.library, ['published', 'version'], gate),
    records: gateMethods(ports.records, ['read'], gate),
    actions: gateMethods(ports.actions, ['prepare', 'execute', 'reconcile'], gate),
    assistant: gateMethods(ports.assistant, ['extract'], gate),
    ledger: gateMethods(
      ports.ledger,
      ['latestRun', 'startRun', 'save', 'claim', 'recordResult', 'claims'],
      gate,
    ),
    hasher: gateMethods(ports.hasher, ['sha256'], gate),
  };
}

/** A gate that lets so many through and then nobody any more: a tab that was closed. */
export function closingAfter(count: number): {
  readonly gate: Gate;
  readonly isClosed: () => boolean;
  readonly closed: Promise<void>;
} {
  let passed = 0;
  let tellClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });
  const gate: Gate = () => {
    passed += 1;
    if (passed <= count) return Promise.resolve();
    tellClosed();
    return new Promise(() => undefined);
  };
  return { gate, closed, isClosed: () => passed > count };
}

function gateMethods<T extends object>(port: T, methods: readonly (keyof T & string)[], gate: Gate): T {
  const gated = methods.map((name) => {
    const method: unknown = port[name];
    if (typeof method !== 'function') throw new TypeError(`The port has no method “${name}”.`);
    return [
      name,
      async (...parameters: readonly unknown[]): Promise<unknown> => {
        await gate(`${name} begins`);
        const answer: unknown = await Reflect.apply(method, port, parameters);
        await gate(`${name} answers`);
        return answer;
      },
    ] as const;
  });
  return { ...port, ...Object.fromEntries(gated) };
}
