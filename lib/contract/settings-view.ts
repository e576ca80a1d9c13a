/** Where a value comes from. The environment wins, and the screen then shows the value as given by it. */
export type SettingSource = "environment" | "settings" | "default";

/**
 * Why a secret is not used: it was sealed with a `secret.key` or SECRET_KEY that is gone, or it was entered for another
 * origin than the one that is asked now.
 */
export type SecretProblem =
  | { kind: "lost" }
  | { kind: "elsewhere"; origin: string; source: SettingSource };

/** `GET /api/settings`. The key itself never leaves the server. */
export interface SettingsView {
  engine: { id: "painter" | "gateway"; name: string; paid: boolean };
  gateway: {
    /** As it was entered. */
    baseUrl: string;
    baseUrlSource: SettingSource;
    /** What is asked for pictures; null where the address is none any more. */
    endpoint: string | null;
    /** The last 4 characters of the key; null when there is none. */
    keyLast4: string | null;
    keySource: SettingSource;
    /** Why there is a key and none is used. */
    keyProblem: SecretProblem | null;
    /** Sent with each request; of the values only the last 4 characters. */
    headers: readonly { name: string; last4: string }[];
    headersSource: SettingSource;
    headersProblem: SecretProblem | null;
    /** Whether the gateway is asked for `stream: true`. */
    stream: boolean;
  };
  /** For people: "embedded (PGlite)", "PostgreSQL at db.example:5432". */
  database: string;
  /** For people: "folder /srv/atelier/data/files". */
  files: string;
}
