import { ui } from '../../../translations/en.json';

/** The words of the sidebar as the translations file has them, grouped. English is the measure of all languages. */
export type Messages = typeof ui;

export const english: Messages = ui;
