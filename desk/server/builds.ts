import { join } from 'node:path';
import { packageHosts } from '../../scripts/vite/package-hosts.ts';
import { DEPOT_HOST } from '../fakes/custom-api/depot-fake.ts';
import { SALESFORCE_HOST } from '../world/crm.ts';
import { buildOnce } from './build.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What every build depends on. */
const COMMON = ['package-lock.json', 'vite.config.ts', 'scripts/vite'];

/**
 * Builds the app as it ships, except that it accepts localhost as its host: `__SIGNOFF_DESK__` is true here and nowhere else.
 * @returns the folder in the shape of Zendesk's package
 */
export function buildApp(): Promise<string> {
  return buildOnce({
    name: 'app',
    sources: [
      ...COMMON,
      'src',
      'sops',
      'iframe.html',
      'translations',
      'assets',
      'manifest.json',
      'requirements.json',
    ],
    async build(outDir) {
      const { build } = await import('vite');
      await build({
        root: ROOT,
        configFile: join(ROOT, 'vite.config.ts'),
        mode: 'desk',
        logLevel: 'warn',
        define: {
          __SIGNOFF_DESK__: 'true',
          __SIGNOFF_HOSTS__: JSON.stringify([...packageHosts(), SALESFORCE_HOST, DEPOT_HOST]),
        },
        build: { outDir: join(outDir, 'assets'), emptyOutDir: true },
      });
    },
  });
}

/** Builds the page of the workspace. */
export function buildHost(): Promise<string> {
  return buildPage({
    name: 'host',
    root: 'desk/host',
    page: 'index.html',
    sources: ['desk/zaf', 'desk/proxy', 'desk/faults.ts', 'desk/wire.ts', 'desk/request-log.ts'],
  });
}

/** A small app that the tests of the protocol put in the place of Signoff. */
export function buildTestApp(): Promise<string> {
  return buildPage({ name: 'test-app', root: 'test/e2e/sdk-page', page: 'iframe.html', sources: [] });
}

type Page = {
  readonly name: string;
  readonly root: string;
  readonly page: string;
  readonly sources: readonly string[];
};

function buildPage({ name, root, page, sources }: Page): Promise<string> {
  return buildOnce({
    name,
    sources: [...COMMON, root, ...sources],
    async build(outDir) {
      const [{ build }, { default: react }] = await Promise.all([
        import('vite'),
        import('@vitejs/plugin-react'),
      ]);
      await build({
        root: join(ROOT, root),
        base: './',
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        plugins: [react()],
        build: {
          outDir: join(outDir, 'assets'),
          emptyOutDir: true,
          assetsDir: '.',
          modulePreload: { polyfill: false },
          rolldownOptions: { input: join(ROOT, root, page) },
        },
      });
    },
  });
}
