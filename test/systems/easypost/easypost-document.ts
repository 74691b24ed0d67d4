/** The one operation of EasyPost that is used. Source: https://docs.easypost.com/docs/trackers, "Create a Tracker" */
const text = { type: ['string', 'null'] };

export const easyPostDocument = {
  openapi: '3.1.0',
  info: { title: 'EasyPost trackers', version: '2' },
  paths: {
    '/v2/trackers': {
      post: {
        operationId: 'createTracker',
        parameters: [{ name: 'Authorization', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['tracker'],
                properties: {
                  tracker: {
                    type: 'object',
                    required: ['tracking_code'],
                    properties: {
                      tracking_code: { type: 'string', minLength: 1 },
                      carrier: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'The tracker of this code, new or known',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: [
                    'id',
                    'object',
                    'mode',
                    'tracking_code',
                    'status',
                    'status_detail',
                    'tracking_details',
                    'public_url',
                  ],
                  properties: {
                    id: { type: 'string', pattern: '^trk_' },
                    object: { const: 'Tracker' },
                    mode: { enum: ['test', 'production'] },
                    tracking_code: { type: 'string' },
                    status: { type: 'string' },
                    status_detail: text,
                    carrier: text,
                    est_delivery_date: text,
                    public_url: { type: 'string' },
                    tracking_details: {
                      type: 'array',
                      items: { type: 'object', required: ['status', 'datetime'] },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
