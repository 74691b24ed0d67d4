import type { AppPackage } from '../app-package.ts';
import { textFiles } from '../app-package.ts';
import { warning, type Finding } from '../finding.ts';

/** A kind of secret and the form by which Zendesk's validator suspects it. */
type Form = readonly [kind: string, form: RegExp];

/** Secrets with a form of their own. */
const BY_FORM: readonly Form[] = [
  ['Slack token', /xox[pboa]-*.[a-z0-9]/],
  ['private key', /-----BEGIN (RSA|OPENSSH|DSA|EC) PRIVATE KEY-----/],
  ['PGP private key', /-----BEGIN PGP PRIVATE KEY BLOCK-----/],
  ['AWS access key', /AKIA[0-9A-Z]{8,24}/],
  ['AWS secret key', /aws[_-]secret[_-]access[_-]key.*.[0-9a-z]{24,48}/i],
  ['Heroku key', /heroku.*[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{6,18}/i],
  ['Braintree key', /braintree_key.*.[0-9a-zA-Z]{16,36}/],
  ['Quickpay secret', /quickpay_secret:.*.[0-9a-zA-Z]{24,72}/],
  ['session secret', /shared_session_secret.*.[0-9a-f]{4,132}/],
  ['cookie secret', /permanent_cookie_secret.*.[0-9a-f]{120,156}/],
  ['ticket validation key', /ticket_validation_key.*.[0-9a-zA-Z]{15,25}/],
  ['attachment key', /attachment_token_key.*.[0-9a-f]{24,72}/],
  ['Zopim key', /zendesk_zopim_mobile_sso_key.*.[0-9a-f]{58,68}/],
  ['outbound key', /x-outbound-key[:" \t=-].*.[0-9a-z-]{32,36}/i],
  ['password', /password.*.[0-9a-zA-Z+_.-]{4,156}/i],
];

/** Names of secrets, followed by a sign of assignment and something long enough to be one. */
const BY_NAME: readonly (readonly [name: string, least: number])[] = [
  ['facebook', 24],
  ['twitter', 30],
  ['github', 30],
  ['client[-_]secret', 16],
  ['app[-_]key', 4],
  ['app[-_]secret', 4],
  ['consumer[-_]key', 4],
  ['consumer[-_]secret', 4],
  ['master[-_]key', 4],
  ['master[-_]secret', 4],
  ['token[-_]key', 4],
  ['token[-_]secret', 4],
  ['private[-_]key', 4],
  ['token', 4],
  ['^secret', 4],
];

const FORMS: readonly Form[] = [
  ...BY_FORM,
  ...BY_NAME.map(([name, least]): Form => [
    name.replaceAll('[-_]', ' ').replace('^', ''),
    new RegExp(`${name} ?[:"=-].*.[0-9a-z+_.-]{${least}}`, 'im'),
  ]),
];

/** Words that are enough for a warning, as the validator spells them. */
const WORDS =
  /password|secret|secretToken|secret_token|auth_key|authKey|auth_pass|authPass|auth_user|AuthUser|api_key/;

/**
 * Rule 24 of the package check: what may be a secret. Zendesk's validator is generous here, and so are we: a plain
 * build with React gives some. Read them once per release, and tell the reviewer.
 */
export function checkSecrets(app: AppPackage): readonly Finding[] {
  return textFiles(app, 'html', 'htm', 'xml', 'js', 'mjs', 'json').flatMap(([path, text]) => {
    const kinds = FORMS.filter(([, form]) => form.test(text)).map(([kind]) => kind);
    const word = WORDS.exec(text)?.[0];
    return [
      ...(kinds.length === 0
        ? []
        : [warning('secret.form', `${path} may hold secrets: ${kinds.join(', ')}.`)]),
      ...(word === undefined ? [] : [warning('secret.word', `${path} has the word ${word}.`)]),
    ];
  });
}
