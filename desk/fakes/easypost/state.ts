import type {
  EasyPostClaimSeed,
  EasyPostInsuranceSeed,
  EasyPostSeed,
  EasyPostShipmentSeed,
  EasyPostTrackerSeed,
} from './seed.ts';

export type ClaimRecord = Omit<EasyPostClaimSeed, 'status'> & { status: EasyPostClaimSeed['status'] };
export type InsuranceRecord = Omit<EasyPostInsuranceSeed, 'status'> & {
  status: EasyPostInsuranceSeed['status'];
};
export type ShipmentRecord = Omit<EasyPostShipmentSeed, 'refundStatus'> & {
  refundStatus: NonNullable<EasyPostShipmentSeed['refundStatus']> | undefined;
};

/** Everything that the fake of EasyPost knows. The desk shows it, tests look at it and change it as somebody else would. */
export type EasyPostState = {
  readonly key: string;
  /** By tracking code; a code that was asked for stays known. */
  readonly trackers: Map<string, EasyPostTrackerSeed>;
  readonly shipments: ShipmentRecord[];
  readonly insurances: InsuranceRecord[];
  readonly claims: ClaimRecord[];
};

export function createEasyPostState(seed: EasyPostSeed): EasyPostState {
  return {
    key: seed.key,
    trackers: new Map(seed.trackers.map((tracker) => [tracker.trackingCode, tracker])),
    shipments: (seed.shipments ?? []).map((shipment) => ({
      ...shipment,
      refundStatus: shipment.refundStatus,
    })),
    insurances: (seed.insurances ?? []).map((insurance) => ({ ...insurance })),
    claims: (seed.claims ?? []).map((claim) => ({ ...claim })),
  };
}
