import type { Desk } from '../desk.ts';
import type { StartedDesk } from './start-desk.ts';

/** What `npm start` prints: where the desk is, and what to try. The first line is read by scripts. */
export function welcome(desk: Desk, { url, appOrigin }: StartedDesk): string {
  return [
    `Signoff desk: ${url}`,
    '',
    `  ${url}/?ticket=4512   a lost parcel of $142.10: approve all`,
    `  ${url}/?ticket=4513   exactly $200: the team lead has to decide`,
    `  ${url}/?ticket=4524   a message that gives orders to the machine`,
    '',
    `  The app is served from ${appOrigin}. Everything works without a network.`,
    `  Outside systems: ${systemsLine(desk)}.`,
    `  Contract checks: ${desk.contract === undefined ? 'off, ../shared/contract is not here' : 'on, every request is compared with the vendors’ specifications'}.`,
    '  Stop with Ctrl+C.',
  ].join('\n');
}

function systemsLine({ realServices }: Desk): string {
  if (realServices.length === 0) return 'all are stand-ins (keys in .env make them real: see .env.example)';
  return `${realServices.map(({ system }) => system).join(', ')} for real, by the keys in .env; all others are stand-ins`;
}
