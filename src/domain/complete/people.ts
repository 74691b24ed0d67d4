import { foldName } from '../facts/fact-name.ts';
import type { Catalogue } from '../sop/catalogue.ts';

/** A name of a team or role reaches to a sign, to a word that says more, or to the next instruction. */
const mentioned =
  /(?:\b(?:escalate[ \t]+to|notify|gate)|["”][ \t]+by|^owner:|^[ \t]+[^\r\n:]{1,80}:[^\r\n]{1,200}\sneeds)[ \t]+([\p{L}\p{N}][\p{L}\p{M}\p{N} &/+'’_-]{0,60})/gimu;
/** `and` also joins two names, `Trust and Safety`: a verb of the language begins with a small letter. */
const behindName = /\s+(?:because|by|only|then|if|when|else|otherwise)\b.*$|\s+and\s+(?=\p{Ll}).*$/su;

/** The teams and roles that a document speaks of, then those of the settings. What is being typed is none of them yet. */
export function readPeople(
  text: string,
  { offset, catalogue }: { readonly offset: number; readonly catalogue: Catalogue },
): readonly string[] {
  const byName = new Map<string, string>();
  for (const { index, 0: words, 1: written = '' } of text.matchAll(mentioned)) {
    const from = index + words.length - written.length;
    const name = written.replace(behindName, '').trim();
    const isTyped = offset >= from && offset <= from + name.length;
    if (name !== '' && !isTyped && !byName.has(foldName(name))) byName.set(foldName(name), name);
  }
  for (const name of catalogue.teams ?? []) byName.set(foldName(name), name);
  return [...byName.values()];
}
