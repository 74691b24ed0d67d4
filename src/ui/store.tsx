import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { SidebarCommand } from '../app/sidebar-command.ts';
import type { SidebarStore, SidebarView } from '../app/sidebar-view.ts';

const StoreContext = createContext<SidebarStore | undefined>(undefined);

type StoreProviderProps = { readonly store: SidebarStore; readonly children: ReactNode };

/** Gives the one store to everything below it. */
export function StoreProvider({ store, children }: StoreProviderProps) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** A part of the view; draws again when that part is another one. `select` must give the same object for the same view. */
export function useView<Part>(select: (view: SidebarView) => Part): Part {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** Sends what a person wants to the application. */
export function useSend(): (command: SidebarCommand) => void {
  return useStore().send;
}

function useStore(): SidebarStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('Cannot read the sidebar outside StoreProvider: wrap the tree in it.');
  return store;
}
