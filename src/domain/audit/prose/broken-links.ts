import { quoted } from '../../facts/found-problem.ts';
import type { AuditFinding } from '../audit-result.ts';
import type { ProseDocument } from './prose-document.ts';

/** Points for a link to a section that the document does not have; all together at most `mostForLinks`. Source: docs/audit.md. */
const eachLink = 0.15;
const mostForLinks = 0.4;

const anchorLink = /\]\(#([^()\s]+)\)/g;
const declaredAnchor = /(?:\b(?:id|name)=["']|\{#)([\p{L}\p{N}_.:-]{1,100})/gu;
const sectionWords =
  /\b(?:see|refer to|as in|follow|go to) (?:the )?(?:section\s+["“']?(?<after>[\p{L}\p{N}][\p{L}\p{N} _-]{0,60})["”']?|["“](?<before>[^"“”\n]{1,60})["”] section)(?=[\s.,;:)]|$)/giu;

/** Links and “see section …” that lead to a section which the document does not have. A link to another file cannot be checked. */
export function findBrokenLinks(document: ProseDocument): readonly AuditFinding[] {
  const sections = new Set(document.headings.map(({ words }) => comparable(withoutLinks(words))));
  for (const [, name] of document.text.matchAll(declaredAnchor)) sections.add(comparable(name ?? ''));
  const links = [
    ...linksToAnchors(document).filter(({ target }) => !isSection(target, sections)),
    ...linksInWords(document).filter(({ target }) => !isLikeSection(target, sections)),
  ];
  const cost = Math.min(eachLink, mostForLinks / links.length);
  return links.map(({ from, to, written }) => ({
    from,
    to,
    dimension: 'completeness',
    cost,
    message: `${quoted(written)} leads to no section of this document. Correct it, or write the section.`,
  }));
}

type SectionLink = {
  readonly target: string;
  readonly written: string;
  readonly from: number;
  readonly to: number;
};

function linksToAnchors({ text, masked, bodyFrom }: ProseDocument): readonly SectionLink[] {
  return Array.from(text.matchAll(anchorLink), ({ 0: link, 1: name = '', index }) => {
    const from = index + 2;
    return { target: comparable(name), written: `#${name}`, from, to: index + link.length - 1 };
    // Inside code a link is an example; encoded letters cannot be compared without decoding, which can fail.
  }).filter(({ from, written }) => from > bodyFrom && masked[from] !== ' ' && !written.includes('%'));
}

/** Each is compared with every heading, so only as many are looked at as anybody writes. */
const mostInWords = 100;

/** “See section Refunds”; without numbers, because those may be of another document, a contract or a law. */
function linksInWords({ text, headings, bodyFrom }: ProseDocument): readonly SectionLink[] {
  if (headings.length === 0) return [];
  return Array.from(text.matchAll(sectionWords), ({ 0: written, index, groups }) => {
    const target = comparable(groups?.['after'] ?? groups?.['before'] ?? '');
    return { target, written, from: index, to: index + written.length };
  })
    .filter(
      ({ from, target }) =>
        from >= bodyFrom && /^\p{L}/u.test(target) && !/^(?:above|below|of|on|for|in|this|that)/.test(target),
    )
    .slice(0, mostInWords);
}

/** A second heading of the same words has “-1” behind its anchor. */
function isSection(target: string, sections: ReadonlySet<string>): boolean {
  return (
    target === '' || target === 'top' || sections.has(target) || sections.has(target.replace(/\d+$/, ''))
  );
}

/** People shorten headings, so the first words of one are enough. */
function isLikeSection(target: string, sections: ReadonlySet<string>): boolean {
  if (isSection(target, sections)) return true;
  for (const section of sections)
    if (section.length > 2 && (target.startsWith(section) || section.startsWith(target))) return true;
  return false;
}

function withoutLinks(words: string): string {
  return words
    .replaceAll(/\]\([^()\s]*\)/g, '')
    .replaceAll(/\{#[^{}]*\}/g, '')
    .replaceAll(/:[a-z_]+:/g, '');
}

/** Letters and digits alone: sites make anchors out of headings in different ways. */
function comparable(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
