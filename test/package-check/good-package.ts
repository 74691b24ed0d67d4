import type { AppPackage } from '../../scripts/package-check/app-package.ts';
import type { JsonObject } from '../../scripts/package-check/json/json-object.ts';

/** A package as tests change it: JSON files as objects, everything else as text or bytes. */
export type Draft = {
  manifest: Record<string, unknown>;
  translations: Record<string, unknown>;
  requirements: Record<string, unknown>;
  files: Map<string, string | Buffer>;
  links: string[];
};

/** A package that no rule objects to. Each call gives a fresh one, so that a test may break it. */
export function goodDraft(): Draft {
  return {
    manifest: {
      author: { name: 'Signoff', email: 'support@signoff.example', url: 'https://signoff.example' },
      defaultLocale: 'en',
      private: true,
      version: '0.1.0',
      frameworkVersion: '2.0',
      location: { support: { ticket_sidebar: { url: 'assets/iframe.html', flexible: true } } },
      parameters: [
        { name: 'teams', type: 'multiline' },
        { name: 'stripe_key', type: 'text', secure: true, scopes: ['header'] },
      ],
      domainWhitelist: ['api.stripe.com'],
    },
    translations: {
      app: {
        name: 'Signoff',
        short_description: 'Short',
        long_description: 'Long',
        installation_instructions: 'Install',
        parameters: {
          teams: { label: 'Teams', helpText: 'Who is who' },
          stripe_key: { label: 'Stripe key', helpText: 'A restricted one' },
        },
      },
    },
    requirements: {
      custom_objects_v2: {
        objects: [{ key: 'run', title: 'Run', title_pluralized: 'Runs', include_in_list_view: false }],
        object_fields: [{ key: 'status', title: 'Status', type: 'text', object_key: 'run' }],
        object_triggers: [],
      },
    },
    files: new Map<string, string | Buffer>([
      ['assets/iframe.html', '<!doctype html><script src="./app.js"></script>'],
      ['assets/app.js', 'fetch("https://api.stripe.com/v1/refunds", { key: "{{setting.stripe_key}}" })'],
      ['assets/logo.png', png(320, 320)],
      ['assets/logo-small.png', png(128, 128)],
      ['assets/icon_nav_bar.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M 0 0"></path></svg>'],
    ]),
    links: [],
  };
}

/** The package that a draft describes. A file written into `files` by its own name wins over the object. */
export function packageOf({ manifest, translations, requirements, files, links }: Draft): AppPackage {
  const all = new Map<string, Buffer>([
    ['manifest.json', json(manifest)],
    ['translations/en.json', json(translations)],
    ['requirements.json', json(requirements)],
  ]);
  for (const [path, content] of files) all.set(path, Buffer.from(content as string));
  return { files: all, links };
}

/** The head of a PNG of a size; the rules read no further. */
export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}

const json = (value: JsonObject): Buffer => Buffer.from(JSON.stringify(value));
