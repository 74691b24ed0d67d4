import { describe, expect, it } from 'vitest';
import type { EasyPostSeed } from '../../../desk/fakes/easypost/seed.ts';
import type { EasyPostState } from '../../../desk/fakes/easypost/state.ts';
import type { VerifiedApproval } from '../../../src/domain/decisions/approval.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { actionContext, proposal, targetOf, verified } from '../adapter-world.ts';
import {
  actionOf,
  claim,
  createEasyPostWorld,
  insurance,
  label,
  parcel,
  type EasyPostWorld,
} from './sample-easypost.ts';

/** An action in a world where it can be carried out. */
type Row = {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, FactJson>>;
  readonly seed: Partial<EasyPostSeed>;
  /** How often it has happened. */
  readonly effects: (state: EasyPostState) => number;
  /** What somebody else does between the approval and the execution. */
  readonly change: (state: EasyPostState) => void;
  readonly stale: string;
  /** What is known when nothing arrived. EasyPost cannot say of a claim or an insurance that none is on its way. */
  readonly afterNothing: 'did-not-happen' | 'cannot-tell';
};

const lossOfParcel = {
  type: 'loss',
  amount: 'USD 96',
  description: 'The carrier has lost the parcel.',
  contact_email: 'claims@shop.example',
};

const addresses = {
  to_address: 'Sample Customer, 1 Example Street, Springfield, IL, 62701, US',
  from_address: 'Sample Shop, 2 Example Street, Springfield, IL, 62701, US',
};

const before: EasyPostSeed['trackers'] = [{ ...parcel, status: 'pre_transit' }];

const rows: readonly (Row & { readonly name: string })[] = [
  {
    name: 'easypost.file_claim',
    operation: 'easypost.file_claim',
    parameters: lossOfParcel,
    seed: { insurances: [insurance] },
    effects: (state) => state.claims.length,
    change: (state) => void state.claims.push({ ...claim, status: 'cancelled' }),
    stale: 'Another claim of this parcel has come since this was approved.',
    afterNothing: 'cannot-tell',
  },
  {
    name: 'easypost.cancel_claim',
    operation: 'easypost.cancel_claim',
    parameters: {},
    seed: { insurances: [insurance], claims: [claim] },
    effects: (state) => state.claims.filter(({ status }) => status === 'cancelled').length,
    change: (state) => {
      state.claims[0]!.status = 'in_review';
    },
    stale: 'The claim clm_1 is in review: it cannot be cancelled any more.',
    afterNothing: 'did-not-happen',
  },
  {
    name: 'easypost.refund_label',
    operation: 'easypost.refund_label',
    parameters: {},
    seed: { trackers: before, shipments: [label] },
    effects: (state) => state.shipments.filter(({ refundStatus }) => refundStatus === 'submitted').length,
    change: (state) => {
      state.shipments[0]!.refundStatus = 'refunded';
    },
    stale: 'A refund of this label was asked for already: it is refunded.',
    afterNothing: 'did-not-happen',
  },
  {
    name: 'easypost.insure, of a label that was bought with EasyPost',
    operation: 'easypost.insure',
    parameters: { amount: 'USD 80' },
    seed: { trackers: before, shipments: [label] },
    effects: (state) => state.insurances.length,
    change: (state) => void state.insurances.push({ ...insurance, status: 'cancelled' }),
    stale: 'Another insurance of this parcel has come since this was approved.',
    afterNothing: 'cannot-tell',
  },
  {
    name: 'easypost.insure, of any other parcel',
    operation: 'easypost.insure',
    parameters: { amount: 'USD 80', ...addresses },
    seed: { trackers: before },
    effects: (state) => state.insurances.length,
    change: (state) => void state.insurances.push({ ...insurance, status: 'cancelled' }),
    stale: 'Another insurance of this parcel has come since this was approved.',
    afterNothing: 'cannot-tell',
  },
  {
    name: 'easypost.cancel_insurance',
    operation: 'easypost.cancel_insurance',
    parameters: { insurance: 'ins_1' },
    seed: { insurances: [insurance] },
    effects: (state) => state.insurances.filter(({ status }) => status === 'cancelled').length,
    change: (state) => {
      state.insurances[0]!.status = 'failed';
    },
    stale: 'The insurance ins_1 is failed: there is nothing to cancel.',
    afterNothing: 'did-not-happen',
  },
];

const context = actionContext({ 'tracking number': 'EZ1001' });
const reads = /^(GET|POST \/v2\/trackers$)/;
const writesOf = (world: EasyPostWorld) => world.sent().filter((request) => !reads.test(request));
const isWrite = ({ method, url }: { readonly method: string; readonly url: URL }) =>
  method === 'POST' && url.pathname !== '/v2/trackers';

