import type { FactType } from './value.ts';

/** The facts that are always there, undeclared. Source: SOP language, section 1. */
export const builtInFacts: readonly { readonly name: string; readonly type: FactType }[] = [
  { name: 'today', type: { kind: 'date' } },
  { name: 'ticket form', type: { kind: 'text' } },
  { name: 'ticket type', type: { kind: 'text' } },
  { name: 'ticket status', type: { kind: 'text' } },
  { name: 'ticket priority', type: { kind: 'text' } },
  { name: 'ticket subject', type: { kind: 'text' } },
  { name: 'ticket tags', type: { kind: 'list' } },
  { name: 'ticket channel', type: { kind: 'text' } },
  { name: 'ticket brand', type: { kind: 'text' } },
  { name: 'ticket language', type: { kind: 'text' } },
  { name: 'requester name', type: { kind: 'text' } },
  { name: 'requester email', type: { kind: 'text' } },
  { name: 'organization name', type: { kind: 'text' } },
];
