import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import { cancelClaimKind, fileClaimKind } from './claim-kinds.ts';
import { cancelInsuranceKind, insureKind } from './insurance-kinds.ts';
import { refundLabelKind } from './refund-label-kind.ts';

/** Every kind of action that EasyPost offers, in the order of `easyPostActions`. */
export const easyPostKinds: readonly ActionKind[] = [
  fileClaimKind,
  cancelClaimKind,
  refundLabelKind,
  insureKind,
  cancelInsuranceKind,
];
