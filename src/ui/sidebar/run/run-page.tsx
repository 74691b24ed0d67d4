import { Suspense, lazy, useRef, useState } from 'react';
import type { RunView } from '../../../app/run-view.ts';
import type { Instant } from '../../../domain/run/events.ts';
import type { Outcome } from '../../../domain/run/outcome.ts';
import { Columns } from '../../garden/columns.tsx';
import { Page } from '../../garden/page.tsx';
import { Facts } from '../facts/facts.tsx';
import { Why } from '../match/why.tsx';
import { Notices } from '../notices.tsx';
import { Announcements } from './announcements.tsx';
import { currentDecision } from './current-decision.ts';
import { OutcomeCard } from './outcome-card.tsx';
import { Plan } from './plan.tsx';
import { RunFooter } from './run-footer.tsx';
import { RunHeader } from './run-header.tsx';
import { RunProvider } from './run-context.tsx';
import type { RunPanel } from './run-context.tsx';
import { useEdits } from './use-edits.ts';
import { useFollowDecision } from './use-follow-decision.ts';

const ChooseOther = lazy(async () => ({ default: (await import('./choose-other.tsx')).ChooseOther }));
const SystemsPanel = lazy(async () => ({
  default: (await import('../systems/systems-panel.tsx')).SystemsPanel,
}));

type RunPageProps = {
  readonly run: RunView;
  readonly ending: { readonly outcome: Outcome; readonly at: Instant } | undefined;
};

/** A run: what is known, what will happen, what waits for the rep. */
export function RunPage({ run, ending }: RunPageProps) {
  const [panel, openPanel] = useState<RunPanel>();
  const currentCard = useRef<HTMLElement>(null);
  const plan = useRef<HTMLHeadingElement>(null);
  const edits = useEdits();
  const current = currentDecision(run);
  const decide = useFollowDecision({ current, currentCard, restingPlace: plan });
  return (
    <RunProvider value={{ run, current, currentCard, decide, edits, openPanel }}>
      <Page footer={<RunFooter panel={panel} isEnded={ending !== undefined} />}>
        <RunHeader sop={run.sop} isEnded={ending !== undefined} />
        {panel === 'systems' ? (
          <Suspense>
            <SystemsPanel onClose={() => openPanel(undefined)} />
          </Suspense>
        ) : panel === 'choose-sop' && run.match ? (
          <Suspense>
            <ChooseOther match={run.match} onBack={() => openPanel(undefined)} />
          </Suspense>
        ) : (
          <>
            <Notices />
            {ending ? <OutcomeCard outcome={ending.outcome} at={ending.at} undone={undoneIn(run)} /> : null}
            <Columns
              left={
                <>
                  {run.match ? <Why match={run.match} sop={run.sop.id} /> : null}
                  <Facts facts={run.facts} waitingFor={run.waitingFor} />
                </>
              }
              right={<Plan headingRef={plan} />}
            />
          </>
        )}
        <Announcements run={run} outcome={ending?.outcome} />
      </Page>
    </RunProvider>
  );
}

function undoneIn({ steps }: RunView): number {
  return steps
    .flatMap((step) => step.proposals)
    .filter(({ added, state }) => added?.because === 'undo' && state.is === 'succeeded').length;
}
