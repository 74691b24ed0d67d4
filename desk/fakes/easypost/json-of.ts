import type { EasyPostTrackerSeed } from './seed.ts';
import type { ClaimRecord, EasyPostState, InsuranceRecord, ShipmentRecord } from './state.ts';

const mode = 'test';

export function trackerJson(tracker: EasyPostTrackerSeed, state: EasyPostState, now: string) {
  const {
    trackingCode,
    carrier,
    status,
    statusDetail = status,
    estDeliveryDate = null,
    lastScanAt,
  } = tracker;
  const scan = {
    object: 'TrackingDetail',
    message: statusDetail.replaceAll('_', ' '),
    status,
    status_detail: statusDetail,
    datetime: lastScanAt,
    source: carrier,
    tracking_location: { object: 'TrackingLocation', city: null, state: null, country: null, zip: null },
  };
  return {
    id: `trk_desk${trackingCode}`,
    object: 'Tracker',
    mode,
    tracking_code: trackingCode,
    status,
    status_detail: statusDetail,
    carrier,
    est_delivery_date: estDeliveryDate,
    public_url: `https://track.easypost.com/desk/${trackingCode}`,
    shipment_id: state.shipments.find((shipment) => shipment.trackingCode === trackingCode)?.id ?? null,
    signed_by: null,
    tracking_details: lastScanAt === undefined ? [] : [scan],
    finalized: true,
    created_at: now,
    updated_at: now,
  };
}

export function claimJson(claim: ClaimRecord, state: EasyPostState) {
  const insurance = state.insurances.find(({ trackingCode }) => trackingCode === claim.trackingCode);
  return {
    id: claim.id,
    object: 'Claim',
    mode,
    type: claim.type,
    tracking_code: claim.trackingCode,
    status: claim.status,
    status_detail: claim.status === 'cancelled' ? 'Claim cancellation was requested.' : 'Claim was created.',
    requested_amount: claim.amount,
    approved_amount: claim.approvedAmount ?? null,
    insurance_amount: insurance?.amount ?? null,
    insurance_id: insurance?.id ?? null,
    shipment_id: insurance?.shipment ?? null,
    description: claim.description ?? '',
    attachments: [],
    history: [{ status: claim.status, status_detail: 'Claim was created.', timestamp: claim.createdAt }],
    created_at: claim.createdAt,
    updated_at: claim.createdAt,
  };
}

export function insuranceJson(insurance: InsuranceRecord) {
  const { id, trackingCode, amount, status, createdAt, shipment = null, reference = null } = insurance;
  return {
    id,
    object: 'Insurance',
    mode,
    reference,
    status,
    // With more decimals than a claim has.
    amount: `${amount}000`,
    provider: 'easypost',
    tracking_code: trackingCode,
    shipment_id: shipment,
    fee: { object: 'Fee', type: 'InsuranceFee', amount: '1.00000', charged: true, refunded: false },
    messages: [],
    created_at: createdAt,
    updated_at: createdAt,
  };
}

export function shipmentJson(shipment: ShipmentRecord, state: EasyPostState, now: string) {
  const insurance = state.insurances.find(
    (candidate) => candidate.shipment === shipment.id && candidate.status !== 'cancelled',
  );
  return {
    id: shipment.id,
    object: 'Shipment',
    mode,
    tracking_code: shipment.trackingCode,
    status: state.trackers.get(shipment.trackingCode)?.status ?? 'unknown',
    refund_status: shipment.refundStatus ?? null,
    insurance: insurance?.amount ?? null,
    selected_rate: { object: 'Rate', rate: shipment.postage, currency: 'USD', carrier: 'USPS' },
    created_at: now,
    updated_at: now,
  };
}
