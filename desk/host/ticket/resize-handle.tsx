/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
   -- a separator that can be moved takes the focus: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */
import { useRef } from 'react';

type Props = {
  readonly width: number;
  readonly narrowest: number;
  readonly widest: number;
  readonly onResize: (width: number) => void;
};

/** Pixels for one press of an arrow key. */
const STEP = 20;

/** Makes the pane to its right wider or narrower, by pointer or by arrow keys. */
export function ResizeHandle({ width, narrowest, widest, onResize }: Props) {
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const resize = (to: number): void => onResize(Math.min(widest, Math.max(narrowest, Math.round(to))));
  return (
    <hr
      className="handle"
      aria-orientation="vertical"
      aria-label="Width of the apps"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') resize(width + STEP);
        if (key === 'ArrowRight') resize(width - STEP);
        if (key === 'Home') resize(narrowest);
        if (key === 'End') resize(widest);
      }}
      onPointerDown={(event) => {
        // Captured, or the iframe would take the pointer on its way.
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (drag.current !== undefined) resize(drag.current.width + drag.current.x - event.clientX);
      }}
      onPointerUp={() => {
        drag.current = undefined;
      }}
    />
  );
}
