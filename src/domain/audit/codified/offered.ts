import type { Span } from '../../facts/problem.ts';
import type { OfferedSystem } from '../../sop/catalogue.ts';

/** The systems of the catalogue by name. */
export type OfferedSystems = ReadonlyMap<string, OfferedSystem>;

/** What an SOP speaks of and its system does not have, in a sentence. */
export type NotOffered = Span & { readonly message: string };
