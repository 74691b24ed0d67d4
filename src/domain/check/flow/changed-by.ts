import type { FactName } from '../../facts/value.ts';
import { builtInSources } from '../../run/built-in-source.ts';
import type { FieldReference, Instruction, Sop, Source } from '../../sop/document.ts';
import type { ChangedFacts } from './path.ts';

/** Says which facts may have another value behind an instruction; undefined where none may. */
export type ChangedBy = (instruction: Instruction) => ChangedFacts | undefined;

type SystemSource = Extract<Source, { from: 'system' }>;

/**
 * What is read again has perhaps changed, and so has what a system tells of itself after an action in it. While a run waits for
 * the customer or for time, anything may change.
 */
export function changesOf({ inputs, actions }: Sop): ChangedBy {
  const sources = [
    ...builtInSources,
    ...inputs.map(({ name, source }): readonly [FactName, Source] => [name, source]),
  ];
  const read = (isChanged: (source: SystemSource) => boolean): ReadonlySet<FactName> =>
    new Set(
      sources.flatMap(([name, source]) => (source.from === 'system' && isChanged(source) ? [name] : [])),
    );
  const systems = new Map(actions.map(({ name, system }) => [name, system]));
  const bySystem = new Map<string, ReadonlySet<FactName>>();
  const factsOf = (system: string): ReadonlySet<FactName> => {
    const facts = bySystem.get(system) ?? read((source) => source.system === system);
    bySystem.set(system, facts);
    return facts;
  };
  return (instruction) => {
    switch (instruction.kind) {
      case 'get':
      case 'extract':
        return new Set(instruction.facts);
      case 'ask':
      case 'hold-for':
      case 'hold-until':
        return 'everything';
      case 'propose':
        return factsOf(systems.get(instruction.action) ?? '');
      case 'apply-macro':
        return factsOf('zendesk');
      case 'set':
        return read((source) => isField(source, instruction.field));
      case 'add-tag':
      case 'remove-tag':
        return read(({ system, field }) => system === 'zendesk' && field === 'tags');
      default:
        return undefined;
    }
  };
}

function isField({ system, ...source }: SystemSource, field: FieldReference): boolean {
  return (
    system === 'zendesk' &&
    source.record === field.record &&
    source.field === field.field &&
    source.customField === field.customField
  );
}
