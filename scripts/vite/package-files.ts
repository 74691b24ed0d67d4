import { copyFileSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What Zendesk reads beside the app itself, as they are in the repository. */
const AT_THE_ROOT = ['manifest.json', 'requirements.json', 'translations'];

/** Logos, icons and screenshots; Zendesk wants them in `assets/`, where the built app is too. */
const PICTURES = /\.(png|svg)$/;

/**
 * Completes the build to the folder that Zendesk's package has: the app is built into `<package>/assets`, this
 * plugin copies manifest, requirements and translations into `<package>` and the pictures beside the app.
 */
export function packageFiles(): Plugin {
  let root = '';
  let assets = '';
  return {
    name: 'signoff:package-files',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      assets = join(root, config.build.outDir);
    },
    writeBundle() {
      for (const name of AT_THE_ROOT) copy(join(root, name), join(dirname(assets), name));
      for (const name of readdirSync(join(root, 'assets'))) {
        if (PICTURES.test(name)) copy(join(root, 'assets', name), join(assets, name));
      }
    },
  };
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(from).isDirectory()) cpSync(from, to, { recursive: true });
  else copyFileSync(from, to);
}
