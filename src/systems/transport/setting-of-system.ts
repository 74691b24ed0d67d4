import { guideOf } from './system-guide.ts';
import type { SystemName } from './transport.ts';

/** The app setting that connects a system; systems that an admin has described all stand in `custom_apis`. */
export function settingOfSystem(system: SystemName): string | undefined {
  return guideOf(system).setting;
}

/** How people call a system; one that an admin has described by the name that it was given. */
export function nameOfSystem(system: SystemName): string {
  return guideOf(system).name;
}
