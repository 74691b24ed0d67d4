const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Whether a text has the form of a record's id: 15 characters, or 18 with three that tell capitals apart. */
export function isSalesforceId(text: string): boolean {
  return /^[A-Za-z0-9]{15}([A-Z0-5]{3})?$/.test(text) && /\d/.test(text);
}

/**
 * The 18-character form of an id: the last three say which letters of each five are capitals, so that two ids never differ in case alone.
 * Source: https://help.salesforce.com/s/articleView?id=000385008, "How to convert a 15-character id"
 */
export function longId(id: string): string {
  if (id.length !== 15) return id;
  const check = [0, 5, 10].map((from) => {
    const places = [0, 1, 2, 3, 4].filter((place) => /[A-Z]/.test(id.charAt(from + place)));
    return alphabet.charAt(places.reduce((sum, place) => sum + 2 ** place, 0));
  });
  return `${id}${check.join('')}`;
}

export const isSameId = (left: string, right: string): boolean => longId(left) === longId(right);
