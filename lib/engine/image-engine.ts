import * as z from "zod";
import type { Delivered } from "#lib/engine/delivered.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import type { InputRole } from "#lib/engine/input-role.ts";
import { parameterNames } from "#lib/engine/parameters.ts";

/** A model that an engine offers. */
export const engineModelSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Who makes it, as "OpenAI"; null when the engine does not say. */
  provider: z.string().nullable(),
  description: z.string().nullable(),
  isFree: z.boolean(),
  /** Millionths of a US dollar for one picture; null when the price is not known. */
  pricePerImageMicros: z.number().nullable(),
  /** Those that it can honour; controls for the others are hidden. */
  parameters: z.array(z.enum(parameterNames)).readonly(),
  /** Of a parameter, the values that it takes, where these are known and are not all. */
  values: z.partialRecord(z.enum(parameterNames), z.array(z.string()).readonly()),
  /** How long a prompt may be. */
  promptCharactersMax: z.int(),
  /** The sizes that it makes; null when it takes any, or does not say. */
  sizes: z.array(z.string()).readonly().nullable(),
  /** How many pictures it looks at beside the prompt, at most; 0 for none. */
  referencesMax: z.int(),
  /** By which rule it takes any other size beside those; null where it takes none, or needs no rule. */
  anySize: z
    .strictObject({
      /** What both sides can be divided by. */
      step: z.int(),
      /** How many times as long as the other a side may be. */
      ratioMax: z.number(),
      sideMax: z.int(),
      pixelsMax: z.int(),
    })
    .nullable(),
});

export type EngineModel = z.infer<typeof engineModelSchema>;

/** A picture's bytes, or the address at which they can be fetched for a while. */
export type ImageSource = { type: "bytes"; bytes: Uint8Array } | { type: "url"; url: string };

/** What an engine tells while it works on one request. */
export type EngineEvent =
  /** The gateway answered 2xx: from here on it is being made, and paid for. */
  | { type: "started"; requestId: string | null }
  /** With how many were asked for, where that is known. */
  | { type: "partial"; bytes: Uint8Array; of?: number }
  | {
      type: "picture";
      source: ImageSource;
      revisedPrompt: string | null;
      delivered: Delivered;
      /** What this picture cost by the gateway's own word; null when it did not say. */
      costMicros: number | null;
    }
  /** What all its pictures cost together, where that was told apart from them. */
  | { type: "bill"; costMicros: number };

export interface GenerateOptions {
  /** What goes into it beside the prompt, by position. Default: nothing. */
  inputs?: readonly EngineInput[];
  signal: AbortSignal;
  /** The same for the same attempt, however often it is sent. */
  idempotencyKey: string;
}

/** Bytes that go into a generation, and what they are there for. */
export interface EngineInput {
  role: InputRole;
  bytes: Uint8Array;
  /** Sniffed, as "image/png". */
  type: string;
}

/** A 2xx answer in which no picture was understood, as it came: it was paid for, and a person may make more of it. */
export interface RawAnswer {
  /** As the gateway called it; null when it did not. */
  contentType: string | null;
  bytes: Uint8Array;
  /** Whether these are all of its bytes; else they are its start. */
  isWhole: boolean;
}

/** Which request is looked for in the gateway's usage. */
export interface ChargeQuery {
  /** By our own id, the attempt's, and by the gateway's where it told one. */
  requestIds: readonly string[];
  /** How many rows there are to be under our id before one that says "not billed" is believed: those that were refused have their own. */
  rowsMin: number;
  /** When it was sent under our id, at the earliest and the last time. */
  firstSentAt: Date;
  sentAt: Date;
  signal: AbortSignal;
}

/** What the gateway's usage says of a request that it knows. */
export interface FoundCharge {
  charged: "no" | "yes";
  /** Millionths of a US dollar; null when it does not say. */
  costMicros: number | null;
}

/** Makes pictures. Adapters live in a folder each: as `engine/gateway`. */
export interface ImageEngine {
  /** A fingerprint of the address and the key by which it asks, never the key itself; null where there is none. */
  readonly keyId: string | null;
  /** Whether it may have models that it does not list. */
  readonly takesAnyModel: boolean;
  /** What one image of a request costs, in millionths of a US dollar; null when that is not known. `model`: the one asked for, if it is known. */
  price(request: ImageRequest, model: EngineModel | null): number | null;
  /**
   * Makes the picture of a request (n is 1). Leaving the loop, or aborting, closes the connection.
   * Throws `EngineError`.
   */
  generate(request: ImageRequest, options: GenerateOptions): AsyncIterable<EngineEvent>;
  /** Fetches the bytes of a picture that came as an address. A GET, free, tried again by itself. Throws `EngineError`. */
  fetchImage(url: string, options: { signal: AbortSignal }): Promise<Uint8Array>;
  /**
   * Asks the gateway what became of a request, which is free and sends nothing again. Null when it knows no such request
   * yet. Throws `EngineError`. The method itself is null where the gateway keeps no usage.
   */
  readonly findCharge: ((query: ChargeQuery) => Promise<FoundCharge | null>) | null;
  /** The models on offer. Throws `EngineError`. */
  listModels(options: { signal: AbortSignal }): Promise<EngineModel[]>;
}

export type EngineErrorCode =
  | "unauthorized"
  | "payment_required"
  | "forbidden"
  | "model_not_found"
  | "invalid_parameter"
  | "refused"
  | "rate_limited"
  | "not_supported"
  /** It cannot stream: the connection's own setting. */
  | "streaming_not_supported"
  | "wrong_address"
  | "unreachable"
  | "upstream_error"
  | "timeout"
  | "connection_lost"
  | "bad_answer"
  | "no_picture"
  | "picture_unavailable"
  /** What came in its place is no picture. */
  | "bad_picture"
  | "stopped"
  | "internal";
