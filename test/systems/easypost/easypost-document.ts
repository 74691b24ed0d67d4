/**
 * The operations of EasyPost that are used, written from the vendor's pages: https://docs.easypost.com/docs/trackers,
 * /docs/insurance/claims, /docs/insurance, /docs/shipments
 */
const text = { type: 'string', minLength: 1 };
const orNull = { type: ['string', 'null'] };
const dollars = { type: 'string', pattern: '^\\d+(\\.\\d+)?$' };
const mode = { enum: ['test', 'production'] };

const objectOf = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (status: 200 | 201, schema: object) => ({ [status]: { description: 'OK', ...json(schema) } });
const body = (schema: object) => ({ required: true, ...json(schema) });
const nothing = body({ type: 'object', additionalProperties: false });

const authorization = { name: 'Authorization', in: 'header', required: true, schema: text };
const id = (prefix: string) => ({
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: `^${prefix}_` },
});
const inQuery = (name: string, schema: object) => ({ name, in: 'query', schema });
const paging = [
  inQuery('page_size', { type: 'integer', minimum: 1, maximum: 100 }),
  inQuery('before_id', text),
  inQuery('start_datetime', { type: 'string', format: 'date-time' }),
  inQuery('end_datetime', { type: 'string', format: 'date-time' }),
];

const tracker = objectOf({
  id: { type: 'string', pattern: '^trk_' },
  object: { const: 'Tracker' },
  mode,
  tracking_code: text,
  status: text,
  status_detail: orNull,
  carrier: orNull,
  est_delivery_date: orNull,
  public_url: text,
  shipment_id: orNull,
  tracking_details: { type: 'array', items: { type: 'object', required: ['status', 'datetime'] } },
});

const claim = objectOf({
  id: { type: 'string', pattern: '^clm_' },
  object: { const: 'Claim' },
  mode,
  type: { enum: ['damage', 'loss', 'theft'] },
  tracking_code: text,
  status: {
    enum: ['submitted', 'in_review', 'approved', 'approved_partial', 'rejected', 'cancelled', 'needs_action'],
  },
  status_detail: orNull,
  requested_amount: dollars,
  approved_amount: orNull,
  description: { type: 'string' },
  created_at: text,
});

const insurance = objectOf({
  id: { type: 'string', pattern: '^ins_' },
  object: { const: 'Insurance' },
  mode,
  status: { enum: ['new', 'pending', 'purchased', 'failed', 'cancelled'] },
  amount: dollars,
  reference: orNull,
  tracking_code: text,
  shipment_id: orNull,
  created_at: text,
});

const shipment = objectOf({
  id: { type: 'string', pattern: '^shp_' },
  object: { const: 'Shipment' },
  mode,
  tracking_code: orNull,
  refund_status: { enum: ['submitted', 'refunded', 'rejected', 'not_applicable', null] },
  insurance: orNull,
  selected_rate: { type: ['object', 'null'] },
  created_at: text,
});

const listOf = (name: string, item: object) =>
  objectOf({ [name]: { type: 'array', items: item }, has_more: { type: 'boolean' } });

const address = objectOf({
  name: text,
  street1: text,
  city: text,
  state: text,
  zip: text,
  country: { type: 'string', pattern: '^[A-Z]{2}$' },
});

const reading = (schema: object, parameters: readonly object[]) => ({
  parameters: [authorization, ...parameters],
  responses: answer(200, schema),
});
const changing = (schema: object, prefix: string, requestBody: object = nothing) => ({
  parameters: [authorization, id(prefix)],
  requestBody,
  responses: answer(200, schema),
});

export const easyPostDocument = {
  openapi: '3.1.0',
  info: { title: 'EasyPost: trackers, claims, insurances, shipments', version: '2' },
  paths: {
    '/v2/trackers': {
      get: reading(listOf('trackers', tracker), paging),
      post: {
        parameters: [authorization],
        requestBody: body(
          objectOf({ tracker: objectOf({ tracking_code: text, carrier: text }, ['tracking_code']) }),
        ),
        responses: answer(200, tracker),
      },
    },
    '/v2/claims': {
      get: reading(listOf('claims', claim), paging),
      post: {
        parameters: [authorization],
        requestBody: body(
          objectOf({
            type: { enum: ['damage', 'loss', 'theft'] },
            tracking_code: text,
            amount: { type: 'string', pattern: '^\\d+\\.\\d{2}$' },
            description: text,
            contact_email: { type: 'string', format: 'email' },
          }),
        ),
        responses: answer(201, claim),
      },
    },
    '/v2/claims/{id}': { get: reading(claim, [id('clm')]) },
    '/v2/claims/{id}/cancel': { post: changing(claim, 'clm') },
    '/v2/insurances': {
      get: reading(listOf('insurances', insurance), paging),
      post: {
        parameters: [authorization],
        requestBody: body(
          objectOf({
            insurance: objectOf(
              {
                tracking_code: text,
                carrier: text,
                amount: { type: 'string', pattern: '^\\d+\\.\\d{2}$' },
                reference: text,
                to_address: address,
                from_address: address,
              },
              ['tracking_code', 'amount', 'reference', 'to_address', 'from_address'],
            ),
          }),
        ),
        responses: answer(201, insurance),
      },
    },
    '/v2/insurances/{id}': { get: reading(insurance, [id('ins')]) },
    '/v2/insurances/{id}/refund': { post: changing(insurance, 'ins') },
    '/v2/shipments/{id}': { get: reading(shipment, [id('shp')]) },
    '/v2/shipments/{id}/insure': {
      post: changing(shipment, 'shp', body(objectOf({ amount: dollars }))),
    },
    '/v2/shipments/{id}/refund': { post: changing(shipment, 'shp') },
  },
};
