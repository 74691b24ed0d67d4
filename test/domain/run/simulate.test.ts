import { expect, it } from 'vitest';
import { simulate } from '../../../src/domain/run/simulate.ts';
import { sopOf, steps, waits } from './running.ts';

it('ends at a hold until something that this world never makes true', () => {
  const sop = sopOf(steps('Hold until photo attached.', 'Close as "seen".'));
  const { advanced } = simulate(sop, {
    today: '2026-11-20',
    answer: () => ({ is: 'value', value: false }),
    fails: () => false,
    decide: () => 'yes',
  });
  expect(waits(advanced)).toEqual(['hold condition']);
});
