import * as z from 'zod/mini';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import { eventsSchema } from './changed-fields.ts';

/**
 * What every change of a ticket carries as metadata of its audit: nobody can alter it afterwards, so it is the proof of who approved
 * what, and the place to look when an answer was lost. Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/
 */
export type AuditMark = {
  readonly signoff: {
    readonly run: string;
    readonly command: string;
    readonly approver: string;
    /** SHA-256 of the SOP's text. */
    readonly sop: string;
    readonly key: string;
  };
};

/** Zendesk names no limit for metadata; 1 KB is known to work. A command is a path with fact names, which may be long. */
const longestCommand = 120;

export function auditMark({ approval, key }: VerifiedApproval): AuditMark {
  const { runId, command, by, sopHash } = approval;
  return {
    signoff: { run: runId, command: command.slice(0, longestCommand), approver: by.id, sop: sopHash, key },
  };
}

export const auditsSchema = z.object({
  audits: z.array(
    z.object({
      id: z.number(),
      created_at: z.string(),
      events: eventsSchema,
      metadata: z.optional(
        z.nullable(
          z.object({ custom: z.optional(z.nullable(z.looseObject({ signoff: z.optional(z.unknown()) }))) }),
        ),
      ),
    }),
  ),
});

export type Audit = z.output<typeof auditsSchema>['audits'][number];

const markSchema = z.object({ key: z.string() });

/** The audit of exactly this execution. */
export function findAudit(audits: readonly Audit[], key: string): Audit | undefined {
  return audits.find((audit) => {
    const mark = markSchema.safeParse(audit.metadata?.custom?.signoff);
    return mark.success && mark.data.key === key;
  });
}
