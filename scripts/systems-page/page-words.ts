import en from '../../translations/en.json' with { type: 'json' };

/** The words of the sidebar under a key such as `action.stripe.refund.full`; undefined where there are none. */
export function pageWords(key: string): string | undefined {
  const found = key.split('.').reduce<unknown>((part, name) => {
    return isGroup(part) ? part[name] : undefined;
  }, en.ui);
  return typeof found === 'string' ? found : undefined;
}

const isGroup = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null;
