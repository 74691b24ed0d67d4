import type { SettingsSource } from '../../app/ports/settings.ts';
import type { ZafClient } from './zaf-client.ts';

/** The app settings that Zendesk gave the iframe when it was opened. Secure ones are never among them. */
export function createZendeskSettings(
  client: Pick<ZafClient, 'metadata'>,
  allowedHosts?: readonly string[],
): SettingsSource {
  return {
    allowedHosts,
    read: async () => {
      const { settings } = await client.metadata();
      return Object.fromEntries(
        Object.entries(settings).flatMap(([name, value]) => (isPlain(value) ? [[name, value]] : [])),
      );
    },
  };
}

const isPlain = (value: unknown): value is string | boolean | number | null =>
  value === null || ['string', 'boolean', 'number'].includes(typeof value);
