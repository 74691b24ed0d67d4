import { createRoot } from 'react-dom/client';
import { fetchBoot } from './api.ts';
import { Desk } from './desk.tsx';

const root = document.querySelector('#root');
if (root === null) throw new Error('Cannot show the desk: its page has no #root.');

const place = createRoot(root);
fetchBoot().then(
  (boot) => place.render(<Desk boot={boot} />),
  (error: unknown) =>
    place.render(<p role="alert">{error instanceof Error ? error.message : String(error)}</p>),
);
