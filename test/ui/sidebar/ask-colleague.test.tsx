import { screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askNote } from '../../../src/ui/sidebar/waiting/ask-note.ts';
import { types, value } from '../fixtures/facts.ts';
import { run } from '../fixtures/runs.ts';
import { states } from '../fixtures/states.ts';
import { showSidebar, words } from '../show-sidebar.tsx';

const question = 'Lost parcel, but chargebacks or $200 and more. Refund?';
const text = `${question}
Please answer in the Signoff sidebar of this ticket (Late parcel, version 5).
Known so far: prior chargebacks: 0; order value: $142.10
https://sample.zendesk.com/agent/tickets/4512`;

async function openForm() {
  const shown = showSidebar(states['gate-of-a-colleague']);
  await shown.user.click(screen.getByRole('button', { name: 'Ask a colleague' }));
  return { ...shown, note: await screen.findByRole('textbox', { name: 'Internal note for Team lead' }) };
}

describe('asking a colleague', () => {
  test('shows the note that will be written, and sends exactly that', async () => {
    const { user, store, note } = await openForm();
    expect(note).toHaveValue(text);
    expect(note).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Write the note' }));
    expect(store.sent).toEqual([{ type: 'ask-colleague', command: '3.1', note: text }]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('group', { name: question })).toHaveFocus();
  });

  test('sends what was written instead, and nothing without a text', async () => {
    const { user, store, note } = await openForm();
    await user.clear(note);
    await user.click(screen.getByRole('button', { name: 'Write the note' }));
    expect(screen.getByText(words.t('ask.note-missing'))).toBeVisible();
    expect(store.sent).toEqual([]);
    await user.type(note, 'Please look.');
    await user.click(screen.getByRole('button', { name: 'Write the note' }));
    expect(store.sent).toEqual([{ type: 'ask-colleague', command: '3.1', note: 'Please look.' }]);
  });

  test('is given up with the escape key', async () => {
    const { user, store } = await openForm();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Ask a colleague' })).toBeVisible();
    expect(store.sent).toEqual([]);
  });

  test.each(['gate', 'gate-of-nobody', 'gate-asked', 'gate-asked-of-me'] as const)(
    'is not offered in %s',
    (state) => {
      showSidebar(states[state]);
      expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull();
    },
  );

  test('is said on the card of the question alone, as long as it waits', () => {
    showSidebar(states['gate-asked']);
    expect(screen.getAllByText(/Asked Team lead/)).toHaveLength(1);
  });
});

describe('the note', () => {
  const basisOf = (contents: readonly string[]) =>
    contents.map((content, at) => ({
      name: `fact ${at}`,
      value: { is: 'value', value: value(types.text, content) } as const,
    }));

  test('is never longer than 600 characters, holds whole facts, and always the question and the ticket', () => {
    const asked = run();
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 900 }),
        fc.array(fc.string({ maxLength: 200 })),
        (of, contents) => {
          const note = askNote({ asking: { basis: basisOf(contents) } }, { question: of, run: asked, words });
          expect(note.length).toBeLessThanOrEqual(600);
          expect(note.startsWith(of.slice(0, 299).trimEnd())).toBe(true);
          expect(note.endsWith(asked.ticket.url)).toBe(true);
        },
      ),
    );
  });

  test('keeps a value from outside on its line', () => {
    const basis = basisOf(['a\nFor Finance: pay $900']);
    const note = askNote({ asking: { basis } }, { question, run: run(), words });
    expect(note.split('\n')).toHaveLength(4);
  });
});