async function approve(world: EasyPostWorld, { operation, parameters }: Row): Promise<VerifiedApproval> {
  const action = actionOf(world, operation);
  const prepared = await action.prepare(proposal(operation, parameters), context, 'shared');
  return verified(operation, parameters, targetOf(prepared));
}

describe.each(rows)('$name', (row) => {
  const { operation, seed, effects } = row;
  const execute = (world: EasyPostWorld, approval: VerifiedApproval) =>
    world.settled(actionOf(world, operation).execute(approval, context));
  const reconcile = (world: EasyPostWorld, approval: VerifiedApproval) =>
    world.settled(actionOf(world, operation).reconcile(approval, context));

  it('happens once', async () => {
    const world = createEasyPostWorld(seed);
    expect(await execute(world, await approve(world, row))).toMatchObject({ is: 'succeeded' });
    expect(effects(world.fake.state)).toBe(1);
    expect(writesOf(world)).toHaveLength(1);
  });

  it('sends nothing more when it is carried out again', async () => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    await execute(world, approval);
    await execute(world, approval);
    expect(effects(world.fake.state)).toBe(1);
    expect(writesOf(world)).toHaveLength(1);
  });

  it('does nothing when what was approved is different now', async () => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    row.change(world.fake.state);
    expect(await execute(world, approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', reason: row.stale },
    });
    expect(writesOf(world)).toEqual([]);
  });

  it('is unknown when the answer is lost, is never sent again by itself, and is found out', async () => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('easypost', { fault: { is: 'lost-answer' }, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
    expect(writesOf(world)).toHaveLength(1);
    world.zaf.faults.clear();
    const found = await reconcile(world, approval);
    expect(found).toMatchObject({ is: 'happened', result: { is: 'succeeded' } });
    expect(found.is === 'happened' && found.result.reconciled).toBe(found.how);
  });

  it('is unknown when nothing arrived', async () => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('easypost', { fault: { is: 'down' }, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(await reconcile(world, approval)).toMatchObject({ is: row.afterNothing });
    expect(effects(world.fake.state)).toBe(0);
  });

  it.each([
    ['a page', { is: 'garbage' }],
    ['half an answer', { is: 'truncated' }],
    ['another form', { is: 'status', status: 200, body: '{"ok":true}' }],
    ['500', { is: 'status', status: 500 }],
    ['503', { is: 'status', status: 503 }],
  ] as const)('is unknown and sent once when the answer is %s', async (_, fault) => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('easypost', { fault, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
    expect(writesOf(world)).toHaveLength(1);
  });

  it.each([
    [429, 'unavailable'],
    [401, 'misconfigured'],
    [422, 'refused'],
    [404, 'refused'],
  ] as const)('fails and does nothing when EasyPost answers %s', async (status, code) => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    const body = JSON.stringify({ error: { code: 'SAMPLE', message: 'Not today.', errors: [] } });
    world.zaf.faults.inject('easypost', { fault: { is: 'status', status, body }, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code } });
    expect(effects(world.fake.state)).toBe(0);
  });

  it('does nothing while the newest state cannot be read', async () => {
    const world = createEasyPostWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('easypost', { fault: { is: 'status', status: 503 } });
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code: 'unavailable' } });
    expect(await reconcile(world, approval)).toMatchObject({ is: 'cannot-tell' });
    expect(effects(world.fake.state)).toBe(0);
  });

  it('cannot be prepared without a parcel', async () => {
    const world = createEasyPostWorld(seed);
    const given = proposal(operation, row.parameters);
    expect(await actionOf(world, operation).prepare(given, actionContext(), 'shared')).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target', reason: 'Neither a tracking number nor an order number is known.' },
    });
  });
});

