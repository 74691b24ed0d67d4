import * as z from 'zod/mini';

/** Only what is read. Values of properties are text; an empty one is null. Source: https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
const object = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.nullable(z.string())),
  updatedAt: z.string(),
});

/** A batch that could not be read in full answers 207 and says so in `errors`. */
const batch = z.object({
  results: z.array(object),
  errors: z.optional(z.array(z.object({ message: z.string() }))),
});

const next = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }));

export const hubspotSchemas = {
  object,
  batch,
  search: z.object({ total: z.int(), results: z.array(object) }),
  /** Ids are whole numbers here and text everywhere else. */
  associations: z.object({
    results: z.array(z.object({ toObjectId: z.union([z.int(), z.string()]) })),
    paging: next,
  }),
  property: z.object({
    name: z.string(),
    label: z.string(),
    type: z.string(),
    options: z.array(z.object({ label: z.string(), value: z.string() })),
    modificationMetadata: z.optional(z.object({ readOnlyValue: z.optional(z.boolean()) })),
  }),
  pipelines: z.object({
    results: z.array(
      z.object({
        stages: z.array(
          z.object({ id: z.string(), label: z.string(), metadata: z.record(z.string(), z.string()) }),
        ),
      }),
    ),
  }),
  owner: z.object({
    id: z.string(),
    email: z.nullish(z.string()),
    firstName: z.nullish(z.string()),
    lastName: z.nullish(z.string()),
  }),
  account: z.object({ portalId: z.int(), accountType: z.string() }),
};

export type HubspotObject = z.infer<typeof object>;
export type HubspotProperty = z.infer<typeof hubspotSchemas.property>;
export type HubspotOwner = z.infer<typeof hubspotSchemas.owner>;
export type HubspotBatch = z.infer<typeof batch>;
