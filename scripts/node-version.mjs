// Plain JavaScript that old versions of Node can read: it is there to tell them that they are too old.

const REQUIRED = [22, 22, 2];

/** The oldest Node that runs the project, as people write it. */
export const REQUIRED_NODE = REQUIRED.join('.');

/** Whether a version such as `20.20.2` is older than the project needs. */
export function isNodeTooOld(version) {
  const parts = version.split('.').map(Number);
  const differing = REQUIRED.findIndex((part, index) => parts[index] !== part);
  return differing !== -1 && parts[differing] < REQUIRED[differing];
}
