import { foldName } from '../../facts/fact-name.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import { infoAt } from '../problem-at.ts';
import type { Reading } from '../reading.ts';
import { findVague } from '../vague-words.ts';
import type { Phrase } from './phrase.ts';
import { findSlip } from './slip.ts';

type Advice = { readonly words: RegExp; readonly say: string };

/** Advice for the words that a bullet begins with; the first that fits. */
const beginnings: readonly Advice[] = [
  {
    words: /^(?:if|when|unless|once|in case)\b/i,
    say: 'Write the condition with facts of the header: “If order value < $200: …”.',
  },
  {
    words: /\b(?:refund|replace|reship|cancel|credit)\b/i,
    say: 'Declare the action in the header and write “Propose …”.',
  },
  {
    words: /\b(?:assign|hand over|forward|pass|transfer|escalate)\b/i,
    say: 'Write “Escalate to <team> because "…"”.',
  },
  {
    words: /\b(?:reply|answer|respond|tell|inform|e-?mail|send|thank|apologi[sz]e)\b/i,
    say: 'Write “Draft reply "…"”, or “Draft reply” and the name of a “Reply:” section.',
  },
  { words: /\b(?:ask|request)\b/i, say: 'Write “Ask the customer "…"”.' },
  { words: /\btag\b/i, say: 'Write “Add tag "…"”.' },
  { words: /\b(?:wait|pause|hold)\b/i, say: 'Write “Hold for 4 hours” or “Hold until <condition>”.' },
  { words: /\b(?:close|solve|resolve)\b/i, say: 'Write “Close as "…"”.' },
  {
    words: /\b(?:check|verify|confirm|make sure|ensure|review|decide|determine)\b/i,
    say: 'Declare the fact that decides it and write “If …: …”, or let a person answer: “Judge "…"”.',
  },
  {
    words: /\b(?:look up|find|read|open|search|get)\b/i,
    say: 'Declare the fact in the header and write “Get <fact>”.',
  },
];

const general =
  'To have it run, begin it with a word that the app knows, such as Get, If, Propose, Draft reply, Escalate to, Gate or Judge.';

/**
 * What is said of a line that the app does not understand: a hint, or an error where it hides an action or is only
 * a slip away from an instruction.
 */
export function unreadLine(phrase: Phrase, because: string | undefined, reading: Reading): Problem {
  return (
    hiddenProposal(phrase, reading) ??
    lostReason(phrase, because, reading) ??
    findSlip(phrase, reading) ??
    manualStep(phrase, because ?? adviceOfNames(phrase, reading))
  );
}

/** A reason in other quotes, or in one that is never closed: the escalation would be a person's to remember. */
function lostReason(phrase: Phrase, because: string | undefined, { declared }: Reading): Problem | undefined {
  if (!declared.isCodified || !because?.includes('the reason behind “because”')) return undefined;
  if (!/\bbecause\s+["'“”„‘’‚«»`]/i.test(phrase.words)) return undefined;
  const message = `The reason behind “because” must stand in quotes: ${quoted(phrase.words)}.`;
  return errorAt(phrase.span, { id: 'syntax', message });
}

/** The hint that a bullet is for a person to tick off, with what would make it decidable. */
export function manualStep(phrase: Phrase, because: string | undefined): Problem {
  const say = because ?? adviceFor(phrase.words);
  const message = `A person ticks this off: ${quoted(phrase.words)}. ${say}`;
  return infoAt(phrase.span, {
    id: 'manual-step',
    message,
    values: { text: phrase.words.slice(0, 200), advice: say },
  });
}

/** `Send reply please wait`, `full refund`: what is declared under a name that the bullet speaks of says how to write it. */
function adviceOfNames({ words }: Phrase, { declared }: Reading): string | undefined {
  const folded = ` ${foldName(words.replace(/[.!]/g, ' '))} `;
  const speaksOf = (name: string): boolean => folded.includes(` ${foldName(name)} `);
  const saysReply = /\b(?:reply|draft|send|answer|e-?mail|message)\b/i.test(words);
  const reply = saysReply ? declared.replies.names.find(speaksOf) : undefined;
  if (reply !== undefined) return `Write “Draft reply ${reply}”.`;
  const action = declared.actions.names.find(speaksOf);
  return action === undefined ? undefined : `To have it done by the app, write “Propose ${action}”.`;
}

function adviceFor(words: string): string {
  // A vague time or amount is not what makes a bullet undecidable: “reply soon” still has no instruction in it.
  const vague = findVague(words).find(({ kind }) => kind === 'judgement' || kind === 'condition');
  if (vague) return vague.advice;
  const beginning = words.split(/\s+/, 4).join(' ');
  return beginnings.find((advice) => advice.words.test(beginning))?.say ?? general;
}

/**
 * An action that is proposed in a bullet that the app does not understand. That is an error and not a manual step, because what
 * the bullet says beside the action may be what has to be true for it.
 */
function hiddenProposal(phrase: Phrase, reading: Reading): Problem | undefined {
  const { actions, hasHeader } = reading.declared;
  if (!hasHeader) return undefined;
  for (const { index, text } of phrase.outerMatches(/propose\s*/gi)) {
    const action = actions.matchAt(phrase.whole, index + text.length);
    if (!action) continue;
    if (/^gate\s*["“]/i.test(phrase.words)) return gateWithoutRole(phrase);
    if ((phrase.words.match(/"/g) ?? []).length % 2 === 1) return openQuote(phrase);
    const message = `This bullet proposes ${quoted(action.name)} in a way that the app cannot follow: ${quoted(phrase.words)}. Write “Propose ${action.name}” alone, or behind “If <condition>:”.`;
    return errorAt(phrase.spanOf(index, action.to), { id: 'syntax', message, values: { name: action.name } });
  }
  return undefined;
}

function gateWithoutRole(phrase: Phrase): Problem {
  const message =
    'It is not said who decides at this gate. Write the team or role before the question: “Gate Team lead "…"”.';
  return errorAt(phrase.spanOf(phrase.from, phrase.from + 'gate'.length), { id: 'syntax', message });
}

function openQuote(phrase: Phrase): Problem {
  const message = `A quotation mark is never closed in this bullet: ${quoted(phrase.words)}. Put one behind the text.`;
  return errorAt(phrase.span, { id: 'syntax', message });
}
