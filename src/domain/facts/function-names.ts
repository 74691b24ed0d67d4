/** The functions and how many arguments each takes. Source: SOP language, section 3. */
export const argumentCounts = {
  'days since': 1,
  'days until': 1,
  'days between': 2,
  count: 1,
  sum: 1,
  contains: 2,
  'starts with': 2,
  'lower case': 1,
  min: 2,
  max: 2,
  round: 2,
} as const satisfies Readonly<Record<string, number>>;

export type FunctionName = keyof typeof argumentCounts;

/** Whether a lower-case text is the name of a function. */
export function isFunctionName(text: string): text is FunctionName {
  return Object.hasOwn(argumentCounts, text);
}
