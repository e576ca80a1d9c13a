import type { ImageChunk } from "./document/image-chunk.ts";
import { generateImages } from "./generate-images.ts";
import type { ImageResult } from "./image/image-response.ts";
import { type ListModelsFilter, listModels } from "./list-models.ts";
import type { Model } from "./models.ts";
import type { ImageParameters } from "./parameters/image-parameters.ts";
import type { PaidRequestOptions, RequestOptions } from "./request/request-options.ts";
import { streamImages } from "./stream-images.ts";
import { createTransport } from "./transport/create-transport.ts";
import type { MeshAPIOptions } from "./transport/mesh-api-options.ts";
import {
  type Balance,
  listUsageEvents,
  readBalance,
  type UsagePage,
  type UsageQuery,
} from "./usage.ts";

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
  readonly usage: {
    /** What became of the requests of a time, newest first, a page of 200 at most. MeshAPI's own. */
    events(query: UsageQuery, options?: RequestOptions): Promise<UsagePage>;
  };
  /** What money is there. MeshAPI's own. */
  readonly balance: (options?: RequestOptions) => Promise<Balance>;

  constructor(options: MeshAPIOptions) {
    const transport = createTransport(options);
    this.images = {
      generate: (parameters, request) => generateImages(transport, parameters, request),
      stream: (parameters, request) => streamImages(transport, parameters, request),
    };
    this.models = {
      list: (filter, request) => listModels(transport, filter, request),
    };
    this.usage = { events: (query, request) => listUsageEvents(transport, query, request) };
    this.balance = (request) => readBalance(transport, request);
  }
}
