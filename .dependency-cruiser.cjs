/**
 * The layers of docs/architecture: imports point one way.
 *
 *   ui -> app -> domain, systems -> app/ports + domain, cli -> app + domain, main.tsx -> all.
 *   cli/main.ts -> also the catalogue of what the systems offer, which connects nothing.
 *
 * Inside domain, a folder may import those above it in DOMAIN_FOLDERS. Each rule has a breaking example in
 * test/layers.test.ts: a rule that cannot fail is worse than none.
 *
 * Paths are relative to the folder that is cruised. A package is matched by `packages(...)` whether it could be
 * resolved (`node_modules/react/index.js`) or not (`react`), so that the examples need no installed packages.
 */

const DOMAIN_FOLDERS = [
  'facts',
  'sop',
  'custom-api',
  'regions',
  'run',
  'examples',
  'check',
  'audit',
  'compare',
  'complete',
  'decisions',
  'ledger',
  'insight',
];

const packages = (...names) => `(^|(^|/)node_modules/)(@types/)?(${names.join('|')})(/|$)`;

/** Everything of ours that is not in the given folders. */
const ourCodeExcept = (...folders) => ({ path: '^src/', pathNot: folders.map((folder) => `^src/${folder}`) });

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const layerRules = [
  rule(
    'domain-imports-domain',
    'The domain knows nothing outside itself.',
    { path: '^src/domain/' },
    ourCodeExcept('domain/'),
  ),
  rule(
    'app-imports-domain',
    'The use cases know the domain and their own ports.',
    { path: '^src/app/' },
    ourCodeExcept('app/', 'domain/'),
  ),
  rule(
    'systems-import-ports-and-domain',
    'A system implements ports; it sees no use case and no view.',
    { path: '^src/systems/' },
    ourCodeExcept('systems/', 'app/ports/', 'domain/'),
  ),
  rule(
    'ui-imports-app-and-domain',
    'A view sends commands to app; it never sees a system.',
    { path: '^src/ui/' },
    ourCodeExcept('ui/', 'app/', 'domain/'),
  ),
  rule(
    'cli-imports-app-and-domain',
    'The command line is a second front, not a third layer. What the systems offer connects none of them.',
    { path: '^src/cli/' },
    ourCodeExcept('cli/', 'app/', 'domain/', 'systems/offered-systems\\.ts$'),
  ),
  rule(
    'only-cli-main-imports-the-catalogue',
    'A command is given what the systems offer; src/cli/main.ts is the composition root of the command line.',
    { path: '^src/cli/', pathNot: '^src/cli/main\\.ts$' },
    { path: '^src/systems/' },
  ),
  rule(
    'nothing-imports-main',
    'The composition root is the end of every path.',
    { path: '^src/' },
    { path: '^src/main\\.tsx$' },
  ),
];

const domainOrderRules = DOMAIN_FOLDERS.slice(0, -1).map((folder, index) =>
  rule(
    `domain-order-${folder}`,
    `Inside domain, ${folder} may import only the folders above it: ${DOMAIN_FOLDERS.slice(0, index).join(', ') || 'none'}.`,
    { path: `^src/domain/${folder}/` },
    { path: `^src/domain/(${DOMAIN_FOLDERS.slice(index + 1).join('|')})/` },
  ),
);

const purityRules = [
  rule(
    'domain-is-pure',
    'The domain takes only libraries that compute: no React, no network, no storage.',
    { path: '^src/domain/' },
    {
      dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'unknown'],
      pathNot: [
        '^src/',
        '^\\.',
        packages('big\\.js', 'yaml', 'zod', 'mdast', 'mdast-util-[a-z-]+', 'micromark-extension-[a-z-]+'),
      ],
    },
  ),
  rule(
    'app-has-no-framework',
    'A use case is testable without a browser.',
    { path: '^src/app/' },
    {
      path: packages('react', 'react-dom', '@tanstack/[a-z-]+', 'idb-keyval', 'msw'),
    },
  ),
  rule(
    'no-node-in-the-core',
    'What runs in the iframe cannot use Node; only the command line can.',
    { path: '^src/', pathNot: '^src/cli/' },
    {
      dependencyTypes: ['core'],
    },
  ),
];

const ownerRules = [
  rule(
    'only-garden-imports-garden',
    'When Garden changes, only src/ui/garden changes.',
    { path: '^src/', pathNot: '^src/ui/garden/' },
    {
      path: packages('@zendeskgarden/[a-z-]+', 'styled-components'),
    },
  ),
  rule(
    'only-zendesk-imports-the-sdk',
    'The SDK is behind one adapter.',
    { path: '^src/', pathNot: '^src/systems/zendesk/' },
    {
      path: packages('zendesk_app_framework_sdk'),
    },
  ),
  rule(
    'src-imports-no-workshop',
    'What ships never imports what builds, fakes or tests it.',
    { path: '^src/' },
    {
      path: '^(desk|test|bench|scripts)/',
    },
  ),
];

const resolution = rule(
  'everything-resolves',
  'An import that leads nowhere escapes every other rule.',
  { path: '^src/' },
  {
    couldNotResolve: true,
    pathNot: ['\\?(react|raw|url|worker)$', '^virtual:'],
  },
);

module.exports = {
  forbidden: [...layerRules, ...domainOrderRules, ...purityRules, ...ownerRules, resolution],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
