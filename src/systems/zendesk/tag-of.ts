/** A tag as Zendesk keeps it: lower case, one word. */
export function tagOf(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '_');
}

/** The tag by which reports find the escalations of one reason: `signoff_a_fact_is_missing`. */
export function reasonTag(because: string): string {
  const words = because
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return `signoff_${words === '' ? 'escalated' : words.slice(0, longestReason).replace(/_+$/, '')}`;
}

const longestReason = 60;
