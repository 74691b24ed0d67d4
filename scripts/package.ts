import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readAppPackage } from './package-check/app-package.ts';
import { checkPackage } from './package-check/check-package.ts';
import { reportFindings } from './package-check/report.ts';
import { allowHosts } from './packaging/allow-hosts.ts';
import { customerHosts, type CustomerHosts } from './packaging/customer-hosts.ts';
import { zipPackage } from './packaging/zip-package.ts';
import { runProgram } from './run-program.ts';

// `npm run package -- [--shop my-shop.myshopify.com] [--salesforce my-domain]`: builds, checks and zips the app.

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const ZIP = join(ROOT, 'signoff.zip');

try {
  await packageApp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function packageApp(): Promise<void> {
  rmSync(ZIP, { force: true });
  const hosts = customerHosts(readArguments());
  rmSync(DIST, { recursive: true, force: true });
  if ((await runProgram('vite', ['build'])) !== 0)
    throw new Error('Cannot package: the build failed, see above.');
  allowHosts(join(DIST, 'manifest.json'), hosts);
  const app = readAppPackage(DIST);
  if (!reportFindings(checkPackage(app)))
    throw new Error('Cannot package: Zendesk would refuse it, see above.');
  const zip = zipPackage(app);
  writeFileSync(ZIP, zip);
  console.log(
    `${relative(process.cwd(), ZIP)}: ${(zip.length / 1000).toFixed(0)} kB, ready for upload in Admin Center.`,
  );
}

/** Without the `--`, npm keeps options to itself, and the package would fail only at the customer's. */
function readArguments(): CustomerHosts {
  const options = { shop: { type: 'string' }, salesforce: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const wasKept = 'npm_config_shop' in process.env || 'npm_config_salesforce' in process.env;
  if (positionals.length > 0 || wasKept) {
    throw new Error(
      'Cannot read the options. Write two dashes before them: npm run package -- --shop my-shop.myshopify.com',
    );
  }
  return values;
}
