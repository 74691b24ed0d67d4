import type { AssistantAnswerSeed } from '../fakes/assistant/seed.ts';
import type { DepotParcelSeed } from '../fakes/custom-api/seed.ts';
import type {
  EasyPostInsuranceSeed,
  EasyPostShipmentSeed,
  EasyPostTrackerSeed,
} from '../fakes/easypost/seed.ts';
import type { StripeDisputeSeed, StripeSubscriptionSeed } from '../fakes/stripe/seed.ts';
import type { AttachmentSeed, TicketStatus } from '../fakes/zendesk/seed.ts';
import type { Fault } from '../faults.ts';
import type { FORMS } from './ticket-fields.ts';

/** One ticket with everything that the outside systems know about it. The world is made of stories. */
export type Story = {
  readonly ticketId: number;
  /** What there is to see, for whoever tries the desk. */
  readonly shows: string;
  /** Who should look at it; the rep where nobody is named. */
  readonly viewer?: number;
  readonly customer: StoryCustomer;
  readonly subject: string;
  readonly form: (typeof FORMS)[keyof typeof FORMS]['name'];
  readonly status?: TicketStatus;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent';
  readonly tags?: readonly string[];
  readonly fields?: Readonly<Record<number, string>>;
  readonly messages: readonly StoryMessage[];
  readonly order?: StoryOrder;
  readonly payment?: StoryPayment;
  readonly parcel?: EasyPostTrackerSeed;
  /** What the same customer has bought besides. */
  readonly alsoBought?: readonly StoryPurchase[];
  /** The parcel of the order, where it lies at the depot. */
  readonly atDepot?: Omit<DepotParcelSeed, 'order'>;
  /** The label of the parcel, where it was bought with EasyPost. */
  readonly label?: Omit<EasyPostShipmentSeed, 'id' | 'trackingCode'>;
  readonly insurance?: Omit<EasyPostInsuranceSeed, 'id' | 'trackingCode'>;
  readonly subscription?: Omit<StripeSubscriptionSeed, 'id' | 'customer'>;
  /** What the stand-in for the assistant says of this ticket's message. */
  readonly assistant?: AssistantAnswerSeed;
  /** Systems that fail for this story alone. */
  readonly faults?: readonly Fault[];
};

export type StoryCustomer = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly organizationId?: number;
};

/** `by` is the customer where nobody is named. */
export type StoryMessage = {
  readonly at: string;
  readonly text: string;
  readonly by?: number;
  readonly isNote?: boolean;
  readonly attachments?: readonly AttachmentSeed[];
};

export type StoryOrder = {
  /** `1001` of `#1001`. */
  readonly number: string;
  readonly placedAt: string;
  readonly total: string;
  readonly currency: string;
  readonly title: string;
  /** How many of the article can be sold now. */
  readonly sellable: number;
  readonly promisedAt?: string;
  readonly deliveredAt?: string;
  readonly cancelledAt?: string;
  /** It was not sent, so there is no parcel either. */
  readonly isUnsent?: true;
};

/** An order of its own, with its payment and its parcel. */
export type StoryPurchase = {
  readonly order: StoryOrder;
  readonly payment: StoryPayment;
  readonly parcel?: EasyPostTrackerSeed;
};

type StoryPayment = {
  /** In the currency's minor unit. */
  readonly amount: number;
  readonly card: { readonly brand: string; readonly last4: string };
  /** Disputes of other payments of the same customer. */
  readonly disputes?: readonly StripeDisputeSeed['status'][];
  /** What was given back before, in the currency's minor unit. */
  readonly refunded?: number;
  /** The dispute of this payment itself. */
  readonly dispute?: Pick<StripeDisputeSeed, 'status' | 'reason' | 'dueBy'>;
  /** When the same amount was taken once more, by a payment that names no order. */
  readonly takenAgainAt?: string;
  /** The second payment names the order too, so that nothing but its time tells it from the first. */
  readonly isOrderNamedAgain?: true;
};
