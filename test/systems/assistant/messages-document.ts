/**
 * `POST /v1/messages` as far as it is used, strictly: what is not here is refused, such as sampling parameters, which the models answer with 400.
 * Source: https://platform.claude.com/docs/en/api/messages and https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 */
const text = { type: 'string' };
const header = (name: string, value?: string) => ({
  name,
  in: 'header',
  required: true,
  schema: value === undefined ? text : { type: 'string', const: value },
});
const block = {
  oneOf: [
    { type: 'object', required: ['type', 'text'], properties: { type: { const: 'text' }, text } },
    {
      type: 'object',
      required: ['type', 'id', 'name', 'input'],
      properties: {
        type: { const: 'tool_use' },
        id: text,
        name: text,
        input: { type: 'object', properties: {} },
      },
    },
    {
      type: 'object',
      required: ['type', 'tool_use_id', 'content'],
      properties: { type: { const: 'tool_result' }, tool_use_id: text, content: text },
    },
  ],
};

const request = {
  type: 'object',
  required: ['model', 'max_tokens', 'messages', 'output_config'],
  properties: {
    model: text,
    max_tokens: { type: 'integer', minimum: 1, maximum: 1500 },
    system: text,
    thinking: {
      type: 'object',
      required: ['type'],
      properties: { type: { enum: ['disabled', 'between_tools', 'adaptive'] } },
    },
    tools: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'description', 'input_schema'],
        properties: {
          name: text,
          description: text,
          input_schema: { type: 'object', additionalProperties: true },
        },
      },
    },
    tool_choice: { type: 'object', required: ['type'], properties: { type: { const: 'none' } } },
    messages: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['role', 'content'],
        properties: {
          role: { enum: ['user', 'assistant'] },
          content: { oneOf: [text, { type: 'array', items: block }] },
        },
      },
    },
    output_config: {
      type: 'object',
      required: ['format'],
      properties: {
        effort: { enum: ['low', 'medium', 'high', 'max'] },
        format: {
          type: 'object',
          required: ['type', 'schema'],
          properties: {
            type: { const: 'json_schema' },
            schema: { type: 'object', additionalProperties: true },
          },
        },
      },
    },
  },
};

const answer = {
  type: 'object',
  required: ['id', 'type', 'role', 'model', 'content', 'stop_reason', 'usage'],
  properties: {
    type: { const: 'message' },
    content: { type: 'array' },
    stop_reason: text,
    usage: { type: 'object' },
  },
};

export const messagesDocument = {
  openapi: '3.1.0',
  info: { title: 'Messages', version: '2026-10-21' },
  paths: {
    '/v1/messages': {
      post: {
        operationId: 'createMessage',
        parameters: [
          header('x-api-key'),
          header('anthropic-version', '2026-10-21'),
          header('anthropic-dangerous-direct-browser-access', 'true'),
        ],
        requestBody: { required: true, content: { 'application/json': { schema: request } } },
        responses: { 200: { description: 'OK', content: { 'application/json': { schema: answer } } } },
      },
    },
  },
};
