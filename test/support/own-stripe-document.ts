/**
 * Operations that the contract checker's Stripe document lacks, written from the vendor's pages:
 * https://docs.stripe.com/api/subscriptions/list
 * https://docs.stripe.com/api/subscriptions/update
 * https://docs.stripe.com/api/subscriptions/object
 */
const seconds = { type: 'integer' };
const metadata = { type: 'object', additionalProperties: { type: 'string', maxLength: 500 } };

const subscription = {
  type: 'object',
  required: [
    'id',
    'object',
    'cancel_at_period_end',
    'created',
    'currency',
    'customer',
    'items',
    'livemode',
    'metadata',
    'start_date',
    'status',
  ],
  properties: {
    id: { type: 'string', pattern: '^sub_' },
    object: { const: 'subscription' },
    cancel_at_period_end: { type: 'boolean' },
    created: seconds,
    currency: { type: 'string', pattern: '^[a-z]{3}$' },
    customer: { type: 'string' },
    ended_at: { type: ['integer', 'null'] },
    items: {
      type: 'object',
      required: ['object', 'data', 'has_more'],
      properties: {
        object: { const: 'list' },
        has_more: { type: 'boolean' },
        data: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'object', 'current_period_end', 'price'],
            properties: {
              current_period_end: seconds,
              quantity: { type: 'integer' },
              price: {
                type: 'object',
                required: ['id', 'object', 'currency', 'unit_amount', 'recurring'],
                properties: { unit_amount: { type: ['integer', 'null'] } },
              },
            },
          },
        },
      },
    },
    livemode: { type: 'boolean' },
    metadata,
    start_date: seconds,
    status: {
      enum: [
        'active',
        'canceled',
        'incomplete',
        'incomplete_expired',
        'past_due',
        'paused',
        'trialing',
        'unpaid',
      ],
    },
  },
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (schema: object) => ({ 200: { description: 'OK', ...json(schema) } });
const inQuery = (name: string, schema: object) => ({ name, in: 'query', schema });

export const ownStripeDocument = {
  openapi: '3.1.0',
  info: { title: 'Stripe operations outside the checker', version: '2026-10-28.endive' },
  paths: {
    '/v1/subscriptions': {
      get: {
        parameters: [
          inQuery('customer', { type: 'string' }),
          inQuery('status', { enum: ['all', 'ended', ...subscription.properties.status.enum] }),
          inQuery('limit', { type: 'integer', minimum: 1, maximum: 100 }),
          inQuery('starting_after', { type: 'string' }),
        ],
        responses: answer({
          type: 'object',
          required: ['object', 'data', 'has_more'],
          properties: {
            object: { const: 'list' },
            data: { type: 'array', items: subscription },
            has_more: { type: 'boolean' },
          },
        }),
      },
    },
    '/v1/subscriptions/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^sub_' } }],
      get: { responses: answer(subscription) },
      post: {
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['cancel_at_period_end'],
                properties: { cancel_at_period_end: { type: 'boolean' }, metadata },
              },
            },
          },
        },
        responses: answer(subscription),
      },
    },
  },
};
