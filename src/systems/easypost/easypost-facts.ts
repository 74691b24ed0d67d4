import type { FactField } from '../system.ts';
import { claimFacts } from './claim-facts.ts';
import { insuranceFacts } from './insurance-facts.ts';
import { fieldsOf } from './record-fact.ts';
import { shipmentFacts } from './shipment-facts.ts';
import { trackerFacts } from './tracker-facts.ts';

/** The catalogue by name, for the checker of SOPs. */
export const easyPostFactFields: readonly FactField[] = [
  ...fieldsOf('tracker', trackerFacts),
  { record: 'tracker', field: 'claims', type: { kind: 'list' } },
  ...fieldsOf('claim', claimFacts),
  ...fieldsOf('insurance', insuranceFacts),
  ...fieldsOf('shipment', shipmentFacts),
];
