type Messages = { readonly [key: string]: string | Messages };

/** The source of `src/ui/i18n/message-values.ts`: every key of the messages with the names of its placeholders. */
export function writeMessageValues(messages: Messages): string {
  const lines = entriesOf(messages, '').map(([key, names]) => `  readonly ${nameOf(key)}: ${typeOf(names)};`);
  return [
    '// Made from translations/en.json by test/ui/i18n/message-values.test.ts; not edited by hand.',
    '',
    '/** Every message of the sidebar with the names of its placeholders. A message with plural forms needs `count`. */',
    'export type MessageValues = {',
    ...lines,
    '};',
    '',
    'export type MessageKey = keyof MessageValues;',
    '',
  ].join('\n');
}

/** Quoted only where it has to be, as the formatter has it. */
function nameOf(key: string): string {
  return /^[a-z]+$/.test(key) ? key : `'${key}'`;
}

type Entry = readonly [key: string, names: readonly string[]];

function entriesOf(messages: Messages, prefix: string): readonly Entry[] {
  return Object.entries(messages).flatMap(([key, message]): readonly Entry[] => {
    if (typeof message === 'string') return [[prefix + key, namesIn(message)]];
    if (isPlural(message))
      return [
        [
          prefix + key,
          [
            'count',
            ...Object.values(message).flatMap((form) => (typeof form === 'string' ? namesIn(form) : [])),
          ],
        ],
      ];
    return entriesOf(message, `${prefix}${key}.`);
  });
}

/** Plural forms are a group of nothing but CLDR categories, `other` among them. */
function isPlural(messages: Messages): boolean {
  const forms = Object.keys(messages);
  return (
    typeof messages['other'] === 'string' &&
    forms.every((form) => ['zero', 'one', 'two', 'few', 'many', 'other'].includes(form))
  );
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-z_-]+)\}/g)].map(([, name]) => name ?? '');
}

function typeOf(names: readonly string[]): string {
  return names.length === 0
    ? 'never'
    : [...new Set(names)]
        .toSorted()
        .map((name) => `'${name}'`)
        .join(' | ');
}
