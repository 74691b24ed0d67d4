import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruise, type Cruise } from '../scripts/layers/cruise.ts';

/** Rule, the file that breaks it, and the import that breaks it. */
const BREAKING = [
  ['domain-imports-domain', 'src/domain/facts/reads-app.ts', '../../app/use-case.ts'],
  ['domain-imports-domain', 'src/domain/insight/reads-ui.ts', '../../ui/view.ts'],
  ['domain-order-facts', 'src/domain/facts/reads-sop.ts', '../sop/parse.ts'],
  ['domain-order-sop', 'src/domain/sop/reads-run.ts', '../run/advance.ts'],
  ['domain-order-custom-api', 'src/domain/custom-api/reads-regions.ts', '../regions/space.ts'],
  ['domain-order-regions', 'src/domain/regions/reads-run.ts', '../run/advance.ts'],
  ['domain-order-run', 'src/domain/run/reads-decisions.ts', '../decisions/approve.ts'],
  ['domain-order-examples', 'src/domain/examples/reads-check.ts', '../check/check-sop.ts'],
  ['domain-order-check', 'src/domain/check/reads-audit.ts', '../audit/audit-sop.ts'],
  ['domain-order-audit', 'src/domain/audit/reads-compare.ts', '../compare/compare-sops.ts'],
  ['domain-order-compare', 'src/domain/compare/reads-complete.ts', '../complete/complete.ts'],
  ['domain-order-complete', 'src/domain/complete/reads-decisions.ts', '../decisions/approve.ts'],
  ['domain-order-decisions', 'src/domain/decisions/reads-ledger.ts', '../ledger/entry.ts'],
  ['domain-order-ledger', 'src/domain/ledger/reads-insight.ts', '../insight/rate.ts'],
  ['domain-is-pure', 'src/domain/facts/reads-query.ts', 'p-queue'],
  ['app-imports-domain', 'src/app/reads-system.ts', '../systems/stripe/refunds.ts'],
  ['app-imports-domain', 'src/app/reads-ui.ts', '../ui/view.ts'],
  ['app-has-no-framework', 'src/app/reads-react.ts', 'react'],
  ['systems-import-ports-and-domain', 'src/systems/stripe/reads-use-case.ts', '../../app/use-case.ts'],
  ['systems-import-ports-and-domain', 'src/systems/stripe/reads-ui.ts', '../../ui/view.ts'],
  ['ui-imports-app-and-domain', 'src/ui/reads-system.ts', '../systems/stripe/refunds.ts'],
  ['cli-imports-app-and-domain', 'src/cli/reads-system.ts', '../systems/stripe/refunds.ts'],
  ['only-cli-main-imports-the-catalogue', 'src/cli/reads-catalogue.ts', '../systems/offered-systems.ts'],
  ['nothing-imports-main', 'src/ui/reads-main.ts', '../main.tsx'],
  ['no-node-in-the-core', 'src/systems/stripe/reads-node.ts', 'node:fs'],
  ['only-garden-imports-garden', 'src/ui/sidebar/reads-garden.ts', '@zendeskgarden/react-buttons'],
  ['only-garden-imports-garden', 'src/ui/sidebar/reads-styled.ts', 'styled-components'],
  ['only-zendesk-imports-the-sdk', 'src/systems/stripe/reads-sdk.ts', 'zendesk_app_framework_sdk'],
  ['src-imports-no-workshop', 'src/main-reads-desk.ts', '../desk/world.ts'],
  ['src-imports-no-workshop', 'src/ui/reads-test.ts', '../../test/fake.ts'],
  ['everything-resolves', 'src/ui/reads-nothing.ts', './missing.ts'],
] as const;

