import type { Desk } from '../desk.ts';
import type { CustomObjectRecord, TicketRecord } from '../fakes/zendesk/state.ts';
import type { RefundRecord } from '../fakes/stripe/state.ts';

/** What the outside systems hold now, for tests. */
export type DeskStateJson = {
  readonly tickets: Readonly<Record<string, TicketJson>>;
  /** Records of custom objects, by the key of the object. */
  readonly records: Readonly<Record<string, readonly CustomObjectRecord[]>>;
  readonly stripe: { readonly refunds: readonly RefundRecord[]; readonly idempotencyKeys: readonly string[] };
  readonly shopify: { readonly drafts: readonly unknown[] };
  readonly assistant: { readonly asked: number };
};

type TicketJson = Omit<TicketRecord, 'fields'> & { readonly fields: Readonly<Record<string, unknown>> };

export function deskState({ state }: Desk): DeskStateJson {
  const { zendesk, stripe, shopify, assistant } = state.systems;
  return {
    tickets: Object.fromEntries(
      [...zendesk.state.tickets.values()].map((ticket) => [ticket.id, ticketJson(ticket)]),
    ),
    records: Object.fromEntries(zendesk.state.customObjects),
    stripe: { refunds: stripe.state.refunds, idempotencyKeys: [...stripe.state.results.keys()] },
    shopify: { drafts: shopify.state.drafts },
    assistant: { asked: assistant.state.asked },
  };
}

function ticketJson({ fields, ...ticket }: TicketRecord): TicketJson {
  return { ...ticket, fields: Object.fromEntries(fields) };
}
