/** Ways to make a good page worse in one dimension and leave the others as they are. Each takes and gives a Markdown text. */

const header = /^---\n[^]*?\n---\n/;

/** Changes the text without its header and its code blocks. */
function changeBody(page: string, change: (body: string) => string): string {
  const head = header.exec(page)?.[0] ?? '';
  const parts = page.slice(head.length).split(/(^[ \t]*```[^]*?^[ \t]*```)/m);
  return head + parts.map((part, at) => (at % 2 === 1 ? part : change(part))).join('');
}

const systems =
  /\b(?:Zendesk|ZenDesk|Slack|Salesforce|GitLab\.com|GitLab|GitHub|Kibana|PagerDuty|CustomersDot|Google \w+|Okta|Switchboard|Cloudflare|Mailgun|Sentry|Grafana|ChatOps|Vitally|Sourcegraph|Looker)\b/g;

/** Systems, links, fields, channels, amounts and durations lose their names and numbers. */
export function removeNames(page: string): string {
  return changeBody(page, (body) =>
    body
      .replaceAll(/`[^`\n]+`/g, 'the field')
      .replaceAll(/\[[^\]\n]*\]\([^)\n]*\)/g, 'the page')
      .replaceAll(/https?:\/\/\S+/g, 'the page')
      .replaceAll(/(?<=\s)#[a-z][\w-]+/g, 'the channel')
      .replaceAll(systems, 'the system')
      .replaceAll(/\b\d+(?:\.\d+)? ?(?:minutes?|hours?|days?|weeks?|months?|%)/g, 'some time')
      .replaceAll(/\$\d[\d,.]*/g, 'the amount'),
  );
}

const softeners = ['if appropriate', 'as needed', 'usually', 'if reasonable', 'where possible'];
const verb =
  /\b(?:must|should|please|check|use|open|add|send|click|create|select|ask|follow|see|make|contact)\b/gi;

/** Every second instruction gets vague words before its verb. */
export function addVagueWords(page: string): string {
  let seen = 0;
  return changeBody(page, (body) =>
    body.replaceAll(verb, (word) => {
      seen += 1;
      return seen % 2 === 0 ? word : `${softeners[((seen - 1) / 2) % softeners.length] ?? ''} ${word}`;
    }),
  );
}

const edge =
  /\b(?:unless|except|exceptions?|otherwise|even if|fail\w*|errors?|unavailable|missing|not found|cannot|can't|unable|isn't|aren't|doesn't|don't|hasn't|haven't|not|no longer|multiple|several|more than one|duplicates?)\b/i;

/** Sentences that provide for exceptions, failures, missing facts and several records go. */
export function cutEdgeCases(page: string): string {
  return changeBody(page, (body) =>
    body
      .split('\n')
      .map((line) =>
        line.startsWith('#')
          ? line
          : line.replaceAll(/[^.!?]+[.!?]?/g, (words) => (edge.test(words) ? '' : words)),
      )
      .join('\n'),
  );
}

export function countEdgeCases(page: string): number {
  const sentences = page.replace(header, '').match(/[^.!?\n]+/g) ?? [];
  return sentences.filter(
    (words) => /\b(?:if|when|unless|except|otherwise)\b/i.test(words) && edge.test(words),
  ).length;
}

/** Owner, date, interval and policy, in the header where there is one. */
export function addCurrency(page: string): string {
  const lines = 'owner: Support Operations\nlast-reviewed: 2026-09-01\n';
  const headed = header.test(page) ? page.replace('---\n', `---\n${lines}`) : `---\n${lines}---\n${page}`;
  return `${headed}\n\nPolicy: [Refund policy](https://example.com/policies/refunds)\n`;
}

/** Header, owner, date and policy go. */
export function cutCurrency(page: string): string {
  return page.replace(header, '').replaceAll(/^(?:Owner|Last updated|Version|Policy):.*$/gm, '');
}
