import { useEffect, useState } from 'react';
import type { SettingsState } from '../../wire.ts';
import { fetchSettings, saveSettings } from '../api.ts';
import { useServerEvents } from '../server-events.ts';

/** Settings that hold several lines. */
const LONG = ['sop_mappings', 'teams', 'autonomy', 'published', 'custom_apis'];

type Settings = SettingsState['settings'];

/** The app's settings, as an admin edits them in Zendesk. Secure ones are never shown. */
export function SettingsPanel() {
  const [state, setState] = useState<SettingsState>();
  const [edits, setEdits] = useState<Settings>({});
  const load = (): void => void fetchSettings().then(setState);
  useEffect(load, []);
  useServerEvents((event) => {
    if (event.is === 'settings-changed' || event.is === 'reset') load();
  });
  if (state === undefined) return null;
  const settings = { ...state.settings, ...edits };
  const save = async (): Promise<void> => {
    setState(await saveSettings(edits));
    setEdits({});
  };
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="settings-grid">
        {Object.entries(settings).map(([name, value]) => (
          <Setting
            key={name}
            name={name}
            value={value}
            onChange={(next) => setEdits((all) => ({ ...all, [name]: next }))}
          />
        ))}
        <div className="setting">
          <span className="setting-name">Secure settings</span>
          <p>
            {Object.entries(state.secure)
              .map(([name, isSet]) => `${name}: ${isSet ? 'set' : 'not set'}`)
              .join(', ')}
            . Their values stay in the server; the proxy fills them in.
          </p>
        </div>
      </div>
      <button type="submit" className="primary" disabled={Object.keys(edits).length === 0}>
        Save settings
      </button>
    </form>
  );
}

type SettingProps = {
  readonly name: string;
  readonly value: Settings[string] | undefined;
  readonly onChange: (value: string | number | boolean) => void;
};

function Setting({ name, value, onChange }: SettingProps) {
  if (typeof value === 'boolean') {
    return (
      <label className="setting check">
        <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} /> {name}
      </label>
    );
  }
  const text = String(value ?? '');
  const isNumber = typeof value === 'number';
  return (
    <label className={`setting ${LONG.includes(name) ? 'long' : ''}`}>
      <span className="setting-name">{name}</span>
      {LONG.includes(name) ? (
        <textarea
          rows={4}
          spellCheck={false}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input
          value={text}
          onChange={({ target }) =>
            onChange(isNumber && target.value !== '' ? Number(target.value) : target.value)
          }
        />
      )}
    </label>
  );
}
