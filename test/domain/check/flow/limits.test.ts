import { describe, expect, it } from 'vitest';
import { flowLines, flowProblems, sopWith, withBullets, withTable } from './flow-text.ts';

/** What a call takes, in milliseconds; the limits below are far above it, so that they only fail where something explodes. */
function timed<Result>(work: () => Result): { readonly result: Result; readonly took: number } {
  const start = performance.now();
  const result = work();
  return { result, took: performance.now() - start };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('documents that nobody writes', () => {
  it('with a chain of 1,000 branches have their one gap found', { timeout: 60_000 }, () => {
    const bullets = range(1000).map(
      (at) =>
        `- ${at > 0 ? 'Else if' : 'If'} prior chargebacks = ${String((at * 2) % 600)} and order value > $${String(at)}: stop.`,
    );
    const { result, took } = timed(() => flowProblems(withBullets(bullets.join('\n'))));
    expect(result.some(({ id }) => id === 'gap')).toBe(true);
    expect(took).toBeLessThan(20_000);
  });

  it.each([
    [35, ['unreachable ruled-out']],
    // Lists end at 40 levels: what reading finds there is an error of its own.
    [100, []],
  ])('with Ifs nested %i deep are looked through', { timeout: 60_000 }, (depth, found) => {
    const bullets = range(depth).map(
      (at) => `${'  '.repeat(at)}- If order value < $${String(at === depth - 1 ? 5000 : 2000 - at)}:`,
    );
    const text = withBullets([...bullets, `${'  '.repeat(depth)}- If order value > $3000: stop.`].join('\n'));
    const { result, took } = timed(() => flowLines(text));
    expect(result).toEqual(found);
    expect(took).toBeLessThan(20_000);
  });

  const table = (rows: readonly string[], mode?: string): string =>
    withTable(
      `| order value | prior chargebacks | carrier status | then |\n|---|---|---|---|\n${rows.join('\n')}`,
      mode,
    );

  it('with a table of 2,000 rows have its gap found', { timeout: 60_000 }, () => {
    const rows = range(2000).map(
      (at) =>
        `| > $${String(at % 50)} | ${String(at % 40)} | ${at % 3 === 0 ? 'lost' : 'returned'} | add note "x" |`,
    );
    const { result, took } = timed(() => flowProblems(table(rows)));
    expect(result.some(({ id, level }) => id === 'gap' && level === 'error')).toBe(true);
    expect(took).toBeLessThan(20_000);
  });

  it(
    'with 2,000 rows of (exactly one) that overlap have the first of them named',
    { timeout: 60_000 },
    () => {
      const rows = range(2000).map((at) => `| any | >= ${String(at % 50)} | any | add note "x" |`);
      const { result, took } = timed(() => flowProblems(table(rows, 'exactly one')));
      expect(result.filter(({ id }) => id === 'overlap')).toHaveLength(20);
      expect(took).toBeLessThan(20_000);
    },
  );

  it('with 300 locked proposals and guards have each looked at', { timeout: 60_000 }, () => {
    const bullets = range(300).map(
      (at) =>
        `- If order value < $${String(900 + at)}: propose replacement.\n- Else: add tag "${String(at)}".`,
    );
    const { result, took } = timed(() => flowProblems(withBullets(bullets.join('\n'))));
    expect(result.filter(({ id }) => id === 'locked-action').length).toBeGreaterThan(0);
    expect(took).toBeLessThan(20_000);
  });

  it('with tables that lead back to themselves are looked through', () => {
    const table = (name: string, then: string): string =>
      `## Decision: ${name}\n\n| order value | then |\n|---|---|\n| < $200 | ${then} |\n| > $200 | stop |\n\n`;
    const text = sopWith({
      steps: ['- If stock available: decide first.\n- Else: stop.'],
      behind: table('first', 'decide second') + table('second', 'decide first'),
    });
    // Only what is under $200 comes to the second one.
    expect(flowLines(text)).toEqual(['gap order value exactly $200']);
  });

  it('with more combinations than can be looked at say so once, at each place', { timeout: 60_000 }, () => {
    const inputs = range(40).map(
      (at) => `  amount ${String(at)}: number from shopify.order.amount_${String(at)}`,
    );
    const sums = range(40).map((at) => `amount ${String(at)} * ${String(at + 3)}`);
    const condition = (than: number): string => `${sums.join(' + ')} > ${String(than)}`;
    const many = range(40).map(
      (at) => `(amount ${String(at)} + amount ${String((at * 7 + 1) % 40)} > ${String(at)})`,
    );
    const text = sopWith({
      steps: [
        `- If ${condition(5)} and (${many.join(' or ')}): stop.\n- Else if ${many.join(' and ')}: stop.`,
        '- Stop.',
      ],
      change: (source) => source.replace('actions:', `${inputs.join('\n')}\nactions:`),
    });
    const { result, took } = timed(() => flowProblems(text).filter(({ id }) => id === 'gap'));
    expect(result.length).toBeGreaterThan(0);
    expect(took).toBeLessThan(20_000);
  });

  it('with hundreds of places that are too much each take no longer than one', { timeout: 60_000 }, () => {
    const inputs = range(30).map(
      (at) => `  amount ${String(at)}: number from shopify.order.amount_${String(at)}`,
    );
    const knot = (than: number): string =>
      range(20)
        .map(
          (at) =>
            `(amount ${String(at)} > ${String(than)} or amount ${String((at * 7 + than) % 30)} < ${String(at)})`,
        )
        .join(' and ');
    const text = sopWith({
      steps: range(200).map(
        (at) => `- If ${knot(at)}: draft reply "a".\n- Else if stock available: draft reply "b".`,
      ),
      change: (source) => source.replace('actions:', `${inputs.join('\n')}\nactions:`),
    });
    const { result, took } = timed(() => flowProblems(text));
    expect(result.filter(({ id }) => id === 'gap').length).toBeGreaterThanOrEqual(200);
    expect(took).toBeLessThan(10_000);
  });

  it.each([
    [
      'numbers of 200 digits',
      (at: number) => `weight * 0.${'3'.repeat(180)} / 7 > ${'9'.repeat(190)}${String(at)}`,
    ],
    [
      'yes and no that are compared',
      (at: number) =>
        range(20)
          .map((one) => `(stock available = (weight > ${String(one * at)}))`)
          .join(' and '),
    ],
    [
      'an “if” with many facts',
      (at: number) =>
        `weight > (if ${range(30)
          .map((one) => `order value > $${String(one)} or prior chargebacks = ${String(one)}`)
          .join(' or ')} then 5 else ${String(at)})`,
    ],
  ])('with %s are looked through', { timeout: 60_000 }, (_, condition) => {
    const bullets = range(50).map((at) => `- ${at > 0 ? 'Else if' : 'If'} ${condition(at)}: stop.`);
    const { result, took } = timed(() => flowProblems(withBullets(bullets.join('\n'))));
    expect(result.some(({ id }) => id === 'gap')).toBe(true);
    expect(took).toBeLessThan(10_000);
  });
});
