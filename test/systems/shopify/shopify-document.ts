/** The one operation of Shopify’s Admin API as OpenAPI. Source: https://shopify.dev/docs/api/admin-graphql, "Endpoints and queries" */
export const shopifyDocument = {
  openapi: '3.1.0',
  info: { title: 'Shopify Admin GraphQL', version: '2026-10' },
  paths: {
    '/admin/api/2026-10/graphql.json': {
      post: {
        operationId: 'graphql',
        parameters: [
          { name: 'X-Shopify-Access-Token', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['query', 'variables'],
                properties: {
                  query: { type: 'string' },
                  variables: { type: 'object', additionalProperties: true },
                },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'OK',
            content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
          },
        },
      },
    },
  },
};
