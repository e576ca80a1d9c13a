import * as z from "zod";

/**
 * - `painter`: the built-in one, free.
 * - `meshapi`: MeshAPI, which tells what was billed.
 * - `openai`: any other that speaks the OpenAI images API.
 */
export const gatewayKindSchema = z.enum(["painter", "meshapi", "openai"]);

export type GatewayKind = z.infer<typeof gatewayKindSchema>;

/** Those that are asked over a network. */
export type RemoteGatewayKind = Exclude<GatewayKind, "painter">;

/** Who made something, or is to make it. */
export const gatewayRefSchema = z.strictObject({
  id: z.uuid(),
  kind: gatewayKindSchema,
  name: z.string(),
  /** Whether a request may cost money. */
  paid: z.boolean(),
});

export type GatewayRef = z.infer<typeof gatewayRefSchema>;

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

/** By which address and with which secrets a gateway is asked. No secret leaves the server. */
const connectionViewSchema = z.strictObject({
  /** As it was entered; of a value in its query that is as a key only the end, behind "***". */
  baseUrl: z.string(),
  baseUrlSource: settingSourceSchema,
  /** What is asked for images; null where the address is none any more. */
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
  /** Whether it is asked for `stream: true`. */
  stream: z.boolean(),
});

export type ConnectionView = z.infer<typeof connectionViewSchema>;

/** A gateway as the settings show it. */
export const gatewayViewSchema = gatewayRefSchema.extend({
  /** Whether the environment gives its address or its key: it can then be turned off and not removed. */
  isGiven: z.boolean(),
  /** Whether a person may name it; else it is named after its address. */
  canBeNamed: z.boolean(),
  isEnabled: z.boolean(),
  /** Whether it has what it needs to be asked. */
  isReady: z.boolean(),
  /** How many images may be in the making at once by it, and whether that is its own number. */
  slots: z.int(),
  hasOwnSlots: z.boolean(),
  /** Null where nothing is asked over a network. */
  connection: connectionViewSchema.nullable(),
});

export type GatewayView = z.infer<typeof gatewayViewSchema>;
