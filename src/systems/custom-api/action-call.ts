import type { ApiAction, ApiDocument } from '../../domain/custom-api/api-document.ts';
import type { Values } from '../../domain/custom-api/fill-request.ts';
import type { ApiCall } from './api-transport.ts';
import { textValue } from './values-of.ts';

/** What stands for the reserved names of a request. */
export type Reserved = {
  readonly id: string | undefined;
  readonly key: string;
  readonly approver: string;
  readonly ticket: string;
};

/**
 * The request of an action. Only with a key that the system heeds may it be sent again by itself.
 */
export function actionCall(
  { api, action }: { readonly api: ApiDocument; readonly action: ApiAction },
  parameters: Values,
  reserved: Reserved,
): ApiCall {
  const { keyHeader } = action;
  return {
    request: action.request,
    values: withReserved(parameters, reserved),
    operation: `carry out “${action.title}” in ${api.title}`,
    repeat: keyHeader === undefined ? 'never' : 'same-key',
    priority: 'person',
    ...(keyHeader === undefined ? {} : { headers: { [keyHeader]: reserved.key } }),
  };
}

/** Parameters, and what the approval itself gives: no parameter can have one of these names. */
export function withReserved(parameters: Values, reserved: Partial<Reserved>): Values {
  const own = new Map(
    Object.entries(reserved).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, textValue(text)] as const],
    ),
  );
  return (name) => own.get(name) ?? parameters(name);
}
