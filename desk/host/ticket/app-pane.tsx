import { useState } from 'react';
import type { AppInstance } from '../../zaf/app-instance.ts';
import type { TicketTab } from '../../zaf/ticket-tab.ts';
import { AppFrame } from './app-frame.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import type { TicketPageProps } from './ticket-page.tsx';

/** Narrowest and widest, in pixels, as in Zendesk's ticket sidebar. */
const NARROWEST = 320;
const WIDEST = 700;

export type AppPaneProps = TicketPageProps & {
  readonly tab: TicketTab;
  readonly instances: Set<AppInstance>;
};

/** The app's sidebar: its iframe, and a second one of the same ticket as if it were open in another browser tab. */
export function AppPane(props: AppPaneProps) {
  const [width, setWidth] = useState(360);
  const [loads, setLoads] = useState(0);
  const [hasSecond, setSecond] = useState(false);
  const toggleSecond = (): void => {
    setSecond(!hasSecond);
    // Two of them fit beside the ticket when they are narrow.
    if (!hasSecond) setWidth(NARROWEST);
  };
  return (
    <section className="apps" aria-label="Apps">
      <ResizeHandle width={width} narrowest={NARROWEST} widest={WIDEST} onResize={setWidth} />
      <div className="apps-inner" id={props.isActive ? 'app-pane' : undefined} tabIndex={-1}>
        <header className="apps-head">
          <h2>Apps</h2>
          <span className="push" />
          <button type="button" className="quiet" aria-pressed={hasSecond} onClick={toggleSecond}>
            Second tab
          </button>
          <button type="button" className="quiet" onClick={() => setLoads(loads + 1)}>
            Reload
          </button>
        </header>
        <div className="frames">
          <AppFrame {...props} key={`first ${loads}`} title="Signoff" width={width} />
          {hasSecond ? (
            <AppFrame {...props} key={`second ${loads}`} title="Signoff, second tab" width={width} />
          ) : null}
        </div>
      </div>
    </section>
  );
}
