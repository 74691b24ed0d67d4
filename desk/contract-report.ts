import type { ContractGate } from './contract-gate.ts';
import type { Exchange } from './proxy.ts';
import { methodOf } from './proxy/proxy-options.ts';

/** What the contract checker found since the last reset. */
export type ContractReport = {
  note(exchange: Exchange): void;
  clear(): void;
  read(): {
    /** Requests that break a specification or a rule; each was refused with 400. */
    readonly requests: readonly Finding[];
    /** Answers of fakes that do not have the documented shape. */
    readonly answers: readonly Finding[];
    readonly used: ReturnType<ContractGate['used']>;
  };
};

export type Finding = { readonly method: string; readonly url: string; readonly problems: readonly string[] };

export function createContractReport(gate: ContractGate): ContractReport {
  let requests: Finding[] = [];
  let answers: Finding[] = [];
  return {
    note(exchange) {
      const { options, problems, answer } = exchange;
      const finding = { method: options === undefined ? '?' : methodOf(options), url: options?.url ?? '' };
      if (problems.length > 0) requests.push({ ...finding, problems });
      const misshapen = answerProblems(gate, finding, answer);
      if (misshapen.length > 0) answers.push({ ...finding, problems: misshapen });
    },
    clear() {
      requests = [];
      answers = [];
    },
    read: () => ({ requests, answers, used: gate.used() }),
  };
}

/** Errors are hardly ever described in the specifications, and faults answer what they want: only good answers are compared. */
function answerProblems(
  gate: ContractGate,
  { method, url }: { readonly method: string; readonly url: string },
  { status, responseJSON }: Exchange['answer'],
): readonly string[] {
  if (status < 200 || status >= 300 || responseJSON === undefined) return [];
  return gate.checkAnswer({ method, url, status, body: responseJSON });
}