/** Files with the imports that architecture.md allows. */
const ALLOWED = {
  'src/domain/facts/value.ts': ['yaml', 'zod/mini', 'big.js', 'mdast'],
  'src/domain/sop/parse.ts': ['../facts/value.ts'],
  'src/domain/custom-api/parse-api.ts': ['../sop/parse.ts', '../facts/value.ts'],
  'src/domain/regions/space.ts': ['../sop/parse.ts'],
  'src/domain/run/advance.ts': ['../sop/parse.ts', '../facts/value.ts'],
  'src/domain/examples/suggest.ts': ['../run/advance.ts', '../regions/space.ts'],
  'src/domain/check/check-sop.ts': ['../examples/suggest.ts'],
  'src/domain/audit/audit-sop.ts': ['../check/check-sop.ts'],
  'src/domain/compare/compare-sops.ts': ['../check/check-sop.ts'],
  'src/domain/complete/complete.ts': ['../sop/parse.ts'],
  'src/domain/decisions/approve.ts': ['../run/advance.ts'],
  'src/domain/ledger/entry.ts': ['../decisions/approve.ts'],
  'src/domain/insight/rate.ts': ['../ledger/entry.ts', '../facts/value.ts'],
  'src/app/ports/clock.ts': ['../../domain/facts/value.ts'],
  'src/app/use-case.ts': ['./ports/clock.ts', '../domain/run/advance.ts'],
  'src/systems/zendesk/client.ts': ['zendesk_app_framework_sdk', '../../app/ports/clock.ts'],
  'src/systems/stripe/refunds.ts': ['../zendesk/client.ts', '../../domain/facts/value.ts', 'p-queue'],
  'src/ui/garden/button.ts': ['@zendeskgarden/react-buttons', 'styled-components', 'react'],
  'src/ui/view.ts': ['./garden/button.ts', '../app/use-case.ts', '../domain/facts/value.ts'],
  'src/systems/offered-systems.ts': ['./stripe/refunds.ts'],
  'src/cli/main.ts': [
    'node:fs',
    '../app/use-case.ts',
    '../domain/facts/value.ts',
    '../systems/offered-systems.ts',
  ],
  'src/main.tsx': ['./ui/view.ts', './systems/stripe/refunds.ts', './app/use-case.ts', 'react-dom'],
  'desk/world.ts': ['../src/systems/stripe/refunds.ts'],
  'test/fake.ts': ['../src/domain/facts/value.ts'],
};

describe('the layer rules', () => {
  let project: string;
  let result: Cruise;

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), 'signoff-layers-'));
    write('tsconfig.json', '{}');
    for (const [file, imports] of Object.entries(ALLOWED)) write(file, importing(...imports));
    for (const [, file, imported] of BREAKING) write(file, importing(imported));
    result = await cruise(project);
  }, 60_000);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test('there is a breaking example for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
      forbidden: readonly { readonly name: string }[];
    };
    const broken = new Set<string>(BREAKING.map(([rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  test('every source file is seen', () => {
    const files = [...Object.keys(ALLOWED), ...BREAKING.map(([, file]) => file)];
    expect(result.sources.toSorted()).toEqual(files.filter((file) => file.startsWith('src/')).toSorted());
  });

  test.each(BREAKING)('%s is broken by %s importing %s', (rule, file) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  test.each(Object.keys(ALLOWED))('%s imports only what it may', (file) => {
    // Packages are not installed beside the examples, so `everything-resolves` would name them all.
    expect(rulesBrokenBy(file).filter((rule) => rule !== 'everything-resolves')).toEqual([]);
  });

  test('an import for its types only counts as an import', async () => {
    write(
      'src/app/reads-type.ts',
      "import type { value } from '../ui/view.ts';\nexport const use: typeof value = 1;\n",
    );
    const { violations } = await cruise(project);
    expect(violations).toContainEqual({
      rule: 'app-imports-domain',
      from: 'src/app/reads-type.ts',
      to: 'src/ui/view.ts',
    });
  }, 60_000);

  function rulesBrokenBy(file: string): string[] {
    return result.violations
      .filter((violation) => violation.from === file)
      .map((violation) => violation.rule);
  }

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }

  function importing(...modules: readonly string[]): string {
    return [...modules.map((module) => `import '${module}';`), 'export const value = 1;', ''].join('\n');
  }
});
