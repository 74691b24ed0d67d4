/** The app settings as text, as Zendesk gives them; `read-settings.ts` gives them meaning. Secure ones are never among them. */
export interface SettingsSource {
  /** The hosts that the package lets requests go to; undefined where nobody knows. */
  readonly allowedHosts?: readonly string[] | undefined;
  read(): Promise<Readonly<Record<string, string | boolean | number | null>>>;
}
