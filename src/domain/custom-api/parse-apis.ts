import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import type { ApiDocument } from './api-document.ts';
import type { ApiProblem } from './api-problem.ts';
import { Findings } from './api-problem.ts';
import { parseApi, type ParsedApi } from './parse-api.ts';

export type ParsedApis = {
  /** The documents in which nothing is wrong. */
  readonly apis: readonly ApiDocument[];
  readonly problems: readonly ApiProblem[];
};

/**
 * Reads several documents in one text, separated by lines of `---`. One with a problem is left out and never stops the others. Never throws.
 * @param allowedHosts the hosts that the package allows; undefined where they are not known, as on the command line
 */
export function parseApis(text: string, allowedHosts?: readonly string[]): ParsedApis {
  const read = splitDocuments(text).map((span) => ({ span, ...parseApi(text, span) }));
  const apis: ApiDocument[] = [];
  const problems: ApiProblem[] = [];
  for (const one of read) {
    const found = [...one.problems, ...beside(one, apis, allowedHosts)];
    problems.push(...found);
    if (one.api && found.length === 0) apis.push(one.api);
  }
  return { apis, problems };
}

/** The places of the documents that hold something. */
function splitDocuments(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: line, index } of text.matchAll(/^---[^\S\r\n]*$/gm)) {
    spans.push({ from, to: index });
    from = index + line.length;
  }
  spans.push({ from, to: text.length });
  return spans.filter((span) => /^[^\S\r\n]*[^\s#]/m.test(text.slice(span.from, span.to)));
}

/** What is wrong with a document only beside the others and in this package. */
function beside(
  { api, system, span }: ParsedApi & { readonly span: Span },
  others: readonly ApiDocument[],
  allowedHosts: readonly string[] | undefined,
): readonly ApiProblem[] {
  const findings = new Findings();
  const place = system?.span ?? { from: span.from, to: span.from };
  if (system && others.some((other) => other.system === system.name)) {
    const message = `There are two documents for ${quoted(system.name)}. The first one counts.`;
    findings.error(place, { id: 'api-name', message, values: { name: system.name } });
  }
  const setting = api?.secret?.setting;
  const rival = others.find((other) => other.secret?.setting === setting && other.host !== api?.host);
  if (setting !== undefined && rival) {
    const message = `The secret ${setting} goes to ${rival.host} already. A secret is told to one host: use another setting.`;
    findings.error(place, { id: 'api-secret', message, values: { setting } });
  }
  if (api && allowedHosts && !allowedHosts.includes(api.host)) {
    const message = `Zendesk lets this package reach ${api.host} only after it is packaged for it. Package Signoff again with --host ${api.host}.`;
    findings.error(place, { id: 'api-host-not-packaged', message, values: { host: api.host } });
  }
  return findings.problems;
}
