/** The depot's own contract: every request and every answer of its tests is compared with it. */
const json = (schema: object) => ({ 'application/json': { schema } });
const number = {
  name: 'number',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[A-Z0-9-]+$' },
};
const key = { name: 'X-Api-Key', in: 'header', required: true, schema: { type: 'string' } };

const parcel = {
  type: 'object',
  required: ['number', 'order', 'status', 'arrived_at', 'parcel', 'fee', 'tags'],
  properties: {
    number: { type: 'string' },
    status: { enum: ['waiting', 'held', 'sent'] },
    arrived_at: { type: 'string' },
    parcel: { type: 'object', required: ['weight_kg'] },
    fee: { type: 'object', required: ['amount', 'currency'] },
    tags: { type: 'array' },
  },
};

export const depotDocument = {
  openapi: '3.1.0',
  info: { title: 'Parcel depot', version: '1' },
  paths: {
    '/v1/health': {
      get: {
        operationId: 'health',
        parameters: [key],
        responses: { 200: { description: 'Up', content: json({ type: 'object', required: ['ok'] }) } },
      },
    },
    '/v1/parcels': {
      get: {
        operationId: 'parcelsOfOrder',
        parameters: [
          key,
          { name: 'order', in: 'query', required: true, schema: { type: 'string', minLength: 1 } },
        ],
        responses: {
          200: {
            description: 'The parcels of an order',
            content: json({
              type: 'object',
              required: ['results', 'has_more'],
              properties: { results: { type: 'array', items: parcel }, has_more: { type: 'boolean' } },
            }),
          },
        },
      },
    },
    '/v1/parcels/{number}': {
      get: {
        operationId: 'parcel',
        parameters: [key, number],
        responses: { 200: { description: 'The parcel', content: json(parcel) } },
      },
    },
    '/v1/parcels/{number}/holds': {
      get: {
        operationId: 'holds',
        parameters: [key, number],
        responses: {
          200: { description: 'Its holds', content: json({ type: 'object', required: ['holds'] }) },
        },
      },
    },
    '/v1/parcels/{number}/hold': {
      post: {
        operationId: 'hold',
        parameters: [
          key,
          number,
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: json({
            type: 'object',
            required: ['reason', 'reference', 'approved_by'],
            additionalProperties: false,
            properties: {
              reason: { enum: ['address', 'customs', 'customer request'] },
              reference: { type: 'string' },
              approved_by: { type: 'string' },
            },
          }),
        },
        responses: {
          201: {
            description: 'Held',
            content: json({ type: 'object', required: ['hold_id', 'status'] }),
          },
        },
      },
    },
    '/v1/parcels/{number}/release': {
      post: {
        operationId: 'release',
        parameters: [key, number],
        requestBody: { required: true, content: json({ type: 'object', additionalProperties: false }) },
        responses: {
          200: { description: 'Released', content: json({ type: 'object', required: ['status'] }) },
        },
      },
    },
  },
};
