import { describe, expect, it } from 'vitest';
import { createEasyPostWorld } from './sample-easypost.ts';

const livePage = JSON.stringify({ trackers: [{ mode: 'production' }], has_more: false });

describe('whether EasyPost is connected', () => {
  it('says so, and that the key is one for tests', async () => {
    const { easypost, sent } = createEasyPostWorld();
    expect(await easypost.check()).toEqual({ system: 'easypost', is: 'connected', mode: 'test' });
    expect(sent()).toEqual(['GET /v2/trackers']);
  });

  it('says that the key is one for real parcels', async () => {
    const { easypost, zaf } = createEasyPostWorld();
    zaf.faults.inject('easypost', { fault: { is: 'status', status: 200, body: livePage } });
    expect(await easypost.check()).toEqual({ system: 'easypost', is: 'connected', mode: 'live' });
  });

  it('does not know the mode of an account without parcels', async () => {
    const { easypost } = createEasyPostWorld({ trackers: [] });
    expect(await easypost.check()).toEqual({ system: 'easypost', is: 'connected' });
  });

  it('names the setting of a wrong key', async () => {
    const { easypost } = createEasyPostWorld({}, { keys: { easypost_key: 'EZTK_other' } });
    const check = await easypost.check();
    expect(check).toMatchObject({ is: 'failing', failure: { code: 'misconfigured', status: 401 } });
    expect(check.is === 'failing' && check.failure.reason).toContain('easypost_key');
  });

  it.each([
    ['is down', { is: 'status', status: 503 }, 'unavailable'],
    ['answers with a page', { is: 'garbage' }, 'unreadable'],
    ['answers with something else', { is: 'status', status: 200, body: '{"ok":true}' }, 'unreadable'],
  ] as const)('says that it %s', async (_, fault, code) => {
    const { easypost, zaf, settled } = createEasyPostWorld();
    zaf.faults.inject('easypost', { fault });
    expect(await settled(easypost.check())).toMatchObject({ is: 'failing', failure: { code } });
  });
});
