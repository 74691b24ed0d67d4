/** The app settings as text, as Zendesk gives them; `read-settings.ts` gives them meaning. Secure ones are never among them. */
export interface SettingsSource {
  read(): Promise<Readonly<Record<string, string | boolean | number | null>>>;
}
