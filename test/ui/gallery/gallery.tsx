import { createRoot } from 'react-dom/client';
import { Sidebar } from '../../../src/ui/sidebar/sidebar.tsx';
import { fakeStore } from '../fixtures/fake-store.ts';
import { states } from '../fixtures/states.ts';
import type { StateName } from '../fixtures/states.ts';

// Every state of the sidebar, one a page: ?state=waiting&colorScheme=dark&locale=de
const query = new URLSearchParams(location.search);
const root = document.querySelector('#root');
if (root) createRoot(root).render(<Gallery />);

function Gallery() {
  const name = query.get('state') ?? '';
  if (!isState(name)) return <Contents />;
  const colorScheme = query.get('colorScheme') === 'dark' ? 'dark' : 'light';
  return (
    <Sidebar store={fakeStore({ ...states[name], colorScheme, locale: query.get('locale') ?? 'en-US' })} />
  );
}

function Contents() {
  return (
    <ul>
      {Object.keys(states).map((name) => (
        <li key={name}>
          <a href={`?state=${name}`}>{name}</a> · <a href={`?state=${name}&colorScheme=dark`}>dark</a>
        </li>
      ))}
    </ul>
  );
}

function isState(name: string): name is StateName {
  return Object.hasOwn(states, name);
}
