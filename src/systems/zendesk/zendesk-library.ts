import type { Hasher } from '../../app/ports/clock.ts';
import type { Library, LibraryContents, PublishedSop, UnusableSop } from '../../app/ports/library.ts';
import { errorAt } from '../../domain/facts/found-problem.ts';
import type { Problem } from '../../domain/facts/problem.ts';
import type { SopReference } from '../../domain/run/events.ts';
import { isRunnable, parseSop } from '../../domain/sop/parse-sop.ts';
import type { KeyValueStore } from '../memory/key-value-store.ts';
import type { Transport } from '../transport/transport.ts';
import { createSopTexts, type FoundText } from './sop-texts.ts';

export type ZendeskLibraryOptions = {
  /** The versions that an admin has published, as the settings name them. Read anew each time: settings change. */
  readonly published: () => Promise<readonly SopReference[]>;
  /** The starter library, which comes with the app: it costs no request. */
  readonly bundled: readonly string[];
  readonly store: KeyValueStore;
  readonly transport: Transport;
  readonly hasher: Hasher;
};

/**
 * The SOPs that may run: those whose text has exactly the hash that the admin-only settings name. A text is looked for among the bundled
 * ones, then in this browser, then in Zendesk, where most agents could change it; so wherever it comes from, it counts by its hash.
 */
export function createZendeskLibrary(options: ZendeskLibraryOptions): Library {
  const texts = createSopTexts(options);
  return {
    published: async () => {
      const references = await options.published();
      const found = await texts.find(references);
      return contentsOf(references.map((reference) => judge(reference, found.get(reference.hash))));
    },
    version: async (reference) => {
      const judged = judge(reference, (await texts.find([reference])).get(reference.hash));
      return 'sop' in judged ? judged : undefined;
    },
  };
}

type Judged = PublishedSop | UnusableSop;

function judge(reference: SopReference, found: FoundText | undefined): Judged {
  const { id, version, hash } = reference;
  if (found?.is !== 'text') return { id, version, because: found?.is ?? 'missing', problems: [] };
  const parsed = parseSop(found.text);
  const { sop } = parsed;
  if (!sop || !isRunnable(parsed)) return { id, version, because: 'has-errors', problems: parsed.problems };
  const named = sop.id === id && sop.version === version;
  return named ? { sop, hash } : { id, version, because: 'has-errors', problems: [misnamed(reference, sop)] };
}

/** The hash is right, and the header says something else: the settings were written for another SOP. */
function misnamed(
  { id, version }: SopReference,
  sop: { readonly id: string; readonly version: number },
): Problem {
  return errorAt(
    { from: 0, to: 0 },
    {
      id: 'header-invalid',
      message: `The settings publish “${id}” version ${version}, and the text with that hash is “${sop.id}” version ${sop.version}.`,
      values: { key: 'sop', value: `${sop.id} ${sop.version}` },
    },
  );
}

function contentsOf(judged: readonly Judged[]): LibraryContents {
  return {
    sops: judged.filter((one): one is PublishedSop => 'sop' in one),
    unusable: judged.filter((one): one is UnusableSop => !('sop' in one)),
  };
}
