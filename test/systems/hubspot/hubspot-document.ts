/** The operations of HubSpot that are used, written by hand. Source: https://developers.hubspot.com/docs/api-reference, one page for each. */
const text = { type: 'string' } as const;
const types = { enum: ['contacts', 'companies', 'deals', 'tickets', 'notes', 'tasks'] } as const;
const authorization = { name: 'Authorization', in: 'header', required: true, schema: text } as const;
const path = (name: string, schema: object = text) => ({ name, in: 'path', required: true, schema });
const query = (name: string, schema: object = text) => ({ name, in: 'query', schema });
const values = { type: 'object', additionalProperties: { type: ['string', 'null'] } } as const;
const written = { type: 'object', minProperties: 1, additionalProperties: text } as const;

const object = {
  type: 'object',
  required: ['id', 'properties', 'createdAt', 'updatedAt', 'archived'],
  properties: {
    id: { type: 'string', pattern: '^[0-9]+$' },
    properties: values,
    createdAt: text,
    updatedAt: text,
    archived: { type: 'boolean' },
  },
} as const;

const answer = (schema: object) => ({
  description: 'as documented',
  content: { 'application/json': { schema } },
});
const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const list = (of: object) => ({
  type: 'object',
  required: ['results'],
  properties: { results: { type: 'array', items: of } },
});

const batch = {
  type: 'object',
  required: ['status', 'results'],
  properties: {
    status: { enum: ['PENDING', 'PROCESSING', 'CANCELED', 'COMPLETE'] },
    results: { type: 'array', items: object },
    errors: { type: 'array', items: { type: 'object', required: ['message', 'category'] } },
  },
} as const;

const association = {
  type: 'object',
  required: ['to', 'types'],
  properties: {
    to: { type: 'object', required: ['id'], properties: { id: text } },
    types: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['associationCategory', 'associationTypeId'],
        properties: {
          associationCategory: { enum: ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED'] },
          associationTypeId: { type: 'integer' },
        },
      },
    },
  },
} as const;

export const hubspotDocument = {
  openapi: '3.1.0',
  info: { title: 'HubSpot CRM', version: '3' },
  paths: {
    '/account-info/v3/details': {
      get: {
        parameters: [authorization],
        responses: { 200: answer({ type: 'object', required: ['portalId', 'accountType'] }) },
      },
    },
    '/crm/v3/objects/{type}': {
      post: {
        parameters: [path('type', types), authorization],
        requestBody: json({
          type: 'object',
          required: ['properties', 'associations'],
          properties: { properties: written, associations: { type: 'array', items: association } },
        }),
        responses: { 201: answer(object) },
      },
    },
    '/crm/v3/objects/{type}/search': {
      post: {
        parameters: [path('type', types), authorization],
        requestBody: json({
          type: 'object',
          required: ['filterGroups', 'properties', 'limit', 'after', 'sorts'],
          properties: {
            filterGroups: { type: 'array', minItems: 1 },
            properties: { type: 'array', items: text },
            limit: { type: 'integer', minimum: 1, maximum: 200 },
            after: text,
            sorts: { type: 'array' },
          },
        }),
        responses: {
          200: answer({
            type: 'object',
            required: ['total', 'results'],
            properties: { total: { type: 'integer' }, results: { type: 'array', items: object } },
          }),
        },
      },
    },
    '/crm/v3/objects/{type}/batch/read': {
      post: {
        parameters: [path('type', types), authorization],
        requestBody: json({
          type: 'object',
          required: ['inputs', 'properties', 'propertiesWithHistory'],
          properties: {
            inputs: {
              type: 'array',
              maxItems: 100,
              items: { type: 'object', required: ['id'], properties: { id: text } },
            },
            properties: { type: 'array', items: text },
            propertiesWithHistory: { type: 'array', items: text },
          },
        }),
        responses: { 200: answer(batch), 207: answer(batch) },
      },
    },
    '/crm/v3/objects/{type}/{id}': {
      get: {
        parameters: [
          path('type', types),
          path('id'),
          query('properties'),
          query('idProperty'),
          authorization,
        ],
        responses: { 200: answer(object) },
      },
      patch: {
        parameters: [path('type', types), path('id'), authorization],
        requestBody: json({ type: 'object', required: ['properties'], properties: { properties: written } }),
        responses: { 200: answer(object) },
      },
    },
    '/crm/v4/objects/{type}/{id}/associations/{to}': {
      get: {
        parameters: [
          path('type', types),
          path('id', { type: 'string', pattern: '^[0-9]+$' }),
          path('to', types),
          query('limit', { type: 'integer', minimum: 1, maximum: 500 }),
          authorization,
        ],
        responses: {
          200: answer(list({ type: 'object', required: ['toObjectId', 'associationTypes'] })),
        },
      },
    },
    '/crm/v3/properties/{type}/{name}': {
      get: {
        parameters: [path('type', types), path('name'), authorization],
        responses: {
          200: answer({ type: 'object', required: ['name', 'label', 'type', 'fieldType', 'options'] }),
        },
      },
    },
    '/crm/v3/pipelines/{type}': {
      get: {
        parameters: [path('type', { enum: ['deals', 'tickets'] }), authorization],
        responses: { 200: answer(list({ type: 'object', required: ['id', 'label', 'stages'] })) },
      },
    },
    '/crm/v3/owners': {
      get: {
        parameters: [query('email'), query('limit', { type: 'integer', maximum: 500 }), authorization],
        responses: { 200: answer(list({ type: 'object', required: ['id'] })) },
      },
    },
    '/crm/v3/owners/{id}': {
      get: {
        parameters: [path('id'), authorization],
        responses: { 200: answer({ type: 'object', required: ['id'] }) },
      },
    },
  },
} as const;
