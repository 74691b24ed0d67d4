import { useView } from '../store.tsx';
import { ConnectingPage } from './connecting-page.tsx';
import { LoadFailedPage } from './load-failed-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { NoSopPage } from './match/no-sop-page.tsx';
import { OffPage } from './match/off-page.tsx';
import { SeveralSopsPage } from './match/several-sops-page.tsx';
import { OutsidePage } from './outside-page.tsx';
import { RunPage } from './run/run-page.tsx';

/** The page of the phase that the sidebar is in. */
export function PhasePage() {
  const phase = useView((view) => view.phase);
  switch (phase.is) {
    case 'connecting':
      return <ConnectingPage />;
    case 'outside-zendesk':
      return <OutsidePage />;
    case 'loading':
      return <LoadingPage sop={phase.sop} facts={phase.facts} />;
    case 'could-not-load':
      return <LoadFailedPage what={phase.what} failure={phase.failure} />;
    case 'no-sop':
      return <NoSopPage match={phase.match} />;
    case 'several-sops':
      return <SeveralSopsPage match={phase.match} />;
    case 'off':
      return <OffPage match={phase.match} />;
    case 'running':
      return <RunPage key={phase.run.id} run={phase.run} ending={undefined} />;
    case 'ended':
      return <RunPage key={phase.run.id} run={phase.run} ending={{ outcome: phase.outcome, at: phase.at }} />;
  }
}
