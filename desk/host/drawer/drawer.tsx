import { useState } from 'react';
import type { Boot } from '../../wire.ts';
import { FaultsPanel } from './faults-panel.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SopsPanel } from './sops-panel.tsx';
import { useFaults } from './use-faults.ts';
import { useRequests } from './use-requests.ts';

type PanelName = 'requests' | 'faults' | 'settings' | 'sops';

/** The desk's own controls, below the workspace: what the app sent, what fails, the app's settings, the SOPs. */
export function Drawer({ boot }: { readonly boot: Boot }) {
  const [panel, setPanel] = useState<PanelName>();
  const requests = useRequests();
  const faults = useFaults();
  // Those that belong to a ticket are part of the world.
  const switchedOn = faults.state.faults.filter(({ match }) => match === undefined).length;
  const names: readonly (readonly [PanelName, string])[] = [
    ['requests', `Requests ${requests.entries.length}`],
    ['faults', switchedOn === 0 ? 'Faults' : `Faults ${switchedOn}`],
    ['settings', 'App settings'],
    ['sops', 'SOPs'],
  ];
  return (
    <section className="drawer" data-open={panel !== undefined} aria-label="Desk controls">
      <header className="drawer-head">
        {names.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-expanded={panel === name}
            onClick={() => setPanel(panel === name ? undefined : name)}
          >
            {label}
          </button>
        ))}
        <span className="push" />
        <Openness boot={boot} />
      </header>
      <div className="drawer-body" hidden={panel === undefined}>
        {panel === 'requests' ? <RequestsPanel requests={requests} /> : null}
        {panel === 'faults' ? <FaultsPanel boot={boot} faults={faults} /> : null}
        {panel === 'settings' ? <SettingsPanel /> : null}
        {panel === 'sops' ? <SopsPanel /> : null}
      </div>
    </section>
  );
}

/** What is real here and what is not, said openly. */
function Openness({ boot }: { readonly boot: Boot }) {
  const isReal = (system: string): boolean => boot.realSystems.includes(system);
  const standIns = boot.systems.filter((system) => !isReal(system)).map(nameOf);
  return (
    <p className="openness">
      {boot.realSystems.length === 0 ? null : <b>Real: {boot.realSystems.map(nameOf).join(', ')}. </b>}
      Stand-ins: {standIns.join(', ')}.{isReal('assistant') ? '' : ' Answers of the assistant are canned.'}{' '}
      {boot.isChecked
        ? 'Requests are checked against the vendors’ specifications.'
        : 'Contract checks are off.'}
    </p>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  zendesk: 'Zendesk',
  stripe: 'Stripe',
  shopify: 'Shopify',
  easypost: 'EasyPost',
  assistant: 'Assistant (Claude)',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  depot: 'Depot',
};

/** A system's name as people write it. */
export const nameOf = (system: string): string => NAMES[system] ?? system;
