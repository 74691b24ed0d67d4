import * as z from 'zod/mini';

/** What the stand-in needs of a question: the facts that are asked for and what the customer wrote. */
export type ExtractionCall = {
  readonly model: string;
  /** Ids of the answer's schema by fact name. */
  readonly ids: ReadonlyMap<string, string>;
  readonly customerWrote: string;
};

const blockSchema = z.object({ type: z.string(), content: z.optional(z.unknown()) });
const callSchema = z.object({
  model: z.string(),
  max_tokens: z.int(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(blockSchema)]) })),
  output_config: z.object({ format: z.object({ type: z.literal('json_schema'), schema: z.unknown() }) }),
});
const askedSchema = z.array(z.object({ fact: z.string(), meaning: z.string() }));
const ticketSchema = z.object({ messages: z.array(z.object({ text: z.string() })) });

/** Reads the body of `POST /v1/messages`; undefined where it is no question for facts. */
export function readExtractionCall(body: string | undefined): ExtractionCall | undefined {
  const call = callSchema.safeParse(parseJson(body));
  if (!call.success) return undefined;
  const texts = call.data.messages.flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
  const asked = askedSchema.safeParse(parseJson(texts.map((text) => text.slice(text.indexOf('['))).join('')));
  const results = call.data.messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
  const ticket = ticketSchema.safeParse(
    parseJson(results.find(({ type }) => type === 'tool_result')?.content),
  );
  if (!asked.success || !ticket.success) return undefined;
  return {
    model: call.data.model,
    ids: new Map(asked.data.map(({ fact, meaning }) => [meaning, fact])),
    customerWrote: ticket.data.messages.map(({ text }) => text).join('\n'),
  };
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
