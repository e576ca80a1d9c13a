import type { SecretProblem, SettingSource } from "#lib/contract/settings-view.ts";

/** A secret that was entered for one origin, and is sent to no other. */
export interface StoredSecret<Value> {
  origin: string;
  /** Null: what is sealed cannot be opened. */
  value: Value | null;
  /** Null: it is new, and is sealed when it is written. */
  sealed: string | null;
}

/** What the owner wrote in the screen. */
export interface StoredGateway {
  /** As it was entered. */
  baseUrl: string | null;
  stream: boolean;
  apiKey: StoredSecret<string> | null;
  headers: StoredSecret<Record<string, string>> | null;
}

/** The gateway as it is configured now; without a key the painter serves. */
export interface GatewaySettings {
  /** As it was entered; `readBaseUrl` says what is asked. */
  baseUrl: string;
  baseUrlSource: SettingSource;
  apiKey: string | null;
  keySource: SettingSource;
  /** Why there is a key and none is used. */
  keyProblem: SecretProblem | null;
  /** Sent with each request, by name. */
  headers: Record<string, string>;
  headersSource: SettingSource;
  headersProblem: SecretProblem | null;
  /** Whether it is asked for `stream: true`. */
  stream: boolean;
}
