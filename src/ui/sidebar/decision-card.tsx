import type { ReactNode } from 'react';
import type { CommandId } from '../../domain/run/events.ts';
import { Card } from '../garden/card.tsx';
import type { Tone } from '../garden/tone.ts';
import { useRun } from './run/run-context.tsx';

type DecisionCardProps = {
  readonly command: CommandId;
  readonly labelledBy: string;
  readonly tone?: Tone;
  readonly look?: 'raised' | 'flat';
  readonly children: ReactNode;
};

/** A card of something to decide. The one that is next takes the focus after a decision. */
export function DecisionCard({ command, tone, look, ...rest }: DecisionCardProps) {
  const { current, currentCard } = useRun();
  const isCurrent = current === command;
  return (
    <Card
      ref={isCurrent ? currentCard : undefined}
      tone={tone ?? (isCurrent ? 'primary' : 'default')}
      look={look ?? 'raised'}
      {...rest}
    />
  );
}