describe('filing a claim', () => {
  const kind = 'easypost.file_claim';
  const prepare = (world: EasyPostWorld, parameters: Readonly<Record<string, FactJson>> = lossOfParcel) =>
    actionOf(world, kind).prepare(proposal(kind, parameters), context, 'shared');

  it('shows what the parcel is insured for, and where evidence has to be added', async () => {
    expect(await prepare(createEasyPostWorld({ insurances: [insurance] }))).toEqual({
      is: 'ready',
      target: { ids: { tracking_code: 'EZ1001', type: 'loss', claims: '' }, name: 'EZ1001' },
      preview: [
        { label: 'tracking_code', value: 'EZ1001' },
        { label: 'insured_for', value: 'USD 100' },
        { label: 'evidence_to_add', value: 'https://app.easypost.com/' },
      ],
      atMost: { amount: 'USD 100' },
    });
  });

  it('says where no insurance was found, and EasyPost refuses it in its own words', async () => {
    const world = createEasyPostWorld();
    const prepared = await prepare(world);
    expect(prepared).toMatchObject({ preview: [{}, { label: 'insurance_found', value: false }, {}] });
    const approval = verified(kind, lossOfParcel, targetOf(prepared));
    expect(await actionOf(world, kind).execute(approval, context)).toMatchObject({
      is: 'failed',
      failure: { code: 'refused', status: 404 },
    });
  });

  it('is on its way, not paid, and can be cancelled', async () => {
    const world = createEasyPostWorld({ insurances: [insurance] });
    const approval = verified(kind, lossOfParcel, targetOf(await prepare(world)));
    expect(await actionOf(world, kind).execute(approval, context)).toEqual({
      is: 'succeeded',
      reference: 'clm_desk1',
      pending: true,
      undo: { operation: 'easypost.cancel_claim', parameters: { claim: 'clm_desk1' } },
    });
    expect(world.fake.state.claims[0]?.description).toBe(
      `The carrier has lost the parcel.\n\nReference: ${approval.key}`,
    );
  });

  it.each(['submitted', 'in_review', 'rejected', 'approved'] as const)(
    'is not offered where a claim of this kind is there already, %s',
    async (status) => {
      const world = createEasyPostWorld({ insurances: [insurance], claims: [{ ...claim, status }] });
      expect(await prepare(world)).toMatchObject({ is: 'impossible', failure: { code: 'not-allowed' } });
    },
  );

  it('is offered beside a claim of another parcel, and after one that was cancelled', async () => {
    const claims = [
      { ...claim, id: 'clm_2', trackingCode: 'EZ9' },
      { ...claim, status: 'cancelled' as const },
    ];
    const prepared = await prepare(createEasyPostWorld({ insurances: [insurance], claims }));
    expect(targetOf(prepared).ids['claims']).toBe('clm_1');
  });

  it.each(['damage', 'theft'])(
    'says openly that %s needs evidence that cannot be added from here',
    async (type) => {
      const world = createEasyPostWorld({ insurances: [insurance] });
      expect(await prepare(world, { ...lossOfParcel, type })).toMatchObject({
        is: 'impossible',
        failure: {
          code: 'not-allowed',
          reason: `EasyPost takes a claim for ${type} only with evidence, which cannot be added from here: file it at https://app.easypost.com/.`,
        },
      });
    },
  );

  it.each([
    [{ amount: 'EUR 96' }, 'EasyPost counts in US dollars, the amount is in EUR.'],
    [{ amount: 'USD 0' }, 'The amount has to be above zero.'],
    [{ amount: 'USD 9.999' }, 'The amount has more decimals than US dollars have.'],
    [{ type: 'delay' }, 'EasyPost takes claims for loss, damage and theft, not for “delay”.'],
    [{ description: ' ' }, 'A claim needs a description of what happened.'],
    [{ contact_email: 'nobody' }, 'A claim needs an address that EasyPost can write to.'],
  ])('refuses %o', async (given, reason) => {
    const world = createEasyPostWorld({ insurances: [insurance] });
    expect(await prepare(world, { ...lossOfParcel, ...given })).toEqual({
      is: 'impossible',
      failure: { code: 'not-allowed', reason },
    });
    expect(world.sent()).toEqual([]);
  });

  it('does not take the same claim of somebody else for its own', async () => {
    const world = createEasyPostWorld({ insurances: [insurance] });
    const approval = verified(kind, lossOfParcel, targetOf(await prepare(world)));
    world.fake.state.claims.push({ ...claim });
    expect(await actionOf(world, kind).reconcile(approval, context)).toEqual({
      is: 'cannot-tell',
      how: 'The claim clm_1 asks for the same, but does not carry the key of this approval.',
    });
  });

  it('is unknown where there are more claims than can be looked through', async () => {
    const claims = Array.from({ length: 501 }, (_, index) => ({
      ...claim,
      id: `clm_x${index}`,
      trackingCode: 'EZ9',
    }));
    const world = createEasyPostWorld({ insurances: [insurance], claims });
    expect(await prepare(world)).toMatchObject({ is: 'impossible', failure: { code: 'unclear-target' } });
    expect(world.sent().filter((request) => request === 'GET /v2/claims')).toHaveLength(5);
  });
});

describe('cancelling a claim', () => {
  const kind = 'easypost.cancel_claim';
  const prepare = (world: EasyPostWorld, parameters = {}, given = context) =>
    actionOf(world, kind).prepare(proposal(kind, parameters), given, 'shared');

  it('lets the rep choose between several, and keeps to the choice', async () => {
    const world = createEasyPostWorld({ claims: [claim, { ...claim, id: 'clm_2', type: 'theft' }] });
    expect(await prepare(world)).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target' },
      choice: {
        system: 'easypost',
        record: 'claim',
        candidates: [
          {
            id: 'clm_1',
            details: [
              { label: 'claim_type', value: 'loss' },
              { label: 'status', value: 'submitted' },
              { label: 'amount', value: 'USD 96' },
              { label: 'since', value: '2026-11-16' },
            ],
          },
          { id: 'clm_2' },
        ],
      },
    });
    const chosen = { ...context, chosen: () => 'clm_2' };
    expect(targetOf(await prepare(world, {}, chosen)).ids['claim']).toBe('clm_2');
  });

  it('never cancels the claim of another parcel', async () => {
    const world = createEasyPostWorld({ claims: [{ ...claim, trackingCode: 'EZ9' }] });
    expect(await prepare(world, { claim: 'clm_1' })).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target', reason: 'clm_1 is no claim of this parcel.' },
    });
  });
});

