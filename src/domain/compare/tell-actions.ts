import { quoted } from '../facts/found-problem.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { IsoDate } from '../facts/value.ts';
import type { ActionDeclaration, Sop } from '../sop/document.ts';
import { casesText } from './cases.ts';
import { changeOf } from './change-of.ts';
import { compareConditions } from './compare-conditions.ts';
import type { Change } from './difference.ts';
import { expressionKey } from './retype-expression.ts';
import type { Versions } from './same-parts.ts';

/** What the header declares of the actions: their values, locks and roles. */
export function tellActions(versions: Versions, today: IsoDate): readonly Change[] {
  return versions.actions.flatMap(({ before, after }) => {
    if (before && after) return tellAction({ before, after }, versions, today);
    const action = before ?? after;
    if (!action) return [];
    const sentence = after
      ? `The action ${quoted(action.name)} is new: ${operationOf(action)}.`
      : `The action ${quoted(action.name)} is gone.`;
    return [
      changeOf('action', sentence, {
        values: { action: action.name },
        before: before?.span,
        after: after?.span,
      }),
    ];
  });
}

type Both = { readonly before: ActionDeclaration; readonly after: ActionDeclaration };

function tellAction(both: Both, versions: Versions, today: IsoDate): readonly Change[] {
  const { before, after } = both;
  const sentences = [
    ...tellOperation(both),
    ...tellParameters(both, versions),
    ...tellLock(both, versions, today),
    ...tellRole(both),
  ];
  const place = { values: { action: after.name }, before: before.span, after: after.span };
  const found = sentences.map((sentence) => changeOf('action', sentence, place));
  if (before.name !== after.name)
    found.push(
      changeOf('wording', `The action ${quoted(before.name)} is now called ${quoted(after.name)}.`, place),
    );
  const isReworded =
    declarationText(versions.after, after) !== versions.renamed(declarationText(versions.before, before));
  if (found.length > 0 || !isReworded) return found;
  return [
    changeOf('wording', `The action ${quoted(after.name)} is worded differently; it is the same.`, place),
  ];
}

const declarationText = ({ source }: Sop, { span }: ActionDeclaration): string =>
  foldSpace(source.slice(span.from, span.to));

const operationOf = ({ system, operation }: ActionDeclaration): string => `${system}.${operation}`;

function tellOperation({ before, after }: Both): readonly string[] {
  if (operationOf(before) === operationOf(after)) return [];
  return [`${quoted(after.name)} is now ${operationOf(after)} instead of ${operationOf(before)}.`];
}

function tellParameters({ before, after }: Both, { facts }: Versions): readonly string[] {
  const names = [...new Set([...after.parameters, ...before.parameters].map(({ name }) => name))];
  return names.flatMap((name) => {
    const then = before.parameters.find((parameter) => parameter.name === name)?.value;
    const now = after.parameters.find((parameter) => parameter.name === name)?.value;
    const of = `The ${name} of ${quoted(after.name)}`;
    if (!then) return now ? [`${of} is new: ${quoted(now.text)}.`] : [];
    if (!now) return [`${of} is gone: it was ${quoted(then.text)}.`];
    if (expressionKey(facts.ofBefore(then)) === expressionKey(facts.ofAfter(now))) return [];
    return [`${of} is now ${quoted(now.text)} instead of ${quoted(then.text)}.`];
  });
}

function tellLock({ before, after }: Both, { facts }: Versions, today: IsoDate): readonly string[] {
  const of = `The lock of ${quoted(after.name)}`;
  const [then, now] = [before.onlyIf, after.onlyIf];
  if (!then) return now ? [`${of} is new: only if ${quoted(now.text)}.`] : [];
  if (!now) return [`${of} is gone: it was only if ${quoted(then.text)}.`];
  if (expressionKey(facts.ofBefore(then)) === expressionKey(facts.ofAfter(now))) return [];
  const found = compareConditions({ before: then, after: now }, facts, today);
  return [
    `${of} is now ${quoted(now.text)} instead of ${quoted(then.text)}${found ? `: ${opens(found)}` : ''}.`,
  ];
}

function opens({ gained, lost }: NonNullable<ReturnType<typeof compareConditions>>): string {
  if (gained.length === 0 && lost.length === 0) return 'it opens in the same cases';
  const open = gained.length > 0 ? [`it now also opens for ${casesText(gained)}`] : [];
  const closed = lost.length > 0 ? [`it no longer opens for ${casesText(lost)}`] : [];
  return [...open, ...closed].join(', and ');
}

function tellRole({ before, after }: Both): readonly string[] {
  if (before.needs === after.needs) return [];
  const of = quoted(after.name);
  if (after.needs === undefined) return [`${of} no longer needs the approval of ${before.needs ?? ''}.`];
  const instead = before.needs === undefined ? '' : ` instead of ${before.needs}`;
  return [`${of} now needs the approval of ${after.needs}${instead}.`];
}
