import type { SecretProblem, SettingSource } from "#lib/contract/gateway-view.ts";

/** A secret that was entered for one origin, and is sent to no other. */
export interface StoredSecret<Value> {
  origin: string;
  /** Null: what is sealed cannot be opened. */
  value: Value | null;
  /** Null: it is new, and is sealed when it is written. */
  sealed: string | null;
}

/** The connection as the owner entered it. */
export interface StoredConnection {
  /** As it was entered; null: MeshAPI's. */
  baseUrl: string | null;
  stream: boolean;
  apiKey: StoredSecret<string> | null;
  headers: StoredSecret<Record<string, string>> | null;
}

/** By which address and with which secrets a gateway is asked now; without a key it is not. */
export interface Connection {
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
