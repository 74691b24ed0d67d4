import { Suspense } from 'react';
import type { WaitingView } from '../../../app/waiting-view.ts';
import { CustomerAnswerCard } from './customer-answer-card.tsx';
import { DeviationCard } from './deviation-card.tsx';
import { ExtractCard } from './extract-card.tsx';
import { GateCard } from './gate-card.tsx';
import { HoldCard } from './hold-card.tsx';
import { JudgementCard } from './judgement-card.tsx';
import { ManualStep } from './lazy-forms.ts';
import { MissingCard } from './missing-card.tsx';
import { RecordCard } from './record-card.tsx';
import { QuestionCard } from './question-card.tsx';

/** What the run waits for besides proposals. */
export function WaitingCard({ waiting }: { readonly waiting: WaitingView }) {
  switch (waiting.kind) {
    case 'gate':
      return <GateCard waiting={waiting} />;
    case 'judgement':
      return <JudgementCard waiting={waiting} />;
    case 'question':
      return <QuestionCard waiting={waiting} />;
    case 'missing':
      return <MissingCard waiting={waiting} />;
    case 'record':
      return <RecordCard waiting={waiting} />;
    case 'extract':
      return <ExtractCard waiting={waiting} />;
    case 'deviation':
      return <DeviationCard waiting={waiting} />;
    case 'hold':
      return <HoldCard waiting={waiting} />;
    case 'customer-answer':
      return <CustomerAnswerCard waiting={waiting} />;
    case 'manual':
      return (
        <Suspense>
          <ManualStep waiting={waiting} />
        </Suspense>
      );
  }
}
