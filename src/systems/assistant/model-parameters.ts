/** What is sent with a model. Source: https://platform.claude.com/docs/en/build-with-claude/thinking-troubleshooting */
export type ModelParameters = {
  readonly thinking?: { readonly type: 'disabled' | 'between_tools' };
  readonly effort: 'low';
};

const parametersByModel: Readonly<Record<string, ModelParameters>> = {
  'claude-haiku-5-5': { thinking: { type: 'disabled' }, effort: 'low' },
  'claude-sonnet-5-5': { thinking: { type: 'between_tools' }, effort: 'low' },
};

/** Model used where the settings name none. */
export const defaultModel = 'claude-sonnet-5-5';

/** Parameters that this model accepts; a model that is not in the table gets the set that every one of them accepts. */
export function modelParameters(model: string): ModelParameters {
  return parametersByModel[model] ?? { effort: 'low' };
}
