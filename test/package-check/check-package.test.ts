import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAppPackage } from '../../scripts/package-check/app-package.ts';
import { checkPackage } from '../../scripts/package-check/check-package.ts';
import { goodDraft, packageOf } from './good-package.ts';

describe('the package check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signoff-package-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('finds nothing in a good package', () => {
    expect(checkPackage(packageOf(goodDraft()))).toEqual([]);
  });

  test('says which folder should have been zipped', () => {
    const { files, links } = packageOf(goodDraft());
    const nested = new Map([...files].map(([path, content]) => [`signoff/${path}`, content]));
    expect(checkPackage({ files: nested, links })[0]).toMatchObject({
      level: 'error',
      rule: 'manifest.nested',
    });
  });

  test('says that there is no manifest', () => {
    expect(checkPackage({ files: new Map(), links: [] })[0]).toMatchObject({ rule: 'manifest.missing' });
  });

  test('leaves out what depends on a manifest with errors', () => {
    const draft = goodDraft();
    draft.manifest['version'] = 1;
    draft.translations = {};
    const rules = checkPackage(packageOf(draft)).map(({ rule }) => rule);
    expect(rules).toContain('manifest.string');
    expect(rules).not.toContain('translation.required');
  });

  test('reads a folder with dotfiles and links, without tmp', () => {
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, 'tmp'));
    writeFileSync(join(folder, 'tmp', 'app.zip'), '');
    writeFileSync(join(folder, 'assets', 'app.js'), 'app');
    writeFileSync(join(folder, '.zcliignore'), '');
    symlinkSync('assets/app.js', join(folder, 'link.js'));
    const { files, links } = readAppPackage(folder);
    expect([...files.keys()].toSorted()).toEqual(['.zcliignore', 'assets/app.js']);
    expect(files.get('assets/app.js')?.toString()).toBe('app');
    expect(links).toEqual(['link.js']);
  });
});
