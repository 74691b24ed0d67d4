import type { UnknownBecause } from '../../../domain/run/plan.ts';
import type { Source } from '../../../domain/sop/document.ts';
import type { Words } from '../../i18n/words.ts';
import { systemFailureText } from '../../values/failure-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { sourceName } from './source-name.ts';

/** Why a fact is not known. */
export function unknownText(because: UnknownBecause, source: Source, words: Words): string {
  const { t } = words;
  const name = sourceName(source, words);
  switch (because.is) {
    case 'failed':
      return failedText(because, words);
    case 'misfit':
      return t('facts.unknown.misfit', { source: name, value: revealHidden(because.value) });
    case 'not-in-message':
      return notInMessage(because.by, words);
    case 'read': {
      const { reading } = because;
      return t(`facts.unknown.${reading.is === 'none' ? reading.because : 'empty'}`, { source: name });
    }
  }
}

/** Until when a system is left alone, and which setting is wrong, is said once, above the facts. */
function failedText({ system, failure }: Extract<UnknownBecause, { is: 'failed' }>, words: Words): string {
  if (failure.until === undefined && failure.code !== 'misconfigured')
    return systemFailureText(system, failure, words);
  return systemFailureText(system, { ...failure, reason: '' }, words);
}

function notInMessage(by: Extract<UnknownBecause, { is: 'not-in-message' }>['by'], { t }: Words): string {
  if (by === 'assistant') return t('facts.unknown.not-in-message');
  return by === 'nobody'
    ? t('facts.unknown.nobody-read')
    : t('facts.unknown.not-found-by', { name: by.name });
}
