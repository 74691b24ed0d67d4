import { jsonResponse, type FakeResponse } from './fakes/fake.ts';

/** A refusal in the form that a system gives its errors, with a reason that a test can recognise. Status 4xx. */
export function refusalOfSystem(system: string, status: number): FakeResponse {
  const message = `The desk refuses this with ${status}.`;
  return jsonResponse(status, shapeOf(system, status, message), { 'x-request-id': `req-desk-${status}` });
}

function shapeOf(system: string, status: number, message: string): unknown {
  switch (system) {
    case 'zendesk':
      return { error: zendeskErrors[status] ?? 'InvalidRequest', description: message };
    case 'stripe':
      return { error: { type: status === 409 ? 'idempotency_error' : 'invalid_request_error', message } };
    case 'shopify':
      return { errors: message };
    case 'hubspot':
      return {
        status: 'error',
        message,
        correlationId: '00000000-0000-4000-8000-000000000001',
        category: hubspotCategories[status] ?? 'VALIDATION_ERROR',
      };
    case 'salesforce':
      return [{ message, errorCode: salesforceCodes[status] ?? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }];
    case 'easypost':
      return { error: { code: easypostCodes[status] ?? 'PARAMETER.INVALID', message, errors: [] } };
    case 'assistant':
      return { type: 'error', error: { type: 'invalid_request_error', message } };
    default:
      return { error: { message } };
  }
}

const zendeskErrors: Readonly<Record<number, string>> = {
  401: 'Couldn’t authenticate you',
  403: 'Forbidden',
  404: 'RecordNotFound',
  409: 'UpdateConflict',
  422: 'RecordInvalid',
};
const hubspotCategories: Readonly<Record<number, string>> = {
  401: 'INVALID_AUTHENTICATION',
  403: 'MISSING_SCOPES',
  404: 'OBJECT_NOT_FOUND',
  409: 'CONFLICT',
};
const salesforceCodes: Readonly<Record<number, string>> = {
  401: 'INVALID_SESSION_ID',
  403: 'INSUFFICIENT_ACCESS',
  404: 'NOT_FOUND',
  409: 'UNABLE_TO_LOCK_ROW',
};
const easypostCodes: Readonly<Record<number, string>> = {
  401: 'APIKEY.INACTIVE',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
};
