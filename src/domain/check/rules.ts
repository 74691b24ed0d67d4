import type { Rule } from './rule.ts';

/** Every rule of SOP language, section 6, that goes beyond reading the document. */
export const rules: readonly Rule[] = [];
