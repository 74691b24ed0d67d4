/** Whether two codes are of one parcel: carriers write letters large, people write blanks and hyphens between the groups. */
export function isSameCode(one: string, other: string): boolean {
  return plainCode(one) === plainCode(other);
}

const plainCode = (code: string) => code.replaceAll(/[\s-]/g, '').toUpperCase();
