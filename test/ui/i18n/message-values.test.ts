import { expect, test } from 'vitest';
import en from '../../../translations/en.json' with { type: 'json' };
import { writeMessageValues } from './write-message-values.ts';

// The types are made from the translations, so that a key or a placeholder that is not there does not compile.
// After a change of the words: npx vitest run test/ui/i18n -u
test('the types of the messages are those of the translations', async () => {
  await expect(writeMessageValues(en.ui)).toMatchFileSnapshot('../../../src/ui/i18n/message-values.ts');
});
