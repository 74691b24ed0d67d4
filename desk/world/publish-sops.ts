import * as z from 'zod/mini';
import { RestRefused, call, type Rest } from '../zaf/rest.ts';
import { AGENTS } from './people.ts';
import { publishedSetting, type DeskSop } from './sops.ts';
import { INSTALLATION } from './zendesk-seed.ts';

/**
 * Publishes SOPs as an admin does: a record for each version, which is never changed afterwards, and the hashes in the app's settings.
 * @throws where a version is there already with another text
 */
export async function publishSops(rest: Rest, sops: readonly DeskSop[]): Promise<void> {
  for (const sop of sops) {
    // One after the other, as an admin would.
    await publishVersion(rest, sop);
  }
  const body = { settings: { published: publishedSetting(sops) } };
  await call(
    rest,
    { method: 'PUT', path: `/api/v2/apps/installations/${INSTALLATION.id}.json`, body },
    z.unknown(),
  );
}

const RECORDS = '/api/v2/custom_objects/signoff_sop/records';

async function publishVersion(rest: Rest, sop: DeskSop): Promise<void> {
  try {
    await call(
      rest,
      { method: 'POST', path: RECORDS, body: { custom_object_record: recordOf(sop) } },
      z.unknown(),
    );
  } catch (error) {
    if (!(error instanceof RestRefused) || error.status !== 422) throw error;
    await expectSameText(rest, sop);
  }
}

async function expectSameText(rest: Rest, sop: DeskSop): Promise<void> {
  const path = `${RECORDS}?filter[external_ids]=${externalId(sop)}`;
  const { custom_object_records: records } = await call(rest, { method: 'GET', path }, RecordsAnswer);
  if (records.some((record) => record.custom_object_fields.hash === sop.hash)) return;
  throw new Error(
    `Cannot publish “${sop.id}”: version ${sop.version} is there already with another text. Raise “version” in its header.`,
  );
}

const RecordsAnswer = z.object({
  custom_object_records: z.array(
    z.object({ custom_object_fields: z.object({ hash: z.nullish(z.string()) }) }),
  ),
});

const externalId = ({ id, version }: DeskSop): string => `sop:${id}:v${version}`;

const recordOf = (sop: DeskSop): Readonly<Record<string, unknown>> => ({
  name: `${sop.id} v${sop.version}`,
  external_id: externalId(sop),
  custom_object_fields: {
    sop_id: sop.id,
    version: sop.version,
    schema: 1,
    source: sop.text,
    compiled: '',
    hash: sop.hash,
    published_by: AGENTS.admin.name,
  },
});
