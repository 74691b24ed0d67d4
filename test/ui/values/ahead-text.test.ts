import { expect, test } from 'vitest';
import type { Command } from '../../../src/domain/run/commands.ts';
import { english } from '../../../src/ui/i18n/messages.ts';
import { createWords } from '../../../src/ui/i18n/words.ts';
import { aheadText } from '../../../src/ui/values/ahead-text.ts';

const words = createWords({ messages: english, locale: 'en-US', timeZone: 'UTC' });
const place = { id: '4.1', span: { from: 0, to: 1 }, cites: [], step: 4 };

const commands: readonly (readonly [Command, string])[] = [
  [{ ...place, kind: 'gate', role: 'Team lead', question: 'Refund?' }, 'Team lead decides — Refund?'],
  [{ ...place, kind: 'gate', role: 'Team lead', question: undefined }, 'Team lead decides'],
  [
    { ...place, kind: 'gate', role: 'Team lead', question: undefined, notBy: [] },
    'Team lead, another person, decides',
  ],
  [
    { ...place, kind: 'judge', role: undefined, question: 'Is it broken?' },
    'somebody decides — Is it broken?',
  ],
  [{ ...place, kind: 'manual', text: 'Call the carrier.' }, 'manual step — Call the carrier.'],
  [
    {
      ...place,
      kind: 'missing',
      missing: ['order value', 'carrier status'],
      because: 'unknown-condition',
      about: 'x',
    },
    'waits for order value and carrier status',
  ],
  [
    { ...place, kind: 'missing', missing: [], because: 'undecided-table', about: 'remedy' },
    'waits for a decision on remedy',
  ],
  [{ ...place, kind: 'wait', because: 'hold', until: { is: 'time', seconds: '14400' } }, 'waits for 4 hours'],
  [
    {
      ...place,
      kind: 'wait',
      because: 'hold',
      until: { is: 'condition', condition: 'photo attached', facts: [] },
    },
    'waits until photo attached',
  ],
  [{ ...place, kind: 'wait', because: 'answer', until: { is: 'answer' } }, "waits for the customer's answer"],
];

test.each(commands)('%o is said as “%s”', (command, text) => {
  expect(aheadText(command, words)).toBe(text);
});
