/** The same four ways to make a page worse as another author would go about them: by sentence, by line, by word. */

const systems =
  /\b(?:Zendesk|ZD|Salesforce|SFDC|Slack|GitLab\.com|GitLab|CustomersDot|PagerDuty|Zuora|ChatOps|Jira|Kibana|Sentry|Grafana|Google (?:Docs?|Drive|Sheets?|Calendar)|Zoom|GitHub|Okta|HackerOne|Mailgun|Sourcegraph|Discord|Notion)\b/g;
const thresholds =
  /[$€£]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:%|percent|(?:business |working )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)|users?|seats?|times)/gi;

/** Systems become “the tool”, amounts “a certain amount”, code “the right value” and links “the document”. */
export function replaceNames(page: string): string {
  return changeLines(page, (line) =>
    line
      .replaceAll(/`[^`]*`/g, 'the right value')
      .replaceAll(/\[[^\]]*\]\([^)]*\)/g, 'the document')
      .replaceAll(systems, 'the tool')
      .replaceAll(thresholds, 'a certain amount'),
  );
}

const vague = [
  'a bit later',
  'using good judgement',
  'for a small amount',
  'if appropriate',
  'usually',
  'soon',
  'as needed',
];

/** Every third sentence ends in one of the vague words that stand in every list of them. */
export function endVaguely(page: string): string {
  let seen = 0;
  return changeLines(page, (line) =>
    sentencesOf(line)
      .map((sentence) => {
        if (!/[a-z]\.?$/.test(sentence) || sentence.length < 26) return sentence;
        seen += 1;
        return seen % 3 === 0
          ? sentence.replace(/\.?$/, ` ${vague[(seen / 3) % vague.length] ?? ''}.`)
          : sentence;
      })
      .join(' '),
  );
}

const advice = [
  'Use your best judgement.',
  'Handle this as appropriate.',
  'If it takes too long, follow up a bit later.',
  'Refund small amounts if it seems reasonable.',
  'Escalate if it looks serious.',
  'Usually a few reminders are enough.',
];

/** A vague sentence after every third line of text. */
export function addVagueLines(page: string): string {
  let seen = 0;
  return changeLines(page, (line) => {
    seen += 1;
    return seen % 3 === 0 ? `${line} ${advice[(seen / 3) % advice.length] ?? ''}` : line;
  });
}

const edge =
  /\b(?:if|unless|except\w*|otherwise|else|fails?|failed|failures?|errors?|cannot|can't|unable|however|in case|missing|invalid|doesn't|does not|isn't|is not)\b/i;

/** Every sentence with a condition, an exception or a failure goes. */
export function cutConditions(page: string): string {
  return changeLines(page, (line) =>
    sentencesOf(line)
      .filter((sentence) => !edge.test(sentence))
      .join(' '),
  );
}

/** A line below the title that says who owns the page and when it was reviewed. */
export function addOwnerLine(page: string): string {
  const at = header.exec(page)?.[0].length ?? 0;
  return `${page.slice(0, at)}\n${ownerLine}\n\n${page.slice(at)}`;
}

/** The same line goes. */
export function cutOwnerLine(page: string): string {
  return page.replace(ownerLine, '');
}

const ownerLine = 'Owner: Support Operations. Last reviewed: 1 October 2026.';
const header = /^---\n[^]*?\n---\n/;

/** Changes the lines of text: no header, no headings, tables, code or pictures. */
function changeLines(page: string, change: (line: string) => string): string {
  const head = header.exec(page)?.[0] ?? '';
  let inCode = false;
  const lines = page.slice(head.length).split('\n');
  const changed = lines.map((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    return inCode || !/[a-z]{3}/i.test(line) || /^\s*(?:[#|<]|!\[|```)/.test(line) ? line : change(line);
  });
  return head + changed.join('\n');
}

function sentencesOf(line: string): readonly string[] {
  return line.split(/(?<=[.!?:])\s+(?=[A-Z*`[_(])/);
}
