import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';

const STRAY: readonly (readonly [form: RegExp, why: string])[] = [
  [/(^|\/)zcli\.apps\.config\.json$/, 'holds the settings of a test installation, secrets in clear'],
  [/\.map$/, 'is a source map'],
  [/(^|\/)\.env(\.|$)/, 'holds secrets of this machine'],
];

/** Rule 15 of the package check: no symbolic links. */
export function checkLinks({ links }: AppPackage): readonly Finding[] {
  return links.map((path) =>
    error('link', `${path} is a symbolic link, which Zendesk refuses. Copy the file.`),
  );
}

/** Our own rule: files that must not leave the machine or be published. */
export function checkStrayFiles({ files }: AppPackage): readonly Finding[] {
  return [...files.keys()].flatMap((path) =>
    STRAY.filter(([form]) => form.test(path)).map(([, why]) =>
      error('stray-file', `${path} ${why}: leave it out.`),
    ),
  );
}
