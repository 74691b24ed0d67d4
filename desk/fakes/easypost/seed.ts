/** What a world puts into the fake of EasyPost. A code that is not here gets a tracker with the status `unknown`, as EasyPost does it. */
export type EasyPostSeed = {
  /** The key that requests must carry. */
  readonly key: string;
  readonly trackers: readonly EasyPostTrackerSeed[];
};

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
