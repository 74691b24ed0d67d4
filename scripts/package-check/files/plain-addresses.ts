import type { AppPackage } from '../app-package.ts';
import { textFiles } from '../app-package.ts';
import { warning, type Finding } from '../finding.ts';

/** Rule 21 of the package check: addresses without encryption. W3C's namespaces are addresses that nobody opens. */
export function checkPlainAddresses(app: AppPackage): readonly Finding[] {
  return textFiles(app, 'js', 'jsx', 'htm', 'html').flatMap(([path, text]) => {
    const hosts = [...text.matchAll(/http:\/\/([\w.-]+)/g)].map(([, host]) => host ?? '');
    return hosts.length === 0
      ? []
      : [
          warning(
            'http-address',
            `${path} names addresses without https: ${[...new Set(hosts)].join(', ')}.`,
          ),
        ];
  });
}
