import type { Value } from '../../../domain/facts/value.ts';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { valueText } from '../../values/value-text.ts';

/** A value in the user's language. */
export function KnownValue({ value }: { readonly value: Value }) {
  const words = useWords();
  return (
    <Text isBold>
      <bdi>{valueText(value, words)}</bdi>
    </Text>
  );
}
