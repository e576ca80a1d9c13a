import { EngineError } from "#lib/engine/engine-error.server.ts";
import { readChunk } from "#lib/engine/gateway/answer/read-chunk.ts";
import { type Bill, createBill } from "#lib/engine/gateway/answer/sum-bill.ts";
import { findCharge } from "#lib/engine/gateway/charge/find-charge.ts";
import { translateEnd } from "#lib/engine/gateway/failure/translate-end.ts";
import { translateError } from "#lib/engine/gateway/failure/translate-error.ts";
import { fingerprintKey } from "#lib/engine/gateway/fingerprint-key.server.ts";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { fetchRulesOf } from "#lib/engine/gateway/image-address/fetch-rules.ts";
import { withoutKey } from "#lib/engine/gateway/image-address/key-in-address.ts";
import { keepFor } from "#lib/engine/gateway/model/keep-for.ts";
import { toEngineModels } from "#lib/engine/gateway/model/to-engine-model.ts";
import { untilAborted } from "#lib/engine/gateway/model/until-aborted.ts";
import { toImageParameter } from "#lib/engine/gateway/to-image-parameter.ts";
import { toImageParameters } from "#lib/engine/gateway/to-image-parameters.ts";
import type {
  EngineEvent,
  EngineModel,
  GenerateOptions,
  ImageEngine,
} from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { isMeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import type { ImageParameters } from "#lib/meshapi/parameters/image-parameters.ts";
import type { Fetch } from "#lib/meshapi/transport/fetch.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { because } from "#messages/reason.ts";

export interface GatewayEngineOptions {
  apiKey: string;
  /** Of MeshAPI or any OpenAI-compatible server, as `https://api.meshapi.ai`. */
  baseUrl: string;
  /** Sent with each request, as `api-version=2025-04-01`. */
  query?: string;
  /** Sent with each request, beside the client's own. */
  headers?: Record<string, string>;
  /** Whether it is MeshAPI, which keeps usage by request. Default: by its host. */
  isMeshAPI?: boolean;
  /** Whether to ask for `stream: true`. */
  stream: boolean;
  /** From a request to the last byte of its answer. */
  deadlineMs: number;
  /** How long a stream may be silent once it has spoken. Default: 60 seconds. */
  silenceMs?: number;
  /** Whether pictures may be fetched over plain http from other hosts than the gateway. */
  resultsOverHttp: boolean;
  /** Hosts, as "pictures.lan" or "10.0.0.7:8080", from which they may be fetched though private or plain http. Default: none. */
  resultHosts?: readonly string[];
  /** How much base64 an answer, or one event of it, may hold, and its pictures in all. Default: 128 MB. */
  answerBytesMax?: number;
  /** How much is kept of a 2xx answer in which no picture was understood. Default: 4 MB. */
  answerKeptBytesMax?: number;
  /** The largest picture that is fetched from an address. Default: 50 MB. */
  imageBytesMax?: number;
  /** How long to wait before an address that gave none is tried again, once for each. Default: 0.5, 2 and 4 s. */
  fetchWaitsMs?: readonly number[];
  fetch?: Fetch;
}

const answerBytesMaxDefault = 128 * 1024 * 1024;

/** What an answer holds besides its pictures is a few kilobytes; JSON that is parsed takes many times its length. */
const textBytesMax = 16 * 1024 * 1024;

const meshapiHost = "api.meshapi.ai";

/** Prices and models change by the day, not by the minute. */
const modelsKeptMs = 5 * 60_000;
const listModelsMs = 15_000;

/** Not found, not allowed, not implemented. */
const noListStatuses = new Set([404, 405, 501]);

/** An engine that asks a gateway for pictures, and pays for them. It throws only `EngineError`. */
export function createGatewayEngine(options: GatewayEngineOptions): ImageEngine {
  const read = readBaseUrl(options.baseUrl);
  const url = read.ok ? new URL(read.origin) : null;
  const answerBytesMax = options.answerBytesMax ?? answerBytesMaxDefault;
  // Made at its first use: a wrong key or address is then an error of that call, which a person sees.
  let client: MeshAPI | null = null;
  const connect = (): MeshAPI => {
    client ??= createClient(options, answerBytesMax);
    return client;
  };

  let hasAnswered = false;
  async function* generate(
    request: ImageRequest,
    { inputs, signal, idempotencyKey }: GenerateOptions,
  ): AsyncGenerator<EngineEvent, void, void> {
    let isStarted = false;
    let hasSketch = false;
    let bytes = 0;
    const bill = createBill();
    let requestId: string | null = null;

    try {
      const image = toImageParameter(inputs);
      const parameters = { ...toImageParameters(request, options), ...image };
      const chunks = connect().images.stream(parameters, { signal, idempotencyKey });
      for await (const chunk of chunks) {
        requestId = chunk.requestId;
        hasAnswered = true;
        if (!isStarted) yield { type: "started", requestId };
        isStarted = true;
        hasSketch ||= chunk.status === "partial";
        for (const event of readChunk(chunk, bill)) {
          if (event.type === "picture") bytes += bytesOf(event);
          yield withCount(withoutKey(event, fetchRulesOf(options)), parameters);
        }
        if (bytes > answerBytesMax) throw tooMuch(requestId);
      }
      yield* whole(bill);
    } catch (error) {
      yield* whole(bill);
      throw translateEnd(error, { hasSketch, mayNotStream: options.stream && !hasAnswered });
    }
  }

  const isMeshAPI = options.isMeshAPI ?? url?.host === meshapiHost;
  const keptModels = keepFor(() => loadModels(connect), { forMs: modelsKeptMs });

  return {
    keyId: fingerprintKey(options),
    takesAnyModel: true,
    price: (_request, model) => model?.pricePerImageMicros ?? null,
    generate,
    fetchImage: (address, { signal }) =>
      fetchImage(address, {
        signal,
        ...fetchRulesOf(options),
        overHttp: options.resultsOverHttp,
        ...(options.resultHosts ? { resultHosts: options.resultHosts } : {}),
        ...(options.imageBytesMax ? { bytesMax: options.imageBytesMax } : {}),
        ...(options.fetchWaitsMs ? { waitsMs: options.fetchWaitsMs } : {}),
      }),
    findCharge: isMeshAPI ? async (query) => findCharge(connect(), query) : null,
    listModels: ({ signal }) => untilAborted(keptModels(), signal),
  };
}

function createClient(options: GatewayEngineOptions, answerBytesMax: number): MeshAPI {
  const told = new Set<string>();
  return new MeshAPI({
    ...options,
    onNotice({ header, value, path }) {
      const notice = `${header} ${value}`;
      if (!told.has(notice)) log("warn", "The gateway will change", { [header]: value, path });
      told.add(notice);
    },
    timeoutMs: options.deadlineMs,
    answerBytesMax: textBytesMax,
    eventCharactersMax: textBytesMax,
    decodedCharactersMax: answerBytesMax,
  });
}

/** A sketch with how many were asked for. */
function withCount(event: EngineEvent, { partial_images: of }: ImageParameters): EngineEvent {
  return event.type === "partial" && of ? { ...event, of } : event;
}

function* whole(bill: Bill): Generator<EngineEvent, void, void> {
  const costMicros = bill.whole();
  if (costMicros !== null) yield { type: "bill", costMicros };
}

function bytesOf({ source }: Extract<EngineEvent, { type: "picture" }>): number {
  return source.type === "bytes" ? source.bytes.length : 0;
}

/** A server that has no list of models takes any name, or has one model only. */
async function loadModels(connect: () => MeshAPI): Promise<EngineModel[]> {
  try {
    const signal = AbortSignal.timeout(listModelsMs);
    return toEngineModels(await connect().models.list({ type: "image" }, { signal }));
  } catch (error) {
    if (isMeshAPIError(error) && noListStatuses.has(error.status ?? 0)) return [];
    throw translateError(error);
  }
}

/** Pictures are filed while the answer is read on: without an end to it they would pile up. */
function tooMuch(requestId: string | null): EngineError {
  return new EngineError(because("too_many_pictures"), {
    sent: "answered",
    charged: "likely",
    code: "bad_answer",
    requestId,
  });
}
