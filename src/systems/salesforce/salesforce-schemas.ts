import * as z from 'zod/mini';

/** A row of a query: whatever was selected, and always the id. */
const row = z.looseObject({ Id: z.string() });

/** Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query.htm */
export const salesforceSchemas = {
  rows: z.object({ done: z.boolean(), records: z.array(row) }),
  fields: z.object({
    records: z.array(z.object({ QualifiedApiName: z.string(), Label: z.string(), DataType: z.string() })),
  }),
  /** Errors are a list, also for one. */
  errors: z.array(z.object({ errorCode: z.string(), message: z.string() })),
  upserted: z.object({ id: z.string(), success: z.boolean() }),
  row,
};

export type Row = z.infer<typeof row>;
export type FieldDefinition = z.infer<typeof salesforceSchemas.fields>['records'][number];
