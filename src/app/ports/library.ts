import type { Sop } from '../../domain/sop/document.ts';
import type { Problem } from '../../domain/facts/problem.ts';

/** A version of an SOP whose text has the hash that the admin-only settings name. */
export type PublishedSop = { readonly sop: Sop; readonly hash: string };

/** Why a version that the settings name is not offered. */
export type UnusableSop = {
  readonly id: string;
  readonly version: number;
  readonly because: 'missing' | 'hash-differs' | 'has-errors' | 'unavailable';
  readonly problems: readonly Problem[];
};

export type LibraryContents = {
  readonly sops: readonly PublishedSop[];
  readonly unusable: readonly UnusableSop[];
};

/** The SOPs that may run. A text whose hash is not pinned in the settings is never among them. */
export interface Library {
  published(): Promise<LibraryContents>;
  /** The version that a run started with, wherever it is still kept. */
  version(reference: { id: string; version: number; hash: string }): Promise<PublishedSop | undefined>;
}
