import { describe, expect, test } from 'vitest';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { zendeskWorld } from './zendesk-world.ts';

const operation = 'zendesk.side_conversation';
const mail = { to: 'carrier@carrier.example', subject: 'Parcel S-1001', body: 'Where is it?' };
const isStart = ({ method }: { method: string }) => method === 'POST';

describe('zendesk.side_conversation', () => {
  test('starts one by e-mail, with the mark of the approval', async () => {
    const { execute, state } = zendeskWorld();
    const result = await execute(operation, { ...mail, to: 'a@carrier.example, b@carrier.example' });
    const [one, ...others] = state().sideConversations;
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      subject: 'Parcel S-1001',
      to: ['a@carrier.example', 'b@carrier.example'],
      externalIds: { signoff: `signoff-12-1-${operation}-dddddddd` },
    });
    expect(result).toMatchObject({ is: 'succeeded', reference: one?.id });
  });

  test.each([
    [{ ...mail, to: '' }, 'e-mail address'],
    [{ ...mail, to: 'the carrier' }, 'e-mail address'],
    [{ ...mail, to: 'a@carrier.example, somebody' }, 'e-mail address'],
    [{ ...mail, body: ' ' }, 'write it first'],
  ])('is impossible without somebody to write to, or something to say: %o', async (parameters, words) => {
    expect(await zendeskWorld().prepare(operation, parameters)).toMatchObject({
      is: 'impossible',
      failure: { reason: expect.stringContaining(words) as string },
    });
  });

  test.each([
    [404, 'Collaboration add-on'],
    [403, 'does not let you'],
  ])('says before anybody approves what is missing where Zendesk answers %i', async (status, words) => {
    const { prepare, faults } = zendeskWorld();
    faults.inject('zendesk', {
      fault: { is: 'status', status },
      when: ({ url }) => url.pathname.includes('side_conversations'),
    });
    expect(await prepare(operation, mail)).toMatchObject({
      is: 'impossible',
      failure: { code: 'not-allowed', reason: expect.stringContaining(words) as string },
    });
  });

  test('says it too where the add-on is gone by then, and sends nothing', async () => {
    const { approve, action, context, zendesk } = zendeskWorld({ seed: { ...sampleZendesk } });
    const approval = await approve(operation, mail);
    Object.assign(zendesk.state.seed, { hasSideConversations: false });
    expect(await action(operation).execute(approval, await context())).toMatchObject({
      is: 'failed',
      failure: { code: 'not-allowed', reason: expect.stringContaining('Collaboration add-on') as string },
    });
  });

  test('is not started again with the same key', async () => {
    const { approve, action, context, state, zendesk } = zendeskWorld();
    const other = zendeskWorld({ userId: 3, account: zendesk });
    const approval = await approve(operation, mail);
    const first = await action(operation).execute(approval, await context());
    expect(await other.action(operation).execute(approval, await other.context())).toEqual(first);
    expect(state().sideConversations).toHaveLength(1);
  });

  test.each(['lost-answer', 'garbage', 'truncated', 'silent'] as const)(
    'is unknown after %s, is not repeated, and is found by its mark',
    async (fault) => {
      const { approve, action, context, faults, clock, state, requests } = zendeskWorld();
      const approval = await approve(operation, mail);
      expect(await action(operation).reconcile(approval, await context())).toMatchObject({
        is: 'did-not-happen',
      });
      faults.inject('zendesk', { fault: { is: fault }, when: isStart });
      const result = action(operation).execute(approval, await context());
      await clock.advance(120_000);
      expect(await result).toMatchObject({ is: 'unknown' });
      expect(requests.filter(({ type }) => type === 'POST')).toHaveLength(1);
      expect(await action(operation).reconcile(approval, await context())).toMatchObject({
        is: 'happened',
        result: { reference: state().sideConversations[0]?.id },
      });
    },
  );

  test.each([
    [401, 'failed'],
    [422, 'failed'],
    [500, 'unknown'],
  ])('is not repeated after %i', async (status, is) => {
    const { approve, action, context, faults, clock, requests } = zendeskWorld();
    const approval = await approve(operation, mail);
    faults.inject('zendesk', { fault: { is: 'status', status }, when: isStart });
    const result = action(operation).execute(approval, await context());
    await clock.advance(60_000);
    expect(await result).toMatchObject({ is });
    expect(requests.filter(({ type }) => type === 'POST')).toHaveLength(1);
  });

  test('cannot be told where one of the same subject bears no mark, or where Zendesk lists no more', async () => {
    const { approve, action, context, state, faults } = zendeskWorld();
    const approval = await approve(operation, mail);
    const twin = { id: 'x', subject: mail.subject, to: [mail.to], state: 'open' as const };
    state().sideConversations.push({ ...twin, at: '2026-11-20T09:00:30Z' });
    expect(await action(operation).reconcile(approval, await context())).toMatchObject({ is: 'cannot-tell' });
    state().sideConversations.splice(0, 1, { ...twin, at: '2026-11-01T09:00:00Z' });
    expect(await action(operation).reconcile(approval, await context())).toMatchObject({
      is: 'did-not-happen',
    });
    const more = '{"side_conversations":[],"next_page":"https://sample.zendesk.com/next"}';
    faults.inject('zendesk', { fault: { is: 'status', status: 200, body: more } });
    expect(await action(operation).reconcile(approval, await context())).toMatchObject({ is: 'cannot-tell' });
  });
});
