import { useEffect, useState } from 'react';
import type { SopState } from '../../wire.ts';
import { fetchSops, publishSop, resetSops } from '../api.ts';
import { useServerEvents } from '../server-events.ts';

/** The published SOPs. Publishing an edited text makes the next version of it, as in the console. */
export function SopsPanel() {
  const [sops, setSops] = useState<readonly SopState[]>([]);
  const [chosen, choose] = useState<string>();
  const load = (): void => void fetchSops().then(setSops);
  useEffect(load, []);
  useServerEvents((event) => {
    if (event.is === 'settings-changed' || event.is === 'reset') load();
  });
  const sop = sops.find(({ id }) => id === chosen) ?? sops[0];
  if (sop === undefined) return <p className="empty">No SOP is published: the folder “sops” is empty.</p>;
  return (
    <div className="sops">
      <nav aria-label="SOPs">
        {sops.map(({ id, version }) => (
          <button
            key={id}
            type="button"
            aria-current={id === sop.id ? 'true' : undefined}
            onClick={() => choose(id)}
          >
            {id} <span className="muted">v{version}</span>
          </button>
        ))}
        <button type="button" className="link" onClick={() => void resetSops().then(setSops)}>
          Back to the starter texts
        </button>
      </nav>
      <Editor key={`${sop.id} ${sop.hash}`} sop={sop} onPublished={setSops} />
    </div>
  );
}

type EditorProps = { readonly sop: SopState; readonly onPublished: (sops: readonly SopState[]) => void };

function Editor({ sop, onPublished }: EditorProps) {
  const [text, setText] = useState(sop.text);
  const [problem, setProblem] = useState<string>();
  const next = text === sop.text ? text : withNextVersion(text, sop.version);
  const publish = (): void =>
    void publishSop(next).then(onPublished, (error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
  return (
    <div className="sop-editor">
      <textarea
        aria-label={`Text of ${sop.id}`}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="row">
        <span className="muted">SHA-256 {sop.hash.slice(0, 16)}…</span>
        {problem === undefined ? null : (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
        <span className="push" />
        <button type="button" className="primary" disabled={text === sop.text} onClick={publish}>
          Publish as the next version
        </button>
      </div>
    </div>
  );
}

/** A published version is never changed: where the header still has its number, it gets the next one. */
function withNextVersion(text: string, published: number): string {
  return text.replace(/^(version:[ \t]*)(\d+)/m, (line, key: string, version: string) =>
    Number(version) > published ? line : `${key}${published + 1}`,
  );
}
