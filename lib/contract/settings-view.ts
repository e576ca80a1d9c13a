import * as z from "zod";
import { engineIdSchema } from "#lib/contract/attempt-state.ts";

/** Where a value comes from. The environment wins, and the screen then shows the value as given by it. */
const settingSourceSchema = z.enum(["environment", "settings", "default"]);

export type SettingSource = z.infer<typeof settingSourceSchema>;

/**
 * Why a secret is not used: it was sealed with a `secret.key` or SECRET_KEY that is gone, or it was entered for another
 * origin than the one that is asked now.
 */
const secretProblemSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("lost") }),
  z.strictObject({
    kind: z.literal("elsewhere"),
    origin: z.string(),
    source: settingSourceSchema,
  }),
]);

export type SecretProblem = z.infer<typeof secretProblemSchema>;

/** The engine that serves now. */
export const engineViewSchema = z.strictObject({
  id: engineIdSchema,
  name: z.string(),
  paid: z.boolean(),
});

/** The settings as the screen shows them. The key itself never leaves the server. */
export const settingsViewSchema = z.strictObject({
  engine: engineViewSchema,
  gateway: z.strictObject({
    /** As it was entered. */
    baseUrl: z.string(),
    baseUrlSource: settingSourceSchema,
    /** What is asked for pictures; null where the address is none any more. */
    endpoint: z.string().nullable(),
    /** The last 4 characters of the key, none of a short one; null when there is no key. */
    keyLast4: z.string().nullable(),
    keySource: settingSourceSchema,
    /** Why there is a key and none is used. */
    keyProblem: secretProblemSchema.nullable(),
    /** Sent with each request; of the values only the last 4 characters, none of a short one. */
    headers: z.array(z.strictObject({ name: z.string(), last4: z.string() })).readonly(),
    headersSource: settingSourceSchema,
    headersProblem: secretProblemSchema.nullable(),
    /** Whether the gateway is asked for `stream: true`. */
    stream: z.boolean(),
  }),
  /** For people: "embedded (PGlite)", "PostgreSQL at db.example:5432". */
  database: z.string(),
  /** For people: "folder /srv/atelier/data/files". */
  files: z.string(),
});

export type SettingsView = z.infer<typeof settingsViewSchema>;
