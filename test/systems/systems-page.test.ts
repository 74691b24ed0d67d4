import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeSystemsPage } from '../../scripts/systems-page/write-systems-page.ts';
import { declaredSystems, offeredSystems } from '../../src/systems/offered-systems.ts';
import { settingOfSystem } from '../../src/systems/transport/setting-of-system.ts';

const page = readFileSync(new URL('../../docs/systems.md', import.meta.url), 'utf8');

describe('the page about the systems', () => {
  // After a change of what a system offers: npx node scripts/systems-page.ts
  it('says what the code says', async () => {
    expect(await writeSystemsPage(page)).toBe(page);
  });

  it('has every fact and every action by its name', () => {
    for (const { name, facts, actions } of declaredSystems) {
      for (const { record, field } of facts)
        expect(page).toMatch(new RegExp(`^- \`${name}\\.${record}\` — .*\`${field}\``, 'm'));
      for (const { operation } of actions) expect(page).toContain(`#### \`${operation}\``);
    }
    expect(offeredSystems.map(({ name }) => name)).toEqual(declaredSystems.map(({ name }) => name));
  });

  it.each(['## Retry table', '## Doing a thing once', '## How each system is connected'])(
    'has the section that is referred to: %s',
    (heading) => {
      expect(page).toContain(`\n${heading}\n`);
    },
  );

  it('names the setting of every system', () => {
    const settings = declaredSystems.map(({ name }) => settingOfSystem(name));
    expect(settings.filter((setting) => setting !== undefined && !page.includes(`\`${setting}\``))).toEqual(
      [],
    );
  });

  it('cannot be written without the marks of its parts', async () => {
    await expect(writeSystemsPage('# Systems\n')).rejects.toThrow('Cannot write the retry table');
  });
});
