import type { RecordChoice } from '../../../domain/decisions/proposal.ts';
import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';

/** “Which order in Shopify is meant?” */
export function choiceTitle({ system, record }: RecordChoice, words: Words): string {
  const name = words.look(`record.${record}`)?.({}) ?? revealHidden(record.replaceAll('_', ' '));
  return words.t('choose-record.title', { record: name, system: systemName(system, words) });
}
