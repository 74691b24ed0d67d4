const parts = [
  () => import('../garden/action-menu.tsx'),
  () => import('./proposal/edit-form.tsx'),
  () => import('./proposal/reject-form.tsx'),
  () => import('./run/approve-all-panel.tsx'),
  () => import('./run/choose-other.tsx'),
  () => import('./run/help-panel.tsx'),
  () => import('./run/take-over-panel.tsx'),
  () => import('./systems/systems-panel.tsx'),
  () => import('./waiting/ask-form.tsx'),
  () => import('./waiting/fact-form.tsx'),
  () => import('./waiting/manual-step.tsx'),
  () => import('./waiting/refusal-form.tsx'),
];

/**
 * Loads what the first load leaves out, so that an edit or a refusal needs no network any more. A part that does not come is
 * asked for again when it is needed.
 */
export async function preloadParts(): Promise<void> {
  await Promise.allSettled(parts.map((load) => load()));
}

/** Does that once the page has come to rest; the returned function gives it up. */
export function preloadLater(): () => void {
  const timer = setTimeout(() => void preloadParts(), 1500);
  return () => clearTimeout(timer);
}
