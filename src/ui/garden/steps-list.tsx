import type { ReactNode } from 'react';
import { styled } from 'styled-components';

/** The steps of a plan, in order. */
export function StepsList({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return <StyledSteps aria-label={label}>{children}</StyledSteps>;
}

type StepItemProps = {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
};

/** A step: a sign and a title on one line, what belongs to it below. */
export function StepItem({ icon, title, isCurrent, children }: StepItemProps) {
  return (
    <StyledStep aria-current={isCurrent ? 'step' : undefined}>
      <StyledLine>
        {icon}
        <div>{title}</div>
      </StyledLine>
      {children}
    </StyledStep>
  );
}

/** What belongs to a step and is no card: it begins where the step's title begins. */
export const StepDetail = styled.div`
  padding-inline-start: 24px;
`;

/** The same, named as one thing. */
export const StepGroup = styled(StepDetail).attrs({ role: 'group' })``;

const StyledSteps = styled.ol`
  display: flex;
  flex-direction: column;
  gap: 8px;
`;

const StyledStep = styled.li`
  display: flex;
  flex-direction: column;
  gap: 6px;
  min-width: 0;
`;

const StyledLine = styled.div`
  display: flex;
  gap: 8px;

  & > span:first-child {
    height: 24px;
  }

  & > div {
    flex: 1;
    min-width: 0;
    line-height: 24px;
  }
`;
