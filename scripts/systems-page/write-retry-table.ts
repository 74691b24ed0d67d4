import { retryTable } from '../../src/systems/transport/retry-table.ts';

type Row = (typeof retryTable)[keyof typeof retryTable] & {
  /** Which requests it is for. */
  readonly requests: string;
  /** What follows when its tries are used up. */
  readonly afterwards: string;
};

/** Every row of the retry table with its words. A new row does not compile without them. */
const rows = {
  read: {
    ...retryTable.read,
    requests: 'Everything that only asks: reading, searching, the check of a connection.',
    afterwards: 'The reason is shown; nothing was changed.',
  },
  'same-key': {
    ...retryTable['same-key'],
    requests: 'Stripe’s writes, and those of a described API that has a header for our key.',
    afterwards: 'After a 500 the same key would only repeat the error, so the outcome is looked up.',
  },
  'same-effect': {
    ...retryTable['same-effect'],
    requests:
      'What leaves the same state when it is done twice: Signoff’s own records in Zendesk, the tags of a ticket, Shopify’s refund with its key.',
    afterwards: 'The outcome is looked up.',
  },
  'same-values': {
    ...retryTable['same-values'],
    requests:
      'Fixed values in HubSpot, Salesforce and an order of Shopify; a record that Salesforce makes by an external id of ours.',
    afterwards: 'The record is read back.',
  },
  unsent: {
    ...retryTable.unsent,
    requests: 'Changes of a Zendesk ticket, which are refused where the ticket has changed.',
    afterwards:
      'After a conflict it is read and compared again; after a lost answer the ticket’s audit is read.',
  },
  never: {
    ...retryTable.never,
    requests: 'Every other write.',
    afterwards: 'The outcome is looked up; where the system cannot tell, a person is asked.',
  },
} as const satisfies Record<keyof typeof retryTable, Row>;

/** The retry table of the transport in words. */
export function writeRetryTable(): string {
  return [
    '| requests | sent at most | again after | and then |',
    '| --- | --- | --- | --- |',
    ...Object.values(rows).map(({ requests, tries, on, afterwards }) => {
      return `| ${requests} | ${tries === 1 ? 'once' : `${tries} times`} | ${reasonsOf(on)} | ${afterwards} |`;
    }),
  ].join('\n');
}

const reasonsOf = (on: Row['on']): string =>
  on.length === 0 ? '—' : on.map((reason) => (reason === 'nothing' ? 'no answer' : `${reason}`)).join(', ');
