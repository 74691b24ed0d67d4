import type { Actions } from './ports/actions.ts';
import type { Assistant } from './ports/assistant.ts';
import type { Clock, Hasher, Ids } from './ports/clock.ts';
import type { BrowserLock, Ledger } from './ports/ledger.ts';
import type { Library } from './ports/library.ts';
import type { Records } from './ports/records.ts';
import type { SettingsSource } from './ports/settings.ts';
import type { Systems } from './ports/systems.ts';
import type { TicketDesk } from './ports/ticket-desk.ts';

/** Everything that the use cases need from the world. */
export type AppPorts = {
  readonly desk: TicketDesk;
  readonly settings: SettingsSource;
  readonly library: Library;
  readonly records: Records;
  readonly actions: Actions;
  readonly systems: Systems;
  readonly assistant: Assistant;
  readonly ledger: Ledger;
  readonly lock: BrowserLock;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hasher: Hasher;
};
