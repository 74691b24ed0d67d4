/**
 * Operations that the contract checker's Zendesk document lacks, written from the vendor's pages:
 * https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/
 * https://developer.zendesk.com/api-reference/ticketing/organizations/organization_fields/
 * https://developer.zendesk.com/api-reference/ticketing/users/user_fields/
 */
const organization = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    notes: { type: ['string', 'null'] },
    details: { type: ['string', 'null'] },
    external_id: { type: ['string', 'null'] },
    domain_names: { type: 'array', items: { type: 'string' } },
    tags: { type: 'array', items: { type: 'string' } },
    organization_fields: { type: 'object', additionalProperties: true },
    updated_at: { type: 'string' },
  },
};

const field = {
  type: 'object',
  required: ['id', 'key', 'title', 'type'],
  properties: {
    id: { type: 'integer' },
    key: { type: 'string' },
    title: { type: 'string' },
    type: { type: 'string' },
    active: { type: 'boolean' },
    custom_field_options: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'value'],
        properties: { name: { type: 'string' }, value: { type: 'string' } },
      },
    },
  },
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (name: string, schema: object) => ({
  200: {
    description: 'OK',
    ...json({ type: 'object', required: [name], properties: { [name]: schema } }),
  },
});
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const page = { name: 'page[size]', in: 'query', schema: { type: 'integer' } };

export const ownZendeskDocument = {
  openapi: '3.1.0',
  info: { title: 'Zendesk operations outside the checker', version: '1' },
  paths: {
    '/api/v2/organizations/{id}': {
      parameters: [id],
      get: { responses: answer('organization', organization) },
      put: {
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            required: ['organization'],
            properties: {
              organization: {
                type: 'object',
                properties: {
                  name: { type: 'string' },
                  notes: { type: 'string' },
                  details: { type: 'string' },
                  external_id: { type: 'string' },
                  organization_fields: { type: 'object', additionalProperties: true },
                },
              },
            },
          }),
        },
        responses: answer('organization', organization),
      },
    },
    '/api/v2/organization_fields': {
      parameters: [page],
      get: { responses: answer('organization_fields', { type: 'array', items: field }) },
    },
    '/api/v2/user_fields': {
      parameters: [page],
      get: { responses: answer('user_fields', { type: 'array', items: field }) },
    },
  },
};
