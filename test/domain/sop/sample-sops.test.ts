import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRunnable, parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { outline, walk } from './sop-text.ts';

const textOf = (id: string): string =>
  readFileSync(new URL(`../../../sops/${id}.sop.md`, import.meta.url), 'utf8');

describe.each(['late-parcel', 'damaged-item'])('the starter SOP %s', (id) => {
  const read = parseSop(textOf(id));

  it('has no problems, not even hints', () => {
    expect(read.problems).toEqual([]);
    expect(isRunnable(read)).toBe(true);
  });

  it('is the same whatever the line ends of the file are', () => {
    const others = ['\r\n', '\r'].map((lineEnd) => parseSop(textOf(id).replaceAll('\n', lineEnd)));
    for (const { sop, problems } of others) {
      expect(problems).toEqual([]);
      expect(sop?.steps.map(({ name, body }) => [name, outline(body)])).toEqual(
        read.sop?.steps.map(({ name, body }) => [name, outline(body)]),
      );
      expect(
        sop?.replies.map(({ text }) => text.map((piece) => ('fact' in piece ? piece.fact : piece.text))),
      ).toEqual(
        read.sop?.replies.map(({ text }) => text.map((piece) => ('fact' in piece ? piece.fact : piece.text))),
      );
    }
  });

  it('names every instruction by a path of its own', () => {
    const { paths } = walk(read);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('the SOP for late parcels', () => {
  const { sop } = parseSop(textOf('late-parcel'));

  it('is read as it is meant', () => {
    expect(
      sop?.steps.flatMap(({ number, name, body }) => [`${String(number)} ${name}`, ...outline(body)]),
    ).toEqual([
      '1 One dispute at a time',
      '1.1 if',
      '  [count(orders in dispute) > 1]',
      '    1.1>1.1 escalate',
      '2 Is the parcel really late?',
      '2.1 get',
      '2.3 if',
      '  [days since(promised date) < 3]',
      '    2.3>1.1 draft-reply',
      '    2.3>1.2 close',
      '2.2 on-failure easypost retry 1 after 120 s',
      '  2.2>failed.1 hold-for',
      '  2.2>failed.2 notify',
      '3 Decide',
      '3.1 if',
      '  [order value < $200 and prior chargebacks = 0]',
      '    3.1>1.1 propose',
      '  [carrier status = "lost"]',
      '    3.1>2.1 gate',
      '    3.1>2.2 propose',
      '  [else]',
      '    3.1>else.1 escalate',
      '  [unknown]',
      '    3.1>unknown.1 escalate',
      '4 Tell the customer',
      '4.1 draft-reply',
      '4.2 set',
      '4.3 close',
    ]);
  });

  it('knows the edge cases and where they come from', () => {
    expect(sop?.edgeCases.map(({ path, condition, cites }) => [path, condition.text, cites])).toEqual([
      ['edge.1', 'legal threat', ['P3']],
    ]);
    expect(sop?.edgeHandlers.map(({ path }) => path)).toEqual(['edge.2', 'edge.3', 'edge.4']);
    expect(sop?.evidence.map(({ label, title }) => `${label} ${String(title)}`)).toContain(
      'P3 Escalation policy 1.4, legal threats',
    );
  });
});
