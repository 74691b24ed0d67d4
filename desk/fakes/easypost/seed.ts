/** What a world puts into the fake of EasyPost. A code that is not here gets a tracker with the status `unknown`, as EasyPost does it. */
export type EasyPostSeed = {
  /** The key that requests must carry. */
  readonly key: string;
  readonly trackers: readonly EasyPostTrackerSeed[];
  /** Parcels whose label was bought with EasyPost. */
  readonly shipments?: readonly EasyPostShipmentSeed[];
  readonly insurances?: readonly EasyPostInsuranceSeed[];
  readonly claims?: readonly EasyPostClaimSeed[];
};

export type EasyPostShipmentSeed = {
  /** `shp_…` */
  readonly id: string;
  readonly trackingCode: string;
  /** What the label cost, in dollars: `6.07`. */
  readonly postage: string;
  readonly refundStatus?: 'submitted' | 'refunded' | 'rejected' | 'not_applicable';
  /** What a refund of the label becomes at once; default `submitted`. */
  readonly refundsBecome?: 'submitted' | 'refunded' | 'rejected' | 'not_applicable';
};

export type EasyPostInsuranceSeed = {
  /** `ins_…` */
  readonly id: string;
  readonly trackingCode: string;
  /** In dollars: `100.00`. */
  readonly amount: string;
  readonly status: 'new' | 'pending' | 'purchased' | 'failed' | 'cancelled';
  /** ISO instant. */
  readonly createdAt: string;
  /** Id of a shipment. */
  readonly shipment?: string;
  readonly reference?: string;
};

export type EasyPostClaimSeed = {
  /** `clm_…` */
  readonly id: string;
  readonly trackingCode: string;
  readonly type: 'damage' | 'loss' | 'theft';
  readonly status: EasyPostClaimStatus;
  /** In dollars: `100.00`. */
  readonly amount: string;
  readonly approvedAmount?: string;
  readonly description?: string;
  /** ISO instant. */
  readonly createdAt: string;
};

/** Source: https://docs.easypost.com/docs/insurance/claims */
type EasyPostClaimStatus =
  'submitted' | 'in_review' | 'needs_action' | 'approved' | 'approved_partial' | 'rejected' | 'cancelled';

export type EasyPostTrackerSeed = {
  readonly trackingCode: string;
  readonly carrier: string;
  readonly status: EasyPostStatus;
  /** Such as `in_transit`, `arrived_at_facility`, `lost`, `damaged`; default: the same word as the status. */
  readonly statusDetail?: string;
  /** ISO instant. */
  readonly estDeliveryDate?: string;
  /** ISO instant of the last scan: for a delivered parcel, of its delivery. */
  readonly lastScanAt?: string;
};

/** Source: https://docs.easypost.com/docs/trackers */
export type EasyPostStatus =
  | 'unknown'
  | 'pre_transit'
  | 'in_transit'
  | 'out_for_delivery'
  | 'delivered'
  | 'available_for_pickup'
  | 'return_to_sender'
  | 'failure'
  | 'cancelled'
  | 'error';
