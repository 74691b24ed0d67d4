import { expect, test } from 'vitest';
import { auditMark } from '../../../src/systems/zendesk/audit-mark.ts';
import { createZendeskSettings } from '../../../src/systems/zendesk/zendesk-settings.ts';
import { approvalOf, zendeskWorld } from './zendesk-world.ts';

test('the settings are what Zendesk gave the page, without secrets and without anything else than plain values', async () => {
  const { client } = zendeskWorld();
  expect(await createZendeskSettings(client).read()).toEqual({
    teams: 'Tier 2 = group 360001',
    published: '{}',
  });
  const odd = {
    metadata: () =>
      Promise.resolve({
        appId: 1,
        installationId: '77',
        settings: { a: 'x', b: true, c: 6, d: null, e: { f: 1 } },
      }),
  };
  expect(await createZendeskSettings(odd).read()).toEqual({ a: 'x', b: true, c: 6, d: null });
});

test('the mark of an approval stays below a kilobyte, however long the command', () => {
  const verified = approvalOf('zendesk.add_note', {}, { ids: { ticket: '12' }, name: '#12' });
  const command = `3.1>1.1/propose:${'荷物が遅れています'.repeat(40)}#0`;
  const approval = { ...verified.approval, command };
  const mark = auditMark({ ...verified, approval, key: 'k'.repeat(255) });
  expect(new TextEncoder().encode(JSON.stringify(mark)).length).toBeLessThan(1024);
});
