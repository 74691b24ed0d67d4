import { expect, test } from 'vitest';
import { formChanges, rebase, updateOf, type TicketForm } from '../../desk/zaf/ticket-form.ts';
import { textOfHtml } from '../../desk/zaf/composer.ts';

const saved: TicketForm = {
  subject: 'Where is it?',
  status: 'open',
  priority: 'normal',
  type: null,
  tags: ['late_parcel'],
  formId: 1,
  brandId: 2,
  groupId: 3,
  assigneeId: 4,
  externalId: null,
  customFields: { 7: 'reported', 8: null },
};

test('what was saved meanwhile comes under the unsaved edits', () => {
  const edited = { ...saved, priority: 'high', customFields: { ...saved.customFields, 8: 'mine' } };
  const meanwhile = {
    ...saved,
    priority: 'low',
    status: 'pending',
    customFields: { 7: 'resolved', 8: 'theirs' },
  };
  expect(rebase(edited, saved, meanwhile)).toEqual({
    ...meanwhile,
    priority: 'high',
    customFields: { 7: 'resolved', 8: 'mine' },
  });
});

test('changes are named as the app framework names them', () => {
  const after = { ...saved, status: 'solved', customFields: { ...saved.customFields, 7: 'resolved' } };
  expect(formChanges(saved, after)).toEqual([
    { property: 'ticket.status', before: 'open', after: 'solved' },
    { property: 'ticket.custom_field_7', before: 'reported', after: 'resolved' },
  ]);
});

test('an update holds what differs and nothing else', () => {
  expect(updateOf(saved, saved)).toEqual({});
  expect(updateOf(saved, { ...saved, groupId: 9, customFields: { ...saved.customFields, 8: 'x' } })).toEqual({
    group_id: 9,
    custom_fields: [{ id: 8, value: 'x' }],
  });
});

test('HTML becomes the words of it', () => {
  expect(textOfHtml('<p>Hello&nbsp;<b>you</b> &amp; all</p><ul><li>one</li><li>two</li></ul>')).toBe(
    'Hello you & all\n- one\n- two',
  );
  expect(textOfHtml('a<br>b &lt;script&gt;')).toBe('a\nb <script>');
});
