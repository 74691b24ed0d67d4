type Level = { readonly keys: Set<string>; readonly path: string; readonly isObject: boolean; key: string };

/** Strings and the signs that structure JSON; numbers and words are skipped. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * The keys that stand twice in one object, with their path: `location.support.nav_bar`. JSON.parse takes the last
 * one silently; Zendesk refuses the file.
 * @param text valid JSON
 */
export function duplicateKeys(text: string): readonly string[] {
  const duplicates: string[] = [];
  const open: Level[] = [];
  let lastString = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const level = open.at(-1);
    if (token === '{' || token === '[') open.push(enter(level, token === '{'));
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') lastString = token;
    else if (level !== undefined && !take(level, lastString)) duplicates.push(pathOf(level));
  }
  return duplicates;
}

function enter(parent: Level | undefined, isObject: boolean): Level {
  return { keys: new Set(), path: parent === undefined ? '' : pathOf(parent), isObject, key: '' };
}

/** Makes it the current key. False when the object had it already. */
function take(level: Level, key: string): boolean {
  const name = String(JSON.parse(key));
  const isNew = !level.keys.has(name);
  level.keys.add(name);
  level.key = name;
  return isNew;
}

function pathOf({ path, key, isObject }: Level): string {
  if (!isObject) return path;
  return path === '' ? key : `${path}.${key}`;
}
