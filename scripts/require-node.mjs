// Runs before every npm script that is TypeScript, so that an old Node is named instead of a syntax error.
//
// npm installs the right Node as the package `node` and puts it first on the path of its scripts. That package
// works by an install script: after `npm ci --ignore-scripts` it is missing and the machine's own Node runs.

import { REQUIRED_NODE, isNodeTooOld } from './node-version.mjs';

if (isNodeTooOld(process.versions.node)) {
  console.error(
    `Cannot run this script: it needs Node ${REQUIRED_NODE} or later and this is Node ${process.versions.node}. ` +
      'Run `npm ci` (without --ignore-scripts), then start it as an npm script: npm brings its own Node.',
  );
  process.exit(1);
}
