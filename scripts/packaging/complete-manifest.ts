import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { objectOrEmpty } from '../package-check/json/json-object.ts';
import type { OauthSlot } from './salesforce-slot.ts';

const Manifest = z.object({
  domainWhitelist: z.array(z.string()),
  parameters: z.optional(z.array(z.looseObject({ name: z.string() }))),
});

/** What one customer's package has besides the repository's manifest. */
export type CustomerPart = { readonly hosts: readonly string[]; readonly oauth?: OauthSlot | undefined };

/**
 * Completes a manifest file for one customer: hosts that are not there yet, each once and after the others; and the OAuth slot with the
 * setting that holds its token, behind the one for Salesforce's domain.
 */
export function completeManifest(file: string, { hosts, oauth }: CustomerPart): void {
  const content = objectOrEmpty(JSON.parse(readFileSync(file, 'utf8')));
  const { domainWhitelist, parameters = [] } = Manifest.parse(content);
  const completed = {
    ...content,
    domainWhitelist: [...new Set([...domainWhitelist, ...hosts])],
    ...(oauth === undefined ? {} : { oauth, parameters: withToken(parameters) }),
  };
  writeFileSync(file, `${JSON.stringify(completed, null, 2)}\n`);
}

type Parameter = { readonly name: string };
const token = { name: 'salesforce', type: 'oauth' };

function withToken(parameters: readonly Parameter[]): readonly Parameter[] {
  const place = parameters.findIndex(({ name }) => name === 'salesforce_domain') + 1;
  return place === 0 ? [...parameters, token] : parameters.toSpliced(place, 0, token);
}
