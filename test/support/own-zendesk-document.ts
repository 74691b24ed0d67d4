/**
 * Operations that the contract checker's Zendesk document lacks, written from the vendor's pages:
 * https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/
 * https://developer.zendesk.com/api-reference/ticketing/organizations/organization_fields/
 * https://developer.zendesk.com/api-reference/ticketing/users/user_fields/
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-ticket-incidents
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-followers-for-a-ticket
 * https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/
 * https://developer.zendesk.com/api-reference/ticketing/account-configuration/brands/
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

const ticket = {
  type: 'object',
  required: ['id', 'status', 'created_at'],
  properties: { id: { type: 'integer' }, status: { type: 'string' }, created_at: { type: 'string' } },
};
const user = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' }, email: { type: ['string', 'null'] } },
};
const customRole = {
  type: 'object',
  required: ['id', 'name', 'configuration'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    configuration: {
      type: 'object',
      properties: {
        ticket_editing: { type: 'boolean' },
        ticket_comment_access: { type: 'string', enum: ['public', 'none'] },
        ticket_tag_editing: { type: 'boolean' },
        end_user_profile_access: { type: 'string' },
        organization_editing: { type: 'boolean' },
        organization_notes_editing: { type: 'boolean' },
        assign_tickets_to_any_group: { type: 'boolean' },
        side_conversation_create: { type: 'boolean' },
      },
    },
  },
};
const brand = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
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
const perPage = { name: 'per_page', in: 'query', schema: { type: 'integer' } };
const listOf = (name: string, items: object) => answer(name, { type: 'array', items });

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
    '/api/v2/tickets/{id}/incidents': {
      parameters: [id, perPage],
      get: { responses: listOf('tickets', ticket) },
    },
    '/api/v2/tickets/{id}/followers': { parameters: [id], get: { responses: listOf('users', user) } },
    '/api/v2/tickets/{id}/email_ccs': { parameters: [id], get: { responses: listOf('users', user) } },
    '/api/v2/users/{id}/tickets/requested': {
      parameters: [id, page],
      get: { responses: listOf('tickets', ticket) },
    },
    '/api/v2/custom_roles': { get: { responses: listOf('custom_roles', customRole) } },
    '/api/v2/brands': { get: { responses: listOf('brands', brand) } },
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
