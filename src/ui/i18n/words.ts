import type { MessageKey, MessageValues } from './message-values.ts';
import type { Messages } from './messages.ts';

/** What a message's placeholders are filled with: nothing for a message without any. */
type ValuesOf<Key extends MessageKey> = [MessageValues[Key]] extends [never]
  ? []
  : [values: Readonly<Record<MessageValues[Key], string | number>>];

/** Every word of the sidebar, in one language. */
export type Words = {
  readonly locale: string;
  readonly timeZone: string;
  /** The message of a key with its placeholders filled in; a message with plural forms chooses by `count`. */
  readonly t: <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>) => string;
  /** The message of a key that is made of data, such as the name of a system; undefined where there is none. */
  readonly look: (
    key: string,
  ) => ((values: Readonly<Record<string, string | number>>) => string | undefined) | undefined;
};

type WordsOptions = { readonly messages: Messages; readonly locale: string; readonly timeZone: string };

/** Makes the words of a language. `locale` is BCP 47 and decides plural forms and formats. */
export function createWords({ messages, locale, timeZone }: WordsOptions): Words {
  const usable = usableLocale(locale);
  const plurals = new Intl.PluralRules(usable);
  const find = (key: string) => messageAt(messages, key);
  const formOf = (message: Message, count: string | number | undefined) => {
    if (typeof message === 'string') return message;
    const form = typeof count === 'number' ? plurals.select(count) : 'other';
    return message[form] ?? message['other'] ?? '';
  };
  return {
    locale: usable,
    timeZone,
    t: (key, ...[values]) => {
      const message = find(key);
      return message === undefined ? key : fill(formOf(message, valueOf(values, 'count')), values ?? {});
    },
    look: (key) => {
      const message = find(key);
      if (message === undefined) return undefined;
      return (values) => {
        const form = formOf(message, values['count']);
        return placeholdersOf(form).every((name) => name in values) ? fill(form, values) : undefined;
      };
    },
  };
}

/** A message as it stands in the file: a text, or its plural forms, of which `other` is always there. */
type Message = string | Readonly<Record<string, string>>;

function messageAt(messages: Messages, key: string): Message | undefined {
  const found = key.split('.').reduce<unknown>((group, part) => {
    return isGroup(group) && Object.hasOwn(group, part) ? group[part] : undefined;
  }, messages);
  return isMessage(found) ? found : undefined;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'string' || (isGroup(value) && typeof value['other'] === 'string');
}

const placeholder = /\{([a-z_-]+)\}/g;

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([, name]) => name ?? '');
}

/** Filled in once: what a value brings with it is never read as a placeholder. */
function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(placeholder, (whole, name: string) => String(valueOf(values, name) ?? whole));
}

function valueOf(
  values: Readonly<Record<string, string | number>> | undefined,
  name: string,
): string | number | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** A locale that the platform does not know is answered in English rather than with an exception. */
function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
