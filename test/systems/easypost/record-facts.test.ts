import { describe, expect, it } from 'vitest';
import type { EasyPostSeed } from '../../../desk/fakes/easypost/seed.ts';
import { readRequest } from '../adapter-world.ts';
import {
  claim,
  createEasyPostWorld,
  insurance,
  label,
  parcel,
  type EasyPostWorld,
} from './sample-easypost.ts';

const facts = { 'tracking number': 'EZ1001' };

async function read({ easypost }: EasyPostWorld, source: string) {
  const answer = await easypost.read(readRequest(source, { facts }));
  if (answer.is === 'failed') return answer;
  return answer.reading.is === 'value' ? answer.reading.value : answer.reading;
}

/** Every row: a source, and what it says. */
function tells(seed: Partial<EasyPostSeed>, rows: readonly (readonly [string, unknown])[]) {
  it.each(rows)('%s is %j', async (source, value) => {
    expect(await read(createEasyPostWorld(seed), source)).toEqual(value);
  });
}

const empty = { is: 'empty' };
const notFound = { is: 'none', because: 'not-found' };

describe('a parcel', () => {
  tells({ trackers: [{ ...parcel, lastScanAt: '2026-11-09T23:30:00Z' }] }, [
    ['easypost.tracker.scans', 1],
    ['easypost.tracker.last_scan_at', '2026-11-10'],
    ['easypost.tracker.signed_by', empty],
  ]);
  tells({}, [
    ['easypost.tracker.scans', 0],
    ['easypost.tracker.last_scan_at', empty],
    ['easypost.tracker.claims', []],
  ]);
});

describe('a claim', () => {
  tells({ claims: [{ ...claim, status: 'approved_partial', approvedAmount: '50.00' }] }, [
    ['easypost.claim.id', 'clm_1'],
    ['easypost.claim.type', 'loss'],
    ['easypost.claim.status', 'approved partial'],
    ['easypost.claim.requested_amount', 'USD 96'],
    ['easypost.claim.approved_amount', 'USD 50'],
    ['easypost.claim.created', '2026-11-16'],
    ['easypost.tracker.claims', ['clm_1']],
  ]);
  tells({ claims: [claim] }, [['easypost.claim.approved_amount', empty]]);
  tells({ claims: [{ ...claim, trackingCode: 'EZ9' }] }, [['easypost.claim.status', notFound]]);

  it('that was cancelled counts where there is no other', async () => {
    const cancelled = { ...claim, id: 'clm_0', status: 'cancelled' } as const;
    const world = createEasyPostWorld({ claims: [cancelled, claim] });
    expect(await read(world, 'easypost.claim.id')).toBe('clm_1');
    expect(await read(world, 'easypost.tracker.claims')).toEqual(['clm_1']);
    expect(await read(createEasyPostWorld({ claims: [cancelled] }), 'easypost.claim.status')).toBe(
      'cancelled',
    );
  });

  it('is chosen by the rep where there are several', async () => {
    const { easypost } = createEasyPostWorld({ claims: [claim, { ...claim, id: 'clm_2', type: 'theft' }] });
    const request = readRequest('easypost.claim.type', { facts });
    expect(await easypost.read(request)).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: { system: 'easypost', record: 'claim', candidates: [{ id: 'clm_1' }, { id: 'clm_2' }] },
    });
    expect(await easypost.read({ ...request, chosen: () => 'clm_2' })).toMatchObject({
      reading: { is: 'value', value: 'theft' },
    });
  });

  it('is looked for on every page, and once for all facts of a ticket', async () => {
    const others = Array.from({ length: 150 }, (_, index) => ({
      ...claim,
      id: `clm_x${index}`,
      trackingCode: 'EZ9',
    }));
    const world = createEasyPostWorld({
      claims: [...others, { ...claim, createdAt: '2026-11-01T10:00:00Z' }],
    });
    await Promise.all(['id', 'type', 'status'].map((field) => read(world, `easypost.claim.${field}`)));
    expect(await read(world, 'easypost.claim.id')).toBe('clm_1');
    expect(world.sent()).toEqual(['GET /v2/claims', 'GET /v2/claims']);
  });

  it('of months ago is found, because EasyPost is told from when on', async () => {
    const old = { ...claim, createdAt: '2026-07-01T10:00:00Z' };
    const world = createEasyPostWorld({ claims: [old, { ...claim, id: 'clm_2', trackingCode: 'EZ9' }] });
    expect(await read(world, 'easypost.claim.id')).toBe('clm_1');
  });
});

describe('an insurance', () => {
  tells({ insurances: [insurance] }, [
    ['easypost.insurance.id', 'ins_1'],
    ['easypost.insurance.amount', 'USD 100'],
    ['easypost.insurance.status', 'purchased'],
    ['easypost.insurance.created', '2026-11-01'],
  ]);
  tells({}, [['easypost.insurance.amount', notFound]]);
});

describe('a label', () => {
  tells({ shipments: [label], insurances: [{ ...insurance, shipment: 'shp_1' }] }, [
    ['easypost.shipment.id', 'shp_1'],
    ['easypost.shipment.refund_status', empty],
    ['easypost.shipment.postage', 'USD 6.07'],
    ['easypost.shipment.insured_for', 'USD 100'],
  ]);
  tells({ shipments: [{ ...label, refundStatus: 'not_applicable' }] }, [
    ['easypost.shipment.refund_status', 'not applicable'],
    ['easypost.shipment.insured_for', empty],
  ]);
  tells({}, [['easypost.shipment.id', notFound]]);
});
