import { closestSpelling } from '../../facts/closest-spelling.ts';
import { didYouMean, quoted } from '../../facts/found-problem.ts';
import type { OfferedAction } from '../../sop/catalogue.ts';
import type { ActionDeclaration, Sop } from '../../sop/document.ts';
import type { NotOffered, OfferedSystems } from './offered.ts';

/** Actions of the header that their system does not offer, or not with these parameters. */
export function actionsNotOffered({ actions }: Sop, offered: OfferedSystems): readonly NotOffered[] {
  return actions.flatMap((action): readonly NotOffered[] => {
    const system = offered.get(action.system);
    if (!system) return [];
    const operation = `${action.system}.${action.operation}`;
    const kind = system.actions.find((candidate) => candidate.operation === operation);
    if (kind) return [...surplusParameters(action, kind), ...missingParameters(action, kind)];
    const suggestion = closestSpelling(
      operation,
      system.actions.map((candidate) => candidate.operation),
    );
    const message = `${action.system} does not offer ${quoted(operation)}.${didYouMean(suggestion)}`;
    return [{ ...action.span, message }];
  });
}

function surplusParameters({ parameters }: ActionDeclaration, kind: OfferedAction): readonly NotOffered[] {
  const names = kind.parameters.map(({ name }) => name);
  return parameters
    .filter(({ name }) => !names.includes(name))
    .map(({ name, span }) => {
      const suggestion = closestSpelling(name, names);
      const message = `${quoted(kind.operation)} takes no ${quoted(name)}.${didYouMean(suggestion)}`;
      return { ...span, message };
    });
}

function missingParameters(
  { parameters, span }: ActionDeclaration,
  kind: OfferedAction,
): readonly NotOffered[] {
  const given = new Set(parameters.map(({ name }) => name));
  return kind.parameters
    .filter(({ name, required }) => required && !given.has(name))
    .map(({ name }) => {
      const message = `${quoted(kind.operation)} cannot be carried out without ${quoted(name)}. Write “${name} = …” in its brackets.`;
      return { ...span, message };
    });
}