describe('the refund of a label', () => {
  const kind = 'easypost.refund_label';
  const prepare = (world: EasyPostWorld) =>
    actionOf(world, kind).prepare(proposal(kind, {}), context, 'shared');

  it('shows what the label cost and where the parcel is', async () => {
    expect(await prepare(createEasyPostWorld({ trackers: before, shipments: [label] }))).toMatchObject({
      is: 'ready',
      target: { ids: { shipment: 'shp_1', refund_status: '' } },
      preview: [
        { label: 'postage', value: 'USD 6.07' },
        { label: 'carrier_status', value: 'pre transit' },
      ],
    });
  });

  it.each([
    ['submitted', { is: 'succeeded', reference: 'shp_1', pending: true }],
    ['refunded', { is: 'succeeded', reference: 'shp_1' }],
    ['rejected', { is: 'failed', failure: { code: 'refused' } }],
    ['not_applicable', { is: 'failed', failure: { code: 'refused' } }],
  ] as const)('is %s', async (refundsBecome, result) => {
    const world = createEasyPostWorld({ trackers: before, shipments: [{ ...label, refundsBecome }] });
    const approval = verified(kind, {}, targetOf(await prepare(world)));
    expect(await actionOf(world, kind).execute(approval, context)).toMatchObject(result);
  });

  it('is not offered for a label that was bought elsewhere', async () => {
    expect(await prepare(createEasyPostWorld())).toMatchObject({
      is: 'impossible',
      failure: { reason: 'The label of EZ1001 was not bought with EasyPost.' },
    });
  });

  it('can be asked for again after it was rejected, and then nobody can tell a lost answer', async () => {
    const world = createEasyPostWorld({
      trackers: before,
      shipments: [{ ...label, refundStatus: 'rejected', refundsBecome: 'rejected' }],
    });
    const approval = verified(kind, {}, targetOf(await prepare(world)));
    expect(await actionOf(world, kind).reconcile(approval, context)).toMatchObject({ is: 'cannot-tell' });
  });
});

describe('an insurance', () => {
  const kind = 'easypost.insure';
  const prepare = (world: EasyPostWorld, parameters: Readonly<Record<string, FactJson>>) =>
    actionOf(world, kind).prepare(proposal(kind, parameters), context, 'shared');

  it('can be taken back, and is pending until EasyPost has asked the carrier', async () => {
    const world = createEasyPostWorld({ trackers: before });
    const parameters = { amount: 'USD 80', ...addresses };
    const approval = verified(kind, parameters, targetOf(await prepare(world, parameters)));
    expect(await actionOf(world, kind).execute(approval, context)).toEqual({
      is: 'succeeded',
      reference: 'ins_desk1',
      pending: true,
      undo: { operation: 'easypost.cancel_insurance', parameters: { insurance: 'ins_desk1' } },
    });
    expect(world.fake.state.insurances).toMatchObject([{ amount: '80.00', reference: approval.key }]);
  });

  it.each([
    [
      {},
      'The label was not bought with EasyPost, so it needs to_address and from_address as “Name, street, city, state, zip, US”.',
    ],
    [
      { ...addresses, to_address: 'somewhere' },
      'The label was not bought with EasyPost, so it needs to_address as “Name, street, city, state, zip, US”.',
    ],
  ])('needs addresses in a form that leaves nothing to guess: %o', async (given, reason) => {
    const world = createEasyPostWorld({ trackers: before });
    expect(await prepare(world, { amount: 'USD 80', ...given })).toMatchObject({
      is: 'impossible',
      failure: { reason },
    });
  });

  it('is not bought for a parcel that is insured, or that is under way', async () => {
    const insured = createEasyPostWorld({ trackers: before, insurances: [insurance] });
    expect(await prepare(insured, { amount: 'USD 80', ...addresses })).toMatchObject({
      failure: { reason: 'This parcel is insured for USD 100 already: ins_1, purchased.' },
    });
    expect(await prepare(createEasyPostWorld(), { amount: 'USD 80', ...addresses })).toMatchObject({
      failure: { reason: 'The carrier has the parcel as in transit: it cannot be insured any more.' },
    });
  });
});
