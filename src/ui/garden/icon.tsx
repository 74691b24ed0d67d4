import { styled } from 'styled-components';
import AlertError from '@zendeskgarden/svg-icons/src/16/alert-error-stroke.svg?react';
import AlertWarning from '@zendeskgarden/svg-icons/src/16/alert-warning-stroke.svg?react';
import Check from '@zendeskgarden/svg-icons/src/16/check-circle-fill.svg?react';
import Circle from '@zendeskgarden/svg-icons/src/16/circle-stroke.svg?react';
import CircleFull from '@zendeskgarden/svg-icons/src/16/circle-full-fill.svg?react';
import Clock from '@zendeskgarden/svg-icons/src/16/clock-stroke.svg?react';
import Info from '@zendeskgarden/svg-icons/src/16/info-stroke.svg?react';
import Person from '@zendeskgarden/svg-icons/src/16/user-solo-stroke.svg?react';
import Question from '@zendeskgarden/svg-icons/src/16/question-mark-stroke.svg?react';
import Quote from '@zendeskgarden/svg-icons/src/16/quote-stroke.svg?react';
import X from '@zendeskgarden/svg-icons/src/16/x-circle-fill.svg?react';
import { foreground } from './tone.ts';
import type { Tone } from './tone.ts';

const icons = {
  check: Check,
  circle: Circle,
  'circle-full': CircleFull,
  clock: Clock,
  error: AlertError,
  info: Info,
  person: Person,
  question: Question,
  quote: Quote,
  warning: AlertWarning,
  x: X,
} as const;

export type IconName = keyof typeof icons;

type IconProps = {
  readonly is: IconName;
  readonly tone?: Tone;
  /** What it says to those who cannot see it; without one, the words beside it say it. */
  readonly label?: string | undefined;
};

/** A sign of 16 pixels in line with text. */
export function Icon({ is, tone = 'default', label }: IconProps) {
  const Shape = icons[is];
  return (
    <StyledIcon $tone={tone}>
      <Shape
        aria-hidden={label === undefined}
        aria-label={label}
        role={label === undefined ? undefined : 'img'}
        focusable="false"
      />
    </StyledIcon>
  );
}

const StyledIcon = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  flex: none;
  align-items: center;
  height: 20px;
  color: ${({ theme, $tone }) => foreground(theme, $tone)};
`;
