import type { Region, Space } from '../../regions/space.ts';
import { bearingTurns, type Bearing } from './bearing-turns.ts';
import type { Flow } from './flow.ts';
import type { Fork } from './fork.ts';
import type { Path } from './path.ts';
import { PathRegions } from './path-regions.ts';

/** What stands elsewhere in the document and bears on the conditions of a fork. */
export type Context = Bearing & { readonly paths: readonly Path[] };

const none: Context = { turns: new Set(), conditions: new Set(), paths: [] };
const mostPaths = 50;

/**
 * What bears on a fork on these paths to it. Nothing where the work that a document may cause is used up: then the fork is looked
 * at by itself.
 */
export function contextOf(flow: Flow, fork: Fork, paths: readonly Path[]): Context {
  if (flow.contextLeft <= 0 || paths.length > mostPaths) return none;
  const bearing = bearingTurns(paths, fork.facts);
  flow.contextLeft -= bearing.conditions.size;
  return flow.contextLeft < 0 || bearing.turns.size === 0 ? none : { ...bearing, paths };
}

/** Where a run comes along the paths of a context, as far as it bears on the fork. */
export function contextRegion(space: Space, { paths, turns }: Context): Region {
  if (paths.length === 0) return space.everything;
  const reader = new PathRegions(space, { turns, perhaps: 'everything', stopped: 'everything' });
  return paths.reduce((region, path) => space.union(region, reader.regionOf(path)), space.nothing);
}
