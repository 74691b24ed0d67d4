import type { Instant } from '../domain/run/events.ts';
import { readsMessage } from './run-context.ts';
import type { LibraryContents, UnusableSop } from './ports/library.ts';
import type { CurrentUser, Ticket } from './ports/ticket-desk.ts';
import type { AppPorts } from './app-ports.ts';
import type { NoticeView, SettingProblem } from './notice-view.ts';
import type { RunSession } from './run-session.ts';
import { systemNotices } from './system-notices.ts';

/** What is known of the place in which a run is open; undefined for what was not read yet. */
export type Surrounding = {
  readonly ports: AppPorts;
  readonly now: Instant;
  readonly isOnline: boolean;
  readonly ticket: Ticket | undefined;
  readonly user: CurrentUser | undefined;
  readonly library: LibraryContents | undefined;
  readonly settingProblems: readonly SettingProblem[];
  readonly session: RunSession | undefined;
  /** What a person wanted and could not be done, in the words of whoever refused it. */
  readonly trouble: string | undefined;
};

/** What has to be known besides the run, most important first. */
export function showNotices(around: Surrounding): readonly NoticeView[] {
  const { session } = around;
  return [
    ...(around.isOnline ? [] : [{ is: 'offline' } as const]),
    ...(around.ticket?.status === 'closed' ? [{ is: 'ticket-closed' } as const] : []),
    ...(around.user?.mayChangeTickets === false ? [{ is: 'may-not-change' } as const] : []),
    ...savingNotices(around),
    ...(session ? runNotices(session, around) : []),
    ...(around.user?.isAdmin === true ? adminNotices(around) : []),
  ];
}

function savingNotices({ session, ports, trouble }: Surrounding): readonly NoticeView[] {
  const saving = session?.journal.log.saving;
  const { keptIn } = ports.ledger;
  return [
    ...(saving?.is === 'not-saved' ? [{ is: 'not-saved', reason: saving.reason } as const] : []),
    ...(trouble === undefined ? [] : [{ is: 'not-done', reason: trouble } as const]),
    ...(session && keptIn !== 'zendesk' ? [{ is: 'kept-here-only', in: keptIn } as const] : []),
  ];
}

function runNotices(session: RunSession, { library, now }: Surrounding): readonly NoticeView[] {
  return [
    ...colleagueNotices(session),
    ...versionNotices(session, library),
    ...systemNotices(session, now),
    ...assistantNotices(session),
  ];
}

function colleagueNotices({ notes, context }: RunSession): readonly NoticeView[] {
  const { advanced, user } = context;
  const names = [
    ...[...notes.values()].flatMap((note) => (note.is === 'elsewhere' && note.by ? [note.by.name] : [])),
    ...advanced.plan.flatMap(({ state }) =>
      state.is === 'running' && state.by.id !== user.id ? [state.by.name] : [],
    ),
  ];
  return names.length > 0 ? [{ is: 'somebody-else', names: [...new Set(names)], doing: 'deciding' }] : [];
}

function versionNotices(
  { context }: RunSession,
  library: LibraryContents | undefined,
): readonly NoticeView[] {
  if (!library || context.advanced.outcome) return [];
  const { sop, hash } = context.sop;
  const published = library.sops.find((of) => of.sop.id === sop.id);
  if (published?.hash === hash) return [];
  return [{ is: 'other-version', running: sop.version, published: published?.sop.version }];
}

/** Only where the SOP has something to be read from the message. */
function assistantNotices({ context, leftToPeople }: RunSession): readonly NoticeView[] {
  const failed = [...leftToPeople.values()].find((left) => left.is === 'assistant-failed');
  if (failed) return [{ is: 'assistant-failing', reason: failed.reason }];
  return readsMessage(context.sop) && !context.ports.assistant.isOn ? [{ is: 'assistant-off' }] : [];
}

function adminNotices({ settingProblems, library }: Surrounding): readonly NoticeView[] {
  return [
    ...(settingProblems.length > 0 ? [{ is: 'settings-broken', problems: settingProblems } as const] : []),
    ...(library?.unusable.map(unusableNotice) ?? []),
  ];
}

function unusableNotice({ id, version, because }: UnusableSop): NoticeView {
  return { is: 'sop-unusable', sop: id, version, because };
}
