import { jsonResponse, type FakeResponse } from '../fake.ts';

/** Errors are a list, also for one. Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export function salesforceError(
  status: number,
  errorCode: string,
  message: string,
  fields?: readonly string[],
): FakeResponse {
  return jsonResponse(status, [{ message, errorCode, ...(fields === undefined ? {} : { fields }) }]);
}

export const notFound = (): FakeResponse =>
  salesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
