/** What the page tells: milliseconds from `app.registered` to the frame that shows the button, and the time of that frame. */
export type PlanShown = { readonly milliseconds: number; readonly at: number };

/** The name under which the page finds the bench. */
export const TELL_BENCH = 'tellSignoffBench';

/**
 * Runs in every frame before its own scripts. Notes when Zendesk's `app.registered` arrives and when the first button can be seen and
 * pressed whose name begins with “Approve” and holds `amount`; tells the bench once that frame is painted. It must use nothing from outside.
 */
export function watchForPlan({ amount, tell }: { readonly amount: string; readonly tell: string }): void {
  let registered: number | undefined;
  let isFound = false;

  window.addEventListener('message', ({ data }) => {
    if (typeof data === 'string' && data.includes('"zaf.app.registered"')) registered ??= performance.now();
  });

  const isOffered = (button: HTMLButtonElement): boolean => {
    const name = button.getAttribute('aria-label') ?? button.textContent ?? '';
    const isEnabled = !button.disabled && button.getAttribute('aria-disabled') !== 'true';
    return name.startsWith('Approve') && name.includes(amount) && isEnabled && button.checkVisibility();
  };

  const tellBench = (began: number): void => {
    const now = performance.now();
    const bench: unknown = Reflect.get(window, tell);
    if (typeof bench === 'function')
      Reflect.apply(bench, window, [{ milliseconds: now - began, at: performance.timeOrigin + now }]);
  };

  const observer = new MutationObserver(() => {
    if (isFound || registered === undefined || ![...document.querySelectorAll('button')].some(isOffered))
      return;
    isFound = true;
    observer.disconnect();
    const began = registered;
    // A message is handled after the frame that it was posted in has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => tellBench(began), { once: true });
    port1.start();
    requestAnimationFrame(() => port2.postMessage(undefined));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}
