import type { ActionImplementation } from '../system.ts';
import { cancelClaim, prepareCancelClaim, reconcileCancelClaim } from './cancel-claim.ts';
import { cancelInsurance, prepareCancelInsurance, reconcileCancelInsurance } from './cancel-insurance.ts';
import { cancelClaimKind, fileClaimKind } from './claim-kinds.ts';
import type { EasyPostApi } from './easypost-api.ts';
import { fileClaim, reconcileClaim } from './file-claim.ts';
import type { Finder } from './find-parcel.ts';
import { insureParcel, reconcileInsurance } from './insure-parcel.ts';
import { cancelInsuranceKind, insureKind } from './insurance-kinds.ts';
import { prepareClaim } from './prepare-claim.ts';
import { prepareInsurance } from './prepare-insurance.ts';
import { prepareRefundLabel, reconcileRefundLabel, refundLabel } from './refund-label.ts';
import { refundLabelKind } from './refund-label-kind.ts';

/** Every action of EasyPost with what it takes to do it. */
export function easyPostActions(api: EasyPostApi, finder: Finder): readonly ActionImplementation[] {
  const tools = { api, records: finder.records };
  return [
    {
      kind: fileClaimKind,
      prepare: (proposal, context, freshness) => prepareClaim(finder, proposal, context, freshness),
      execute: (approval, { ticket }) => fileClaim(tools, approval, ticket.id),
      reconcile: (approval, { ticket }) => reconcileClaim(tools, approval, ticket.id),
    },
    {
      kind: cancelClaimKind,
      prepare: (proposal, context, freshness) => prepareCancelClaim(finder, proposal, context, freshness),
      execute: (approval) => cancelClaim(api, approval),
      reconcile: (approval) => reconcileCancelClaim(api, approval),
    },
    {
      kind: refundLabelKind,
      prepare: (proposal, context, freshness) => prepareRefundLabel(finder, proposal, context, freshness),
      execute: (approval) => refundLabel(api, approval),
      reconcile: (approval) => reconcileRefundLabel(api, approval),
    },
    {
      kind: insureKind,
      prepare: (proposal, context, freshness) => prepareInsurance(finder, proposal, context, freshness),
      execute: (approval, { ticket }) => insureParcel(tools, approval, ticket.id),
      reconcile: (approval, { ticket }) => reconcileInsurance(tools, approval, ticket.id),
    },
    {
      kind: cancelInsuranceKind,
      prepare: (proposal, context, freshness) => prepareCancelInsurance(finder, proposal, context, freshness),
      execute: (approval) => cancelInsurance(api, approval),
      reconcile: (approval) => reconcileCancelInsurance(api, approval),
    },
  ];
}
