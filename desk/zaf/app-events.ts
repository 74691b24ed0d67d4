import type { TabEvent } from './ticket-tab.ts';

/** An event as the app framework names it, with its data. */
export type AppEvent = { readonly name: string; readonly data?: unknown };

/** The events that an app may listen to for what happened in a ticket's tab. */
export function appEventsOf(event: TabEvent): readonly AppEvent[] {
  switch (event.is) {
    case 'changed':
      return event.changes.flatMap(({ property, before, after }) => [
        { name: `${property}.changed`, data: after },
        { name: '*.changed', data: { propertyName: property, newValue: after, oldValue: before } },
      ]);
    case 'updated':
      return [{ name: 'ticket.updated', data: {} }];
    case 'submit':
      return [
        {
          name: `ticket.submit.${event.phase}`,
          data: event.reason === undefined ? {} : { error: event.reason },
        },
      ];
  }
}
