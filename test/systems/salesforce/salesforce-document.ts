/**
 * The operations of Salesforce that are used, written by hand: Salesforce generates its own document for each org.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_list.htm
 */
const text = { type: 'string' } as const;
const authorization = { name: 'Authorization', in: 'header', required: true, schema: text } as const;
const path = (name: string, schema: object = text) => ({ name, in: 'path', required: true, schema });
const id = { type: 'string', pattern: '^[A-Za-z0-9]{15}([A-Z0-5]{3})?$' } as const;
const fields = {
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
} as const;

const answer = (schema: object) => ({
  description: 'as documented',
  content: { 'application/json': { schema } },
});
const nothing = { description: 'done, without a body' };
const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });

const upserted = {
  type: 'object',
  required: ['id', 'success', 'errors'],
  properties: { id, success: { type: 'boolean' }, errors: { type: 'array' } },
} as const;
const keyed = [
  path('object', { enum: ['Task', 'Case'] }),
  path('field', { const: 'SignoffKey__c' }),
  path('key', { type: 'string', maxLength: 255 }),
  authorization,
];

export const salesforceDocument = {
  openapi: '3.1.0',
  info: { title: 'Salesforce REST API', version: '68.0' },
  paths: {
    '/services/data/v68.0/query': {
      get: {
        parameters: [
          {
            name: 'q',
            in: 'query',
            required: true,
            schema: {
              type: 'string',
              pattern: '^SELECT .+ FROM [A-Za-z]+( WHERE .+)?( ORDER BY [A-Za-z]+ DESC)? LIMIT [0-9]+$',
            },
          },
          authorization,
        ],
        responses: {
          200: answer({
            type: 'object',
            required: ['totalSize', 'done', 'records'],
            properties: {
              totalSize: { type: 'integer' },
              done: { type: 'boolean' },
              records: { type: 'array', items: { type: 'object', required: ['attributes'] } },
            },
          }),
        },
      },
    },
    '/services/data/v68.0/sobjects/{object}/{id}': {
      patch: {
        parameters: [
          path('object', { enum: ['Contact', 'Account', 'Opportunity', 'Case'] }),
          path('id', id),
          authorization,
        ],
        requestBody: json(fields),
        responses: { 204: nothing },
      },
    },
    '/services/data/v68.0/sobjects/{object}/{field}/{key}': {
      get: {
        parameters: keyed,
        responses: { 200: answer({ type: 'object', required: ['attributes', 'Id'] }) },
      },
      patch: {
        parameters: keyed,
        requestBody: json(fields),
        responses: { 200: answer(upserted), 201: answer(upserted), 204: nothing },
      },
    },
  },
} as const;
