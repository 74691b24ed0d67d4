import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDesk } from './desk.ts';
import { realServicesOf } from './real-services.ts';
import { buildApp, buildHost, buildTestApp } from './server/builds.ts';
import { startDesk } from './server/start-desk.ts';
import { welcome } from './server/welcome.ts';

// `npm start`: a local Zendesk with Signoff in it.

const DEFAULT_PORT = 4174;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? String(DEFAULT_PORT) },
    'app-port': { type: 'string' },
    /** `test` puts the small app of the protocol's tests in the place of Signoff. */
    app: { type: 'string', default: 'signoff' },
    /** Where the keys of real services are. */
    env: { type: 'string', default: join(import.meta.dirname, '..', '.env') },
    /** Never reads keys: every system is a stand-in. */
    'fakes-only': { type: 'boolean', default: false },
  },
});

try {
  const [host, app] = await Promise.all([buildHost(), values.app === 'test' ? buildTestApp() : buildApp()]);
  const realServices = values['fakes-only'] ? [] : realServicesOf(values.env);
  const desk = await createDesk({ now: () => new Date().toISOString(), realServices });
  const appPort = values['app-port'] === undefined ? undefined : Number(values['app-port']);
  const started = await startDesk({ desk, host, app, port: Number(values.port), appPort });
  console.log(welcome(desk, started));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
