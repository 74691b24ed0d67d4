import type { FakeRequest } from '../fakes/fake.ts';

/** A secure parameter of the manifest: where in a request its value may stand. */
export type SecureParameter = { readonly name: string; readonly scopes: readonly string[] };

/** What the proxy knows and the iframe never sees. */
export type Vault = {
  readonly parameters: readonly SecureParameter[];
  readonly values: Readonly<Record<string, string>>;
};

export type Filled = {
  readonly request: FakeRequest;
  /** Why a placeholder stands in the request still, in words for the developer. */
  readonly notFilled: readonly string[];
};

/**
 * Fills `{{setting.<name>}}` in, as plain text, where the parameter's scopes allow it: `header`, `body` or `url`. Anything else stays as it
 * stands, so that the system on the other side refuses it.
 */
export function fillSecureSettings(request: FakeRequest, vault: Vault): Filled {
  const notFilled: string[] = [];
  const fill = (text: string, scope: string): string => fillText({ text, scope, vault, notFilled });
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, fill(value, 'header')]),
  );
  const body = request.body === undefined ? undefined : fill(request.body, 'body');
  const url = new URL(fill(decodePlaceholders(request.url.href), 'url'));
  return { request: { ...request, url, headers, body }, notFilled };
}

type Place = {
  readonly text: string;
  readonly scope: string;
  readonly vault: Vault;
  readonly notFilled: string[];
};

function fillText({ text, scope, vault, notFilled }: Place): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string) => {
    const parameter = vault.parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) notFilled.push(`“${name}” is no secure parameter of the manifest`);
    else if (!parameter.scopes.includes(scope)) notFilled.push(`“${name}” may not stand in the ${scope}`);
    else return vault.values[name] ?? '';
    return placeholder;
  });
}

const PLACEHOLDER = /\{\{setting\.([a-z0-9_]+)\}\}/gi;

/** A URL encodes braces. */
function decodePlaceholders(href: string): string {
  return href.replace(/%7B%7Bsetting\.([a-z0-9_]+)%7D%7D/gi, '{{setting.$1}}');
}
