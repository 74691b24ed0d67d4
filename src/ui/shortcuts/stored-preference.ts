const name = 'signoff.shortcuts';

/** Whether this person wants single-key shortcuts; on unless switched off. A browser may refuse storage in a third-party frame. */
export function readShortcutsOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers the choice on this device; where the browser refuses that, it holds until the page is closed. */
export function writeShortcutsOn(isOn: boolean): void {
  try {
    localStorage.setItem(name, isOn ? 'on' : 'off');
  } catch {
    // The choice still holds for this page.
  }
}
