/**
 * Something that Zendesk, or we, would object to in an app package. `error` stops the upload or breaks the app;
 * `warning` is what a reviewer will ask about. `rule` is stable: tests and people search for it.
 */
export type Finding = {
  readonly level: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
};

export const error = (rule: string, message: string): Finding => ({ level: 'error', rule, message });

export const warning = (rule: string, message: string): Finding => ({ level: 'warning', rule, message });
