/** What the page around the app says about itself. */
export interface Surroundings {
  colorScheme(): 'light' | 'dark';
  /** False while the browser knows that it has no connection. */
  isOnline(): boolean;
  /** Calls back after a change; the returned function ends that. */
  onChanged(callback: () => void): () => void;
}
