import type { Source } from '../../../domain/sop/document.ts';
import type { Words } from '../../i18n/words.ts';
import { systemName } from '../../values/system-name.ts';

/** Where a fact is to come from, in a word. */
export function sourceName(source: Source, words: Words): string {
  return source.from === 'message' ? words.t('facts.message') : systemName(source.system, words);
}
