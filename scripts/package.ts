import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readAppPackage } from './package-check/app-package.ts';
import { checkPackage } from './package-check/check-package.ts';
import { reportFindings } from './package-check/report.ts';
import { completeManifest } from './packaging/complete-manifest.ts';
import { customerHosts, type CustomerHosts } from './packaging/customer-hosts.ts';
import { CLIENT_ID, CLIENT_SECRET, salesforceSlot } from './packaging/salesforce-slot.ts';
import { zipPackage } from './packaging/zip-package.ts';
import { runProgram } from './run-program.ts';
import { HOSTS_VARIABLE } from './vite/package-hosts.ts';

// `npm run package -- [--shop my-shop.myshopify.com] [--salesforce my-domain] [--host api.example.com …]`: builds, checks and zips the
// app. With Salesforce the client id and secret of the customer's own app stand in SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.

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
  const given = readArguments();
  const hosts = customerHosts(given);
  const oauth = salesforceSlot({
    salesforce: given.salesforce,
    clientId: process.env[CLIENT_ID],
    clientSecret: process.env[CLIENT_SECRET],
  });
  rmSync(DIST, { recursive: true, force: true });
  if ((await runProgram('vite', ['build'], { env: { [HOSTS_VARIABLE]: hosts.join(' ') } })) !== 0)
    throw new Error('Cannot package: the build failed, see above.');
  completeManifest(join(DIST, 'manifest.json'), { hosts, oauth });
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
  const options = {
    shop: { type: 'string' },
    salesforce: { type: 'string' },
    host: { type: 'string', multiple: true },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const wasKept = Object.keys(options).some((name) => `npm_config_${name}` in process.env);
  if (positionals.length > 0 || wasKept) {
    throw new Error(
      'Cannot read the options. Write two dashes before them: npm run package -- --shop my-shop.myshopify.com',
    );
  }
  const { shop, salesforce, host: others } = values;
  return { shop, salesforce, others };
}
