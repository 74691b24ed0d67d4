import { jsonResponse, type FakeResponse } from '../fake.ts';

/** An error in EasyPost's form; `errors` are fields with what is wrong of each, or plain texts. */
export function easyPostError(
  status: number,
  code: string,
  message: string,
  errors: readonly unknown[] = [],
): FakeResponse {
  return jsonResponse(status, { error: { code, message, errors } });
}

export const notFound = (...errors: readonly string[]) =>
  easyPostError(404, 'NOT_FOUND', 'The requested resource could not be found.', errors);

export const refused = (...errors: readonly string[]) =>
  easyPostError(422, 'UNPROCESSABLE_ENTITY', 'The request could not be processed.', errors);

export const missing = (...fields: readonly string[]) =>
  easyPostError(
    422,
    'PARAMETER.REQUIRED',
    'Missing required parameter.',
    fields.map((field) => ({ field, message: 'cannot be blank' })),
  );
