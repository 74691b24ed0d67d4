import { waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import type { StateName } from '../fixtures/states.ts';
import { showSidebar, words } from '../show-sidebar.tsx';

const { t } = words;
const refundTitle = 'Refund $142.10 to Visa ··4242';

/** What a person reads in each state. Sentences come from the translations, so that no state has words of its own. */
const sentences: Record<StateName, readonly string[]> = {
  connecting: [t('connecting')],
  'outside-zendesk': [t('outside.title'), t('outside.text')],
  'loading-ticket': [t('loading.ticket')],
  'loading-facts': [
    'Late parcel',
    t('loading.facts', { read: 4, count: 7 }),
    t('facts.reading', { source: 'Stripe' }),
  ],
  'could-not-load': [
    t('load-failed.library'),
    'Why: no answer (Zendesk answered 503)',
    t('load-failed.retry'),
  ],
  'no-sop': [t('no-sop.title'), t('no-sop.text'), 'Damaged item'],
  'none-published': [t('no-sop.none-published')],
  'several-sops': [
    t('choose.title', { count: 2 }),
    'Late parcel',
    'Address change before shipping',
    t('sop.status.draft'),
  ],
  off: [t('off.title'), 'line 4 of the settings, requester email contains "@vip.example"'],
  connections: ['Late parcel'],
  'connections-asking': ['Late parcel'],
  'connections-no-sop': [t('no-sop.title'), t('menu.check-systems')],
  'connections-could-not-load': [
    t('load-failed.library'),
    'Request f00d-iad',
    t('load-failed.retry'),
    t('menu.check-systems'),
  ],
  waiting: [
    'Late parcel',
    t('sop.version', { version: 5 }),
    refundTitle,
    '$142.10 → $0.00',
    'SOP: If order value < $200 and prior chargebacks = 0: propose full refund.',
    'Reply: refund on its way',
    'Then: Closed as “resolved”',
  ],
  mapped: ['Why: line 2 of the settings, ticket form = "Shipping" and ticket tags contains "late_parcel"'],
  'unknown-facts': [
    'Shopify: not connected',
    t('facts.unknown.not-found', { source: 'Stripe' }),
    t('facts.unknown.several', { source: 'Stripe' }),
    t('facts.unknown.no-such-field', { source: 'Shopify' }),
    t('facts.unknown.key-missing', { source: 'EasyPost' }),
    t('facts.unknown.not-offered', { source: 'Shopify' }),
    t('facts.unknown.empty', { source: 'Shopify' }),
    'Shopify says “10⟨U+202E⟩42”, which does not fit',
    t('facts.unknown.not-in-message'),
    t('facts.unknown.nobody-read'),
  ],
  'old-facts': [t('facts.too-old')],
  preparing: ['Refund $142.10', t('obstacle.preparing', { system: 'Stripe' })],
  impossible: ['Stripe: it is not clear which one is meant (Two payments fit: ch_1 and ch_2)'],
  'choose-record': [
    'Which order in Shopify is meant?',
    '2 fit. Waiting for your choice: order value, carrier status.',
    '$58.00',
    t('choose-record.none'),
  ],
  'choose-payment': ['Which payment in Stripe is meant?', 'Visa ··4242', t('choose-record.use')],
  'needs-role': [t('obstacle.role-missing', { role: 'Team lead' })],
  'needs-unknown-role': [t('obstacle.role-unknown', { role: 'Team lead' })],
  'as-role': [t('proposal.as-role', { role: 'Team lead' })],
  forbidden: [t('obstacle.forbidden.no-shared-record')],
  'second-try': [t('proposal.attempt', { number: 2 })],
  'reply-waits': ['We have refunded $142.10 to your original payment method', 'Sample Customer'],
  'escalation-waits': [
    'Escalate to Tier 2: outside the late-parcel limits',
    'Tier 1 → Tier 2 Logistics',
    'signoff_outside_the_late_parcel_limits',
  ],
  'question-waits': ['Ask the customer', 'SOP: Ask the customer "Please send us a photo of the damage."'],
  'long-sentence': ['the customer has not asked for a refund: draft reply sorry for the wait.'],
  'gate-ahead': ['Then: Team lead decides — Refund?'],
  'manual-step-ahead': ['Then: manual step — Call the carrier.', 'Then: Closed as “resolved”'],
  remark: ['The tag signoff_outside could not be added.'],
  approving: [t('state-line.approving', { name: 'Sample Rep' })],
  executing: ['Stripe is doing it…'],
  pending: [t('state-line.pending', { system: 'Stripe' }), 'a refund with our key was found'],
  failed: ['Stripe: refused (Charge ch_1 has already been refunded)', 'Request req_9aF2kX7Qm1Zb'],
  'unknown-checking': [
    'It may have happened: the answer was lost',
    t('unknown-outcome.checking', { system: 'Stripe' }),
  ],
  'unknown-cannot-tell': [
    'Stripe cannot tell whether it happened (the list of refunds did not load)',
    'Request req_3cB8wTe0Yp5L',
    t('unknown-outcome.did-not-happen'),
  ],
  stale: [t('state-line.stale'), '0 → 1', '$142.10 → $100.00', t('proposal.compute-again')],
  expired: [t('state-line.expired')],
  refused: ['Nothing was done here: somebody else was quicker. Another Rep'],
  deviation: [
    'The SOP does not fit this case: the parcel has arrived',
    t('deviation.title', { title: refundTitle }),
    t('deviation.go-on'),
  ],
  gate: [
    t('gate.kind', { role: 'Team lead' }),
    'Lost parcel, but chargebacks or $200 and more. Refund?',
    t('gate.yes'),
  ],
  'gate-of-a-colleague': [t('gate.waiting-for', { role: 'Team lead' }), t('ask.ask')],
  'gate-asked': ['Asked Team lead 7:51 AM, by Sample Rep'],
  'gate-ask-again': ['Asked Team lead 7:51 AM, by Sample Rep', t('ask.again')],
  'gate-asked-of-me': ['by Sample Colleague', t('gate.yes')],
  'gate-by-another': [
    t('gate.kind-by-another', { role: 'Team lead' }),
    t('gate.requested', { role: 'Team lead' }),
    t('ask.ask'),
  ],
  'ask-failed': ['Notify Team lead', 'Zendesk: no answer (Zendesk answered 503)', t('ask.ask')],
  'undo-offered': ['Set Ship exception: resolved-refunded', t('undo.propose')],
  'undo-waits': [
    'Undo: Set Ship exception: open',
    'resolved-refunded → open',
    'Sample Rep wants to take back “Set Ship exception: resolved-refunded” (8:04 AM). The SOP does not ask for it.',
  ],
  'undo-needs-role': [t('obstacle.role-missing', { role: 'Team lead' })],
  'undo-failed': ['Zendesk: refused (The field was changed by somebody else)', t('undo.propose')],
  'undo-after-end': ['Closed as “resolved”', 'Undo: Set Ship exception: open', t('proposal.approve')],
  'undone-after-end': [t('undo.count', { count: 1 }), t('undo.undone', { name: 'Sample Rep' })],
  'not-allowed': [
    'You may not do this in Zendesk: Your role may not assign tickets to other groups. Ask a colleague who may.',
  ],
  'gate-of-nobody': [t('gate.nobody', { role: 'Team lead' })],
  judgement: [
    t('judgement.kind-by', { role: 'Tier 1' }),
    'Does the photo show the damage the customer describes?',
  ],
  question: [
    t('question.title', { condition: 'legal threat' }),
    'When legal threat: escalate to Legal because "the customer mentions a lawyer".',
  ],
  'missing-facts': [
    'It cannot be decided whether order value < $200 and prior chargebacks = 0',
    t('missing.give'),
    t('missing.read-again'),
  ],
  'missing-list': ['orders in dispute', t('facts-form.none')],
  'failed-without-answer': [
    'It did not work, and the SOP does not say what follows: full refund: Your card does not support this type of refund.',
  ],
  extract: [t('extract.title'), t('extract.assistant-off')],
  'assistant-reads': ['Reading the message: damage kind, legal threat, and wished amount…'],
  hold: [t('hold.hold', { left: '3 hr 12 min' }), 'until Nov 20, 2026, 11:17 AM', t('hold.go-on')],
  'hold-until': [t('hold.until', { condition: 'photo attached' }), t('missing.read-again')],
  'customer-answer': [t('customer-answer.title'), 'asked 1h ago', 'Please send us a photo of the damage.'],
  manual: [t('manual.kind'), 'Call the carrier if the customer asks for it.'],
  'system-down': ['EasyPost does not answer: The time limit of 10 s is over.'],
  'fact-failed': ['EasyPost: no answer (EasyPost answered 503)', 'Request req_7Hd2LmQx0aVc'],
  'system-left-alone': [
    'EasyPost has stopped answering. It is left alone until 8:05:30 AM; read again after that.',
    'EasyPost: no answer',
  ],
  done: ['Closed as “resolved”', 'Look in Stripe', 'Sample Rep, 8:04 AM, edited', t('footer.run-again')],
  escalated: ['Escalated to Legal: the customer mentions a lawyer'],
  stopped: ['Stopped by Sample Rep: the customer called'],
  'ended-failed': ['Failed: the answer could not be read (The stored run does not fit its SOP)'],
  cancelled: ['Cancelled: another SOP was chosen'],
  'ticket-closed': [t('notice.ticket-closed'), t('obstacle.ticket-closed')],
  'light-agent': [t('notice.may-not-change'), t('obstacle.may-not-change')],
  offline: [t('notice.offline'), t('obstacle.offline')],
  'settings-broken': [
    t('notice.settings-broken', { count: 2 }),
    'Which SOP for which ticket, line 3:',
    'Did you mean “ticket form”?',
    '“a lot” is not a number.',
    t('notice.unusable-hash-differs', { sop: 'damaged-item', version: 3 }),
  ],
  notices: [
    t('notice.not-saved', { reason: 'Zendesk answered 503.' }),
    t('notice.not-done', { reason: 'The run was changed meanwhile.' }),
    'Also open here: Another Rep and Third Rep.',
    t('notice.assistant-failing', { reason: 'The model answered 529.' }),
    t('notice.other-version', { running: 5, published: 6 }),
    t('notice.version-withdrawn', { running: 5 }),
    t('notice.kept-in-browser'),
    t('notice.kept-in-memory'),
    t('notice.assistant-off'),
  ],
  hostile: ['Late parcel <img src=x onerror=alert(1)>'],
};

describe('every state says what it is', () => {
  test.each(Object.entries(sentences))('%s', async (name, expected) => {
    const { container } = showSidebar(states[name as StateName]);
    await waitFor(() => {
      const text = plain(container.textContent);
      for (const sentence of expected) expect(text).toContain(plain(sentence));
    });
  });
});

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
