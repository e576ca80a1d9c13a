import type { Fetch } from "./fetch.ts";
import { generateImages } from "./generate-images.ts";
import type { ImageChunk } from "./image-chunk.ts";
import type { ImageParameters } from "./image-parameters.ts";
import type { ImageResult } from "./image-response.ts";
import { type ListModelsFilter, listModels } from "./list-models.ts";
import { MeshAPIError } from "./mesh-api-error.ts";
import type { Model } from "./models.ts";
import type { PaidRequestOptions, RequestOptions } from "./request-options.ts";
import { streamImages } from "./stream-images.ts";
import type { Transport } from "./transport.ts";
import { createUndiciFetch } from "./undici-fetch.ts";

export interface MeshAPIOptions {
  /** As `rsk_…`; empty for a server that asks for none. */
  apiKey: string;
  /** Any OpenAI-compatible server, with or without `/v1` at its end. Default: https://api.meshapi.ai */
  baseUrl?: string;
  /** Default: one of undici that connects within 10 seconds and never repeats a request by itself. */
  fetch?: Fetch;
  /** From the call to the last byte of its answer. Default: 10 minutes. */
  timeoutMs?: number;
  /** How long an event stream may be silent once it has spoken. Default: 60 seconds. */
  silenceMs?: number;
  /** The largest JSON answer, in bytes. Default: 256 MB. */
  answerBytesMax?: number;
  /** The longest single event of a stream, in characters: a picture in base64. Default: 128 MB. */
  eventCharactersMax?: number;
  /**
   * Decodes pictures in base64 while they arrive, in a quarter of the memory: an item has `bytes` then, in place of
   * `b64_json` or a `data:` URI, and the two limits above are for the rest. The value is how many characters of base64
   * an event, or a JSON answer, may hold. Default: pictures are left as the text that they are.
   */
  decodedCharactersMax?: number;
}

const megabyte = 1_048_576;

/**
 * The client of MeshAPI and of any OpenAI-compatible images server. It sends every request once, since a picture is
 * paid for, and throws only `MeshAPIError`, which says whether the request was sent.
 */
export class MeshAPI {
  readonly images: {
    /** Asks for pictures and waits for all of them. */
    generate(parameters: ImageParameters, options?: PaidRequestOptions): Promise<ImageResult>;
    /** Asks for pictures and tells of them as they come. Nothing is sent before the first step of the loop. */
    stream(
      parameters: ImageParameters,
      options?: PaidRequestOptions,
    ): AsyncGenerator<ImageChunk, void, void>;
  };
  readonly models: {
    /** The models on offer, with their prices where the server tells them. */
    list(filter?: ListModelsFilter, options?: RequestOptions): Promise<Model[]>;
  };

  constructor(options: MeshAPIOptions) {
    const transport = transportOf(options);
    this.images = {
      generate: (parameters, request) => generateImages(transport, parameters, request),
      stream: (parameters, request) => streamImages(transport, parameters, request),
    };
    this.models = {
      list: (filter, request) => listModels(transport, filter, request),
    };
  }
}

function transportOf({
  apiKey,
  baseUrl = "https://api.meshapi.ai",
  fetch = createUndiciFetch(),
  timeoutMs = 600_000,
  silenceMs = 60_000,
  answerBytesMax = 256 * megabyte,
  eventCharactersMax = 128 * megabyte,
  decodedCharactersMax,
}: MeshAPIOptions): Transport {
  if (!/^[\x21-\x7e]*$/.test(apiKey)) {
    throw invalid("apiKey", "An API key has no spaces, line breaks or letters beyond ASCII.");
  }
  const url = URL.parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw invalid("baseUrl", "The base URL is an http(s) address, as https://api.meshapi.ai.");
  }

  return {
    apiKey,
    baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "")}`,
    fetch,
    timeoutMs,
    silenceMs,
    answerBytesMax,
    eventCharactersMax,
    decodedCharactersMax: decodedCharactersMax ?? null,
  };
}

function invalid(parameter: string, message: string): MeshAPIError {
  return new MeshAPIError(message, { sent: "no", code: "invalid_configuration", parameter });
}
