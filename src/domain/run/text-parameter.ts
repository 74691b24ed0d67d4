import type { Parameters } from './commands.ts';

/** A parameter that is a text; empty where it is absent. */
export function textParameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}
