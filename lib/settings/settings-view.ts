/** Where a value comes from. The environment wins, and the screen then shows the value as given by it. */
export type SettingSource = "environment" | "settings" | "default";

/** `GET /api/settings`. The key itself never leaves the server. */
export interface SettingsView {
  engine: { id: "painter" | "gateway"; name: string; paid: boolean };
  gateway: {
    baseUrl: string;
    baseUrlSource: SettingSource;
    /** The last 4 characters of the key; null when there is none. */
    keyLast4: string | null;
    keySource: SettingSource;
    /** Whether the gateway is asked for `stream: true`. */
    stream: boolean;
  };
  /** For people: "embedded (PGlite)", "PostgreSQL at db.example:5432". */
  database: string;
  /** For people: "folder /srv/atelier/data/files". */
  files: string;
}
