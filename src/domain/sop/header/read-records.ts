import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { Vocabulary } from '../../facts/vocabulary.ts';
import type { RecordDeclaration } from '../document.ts';
import type { HeaderReader } from './header-reader.ts';
import type { YamlEntry } from './read-yaml.ts';

const form = /^([a-z][\w-]*)\.([a-z]\w*)\s+by\s+(.+)$/is;

/** Reads the lines below `records`: `<name>: <system>.<entity> by <fact>`. */
export function readRecords(header: HeaderReader, vocabulary: Vocabulary): readonly RecordDeclaration[] {
  return header.entries('records').flatMap((entry) => readRecord(entry, { header, vocabulary }) ?? []);
}

function readRecord(
  { key, value }: YamlEntry,
  { header, vocabulary }: { readonly header: HeaderReader; readonly vocabulary: Vocabulary },
): RecordDeclaration | undefined {
  const text = value.is === 'text' ? value.text.trim() : undefined;
  const found = text && form.exec(text.text);
  if (!text || !found) {
    const message = `It is not said which record ${quoted(key.text)} is. Write “${key.text}: shopify.order by order number”.`;
    header.invalid(value.span.from < value.span.to ? value.span : key.span, message, { name: key.text });
    return undefined;
  }
  const [, system = '', entity = '', by = ''] = found;
  const fact = vocabulary.find(by);
  if (!fact) {
    const from = text.text.length - by.length;
    const suggestion = vocabulary.suggest(by);
    const message = `${quoted(by)} is not a declared fact.${didYouMean(suggestion)}`;
    header.report(
      errorAt(text.spanOf(from, text.text.length), {
        id: 'unknown-fact',
        message,
        values: { name: by, suggestion },
      }),
    );
    return undefined;
  }
  const span = { from: key.span.from, to: value.span.to };
  return { name: key.text.trim(), system: system.toLowerCase(), entity, by: fact.name, span };
}
