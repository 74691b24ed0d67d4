import type { SettingProblem } from '../../app/notice-view.ts';
import { Stack } from '../garden/stack.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { revealHidden } from '../values/reveal-hidden.ts';

/** For admins: which line of which setting is wrong, and why. The other lines work. */
export function SettingProblems({ problems }: { readonly problems: readonly SettingProblem[] }) {
  return (
    <Stack as="ul" gap="xxs">
      {problems.map((problem) => (
        <Line key={`${problem.setting} ${problem.line ?? ''} ${problem.because}`} problem={problem} />
      ))}
    </Stack>
  );
}

function Line({ problem }: { readonly problem: SettingProblem }) {
  const { t, look } = useWords();
  const setting = look(`setting.${problem.setting}`)?.({}) ?? problem.setting;
  const details = problem.problems.map(({ message }) => revealHidden(message)).join(' ');
  return (
    <li>
      <Text size="sm" isBold>
        {problem.line === undefined ? setting : t('setting-problem.line', { setting, line: problem.line })}
      </Text>{' '}
      <Text size="sm">
        {t(`setting-problem.${problem.because}`, { text: revealHidden(problem.text) })} {details}
      </Text>
    </li>
  );
}
