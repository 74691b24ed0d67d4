import type { FakeRequest } from '../../desk/fakes/fake.ts';
import type { NodeDesk } from '../../desk/node-desk.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';

/**
 * One action of one system in a world where it can be carried out: what the matrix of failures needs to know of it. The matrix
 * publishes the SOP, opens the ticket, approves the first proposal, and lets the system fail at the request that writes.
 */
export type ActionScenario = {
  /** `stripe.refund` */
  readonly operation: string;
  /** The system that carries it out, as the desk names its stand-in. */
  readonly system: string;
  /** The text of a live SOP whose first and only proposal is this action, and which closes after it. */
  readonly sop: string;
  /** A ticket of the desk's world for which the proposal can be prepared. */
  readonly ticketId: number;
  /** The agent who works on it; the desk's rep when absent. */
  readonly user?: number;
  /** Brings the world to where the action makes sense, such as an open claim that can be cancelled. */
  readonly arrange?: (desk: NodeDesk) => void;
  /** Values of the approval where the proposed ones are not those to be approved. */
  readonly approve?: Readonly<Record<string, FactJson>>;
  /** Whether a request is the one that changes something: there the failures happen. */
  readonly isWrite: (request: FakeRequest) => boolean;
  /** How often the effect stands in the outside world now: 0 before, 1 once it has happened, 2 when it has happened twice. */
  readonly effects: (desk: NodeDesk) => number;
};
