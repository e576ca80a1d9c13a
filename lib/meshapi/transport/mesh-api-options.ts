import type { Fetch } from "./fetch.ts";
import type { Notice } from "./transport.ts";

export interface MeshAPIOptions {
  /** As `rsk_…`; empty for a server that asks for none. */
  apiKey: string;
  /** Any OpenAI-compatible server's, as `readBaseUrl` reads it, its query too. Default: https://api.meshapi.ai */
  baseUrl?: string;
  /** Sent with each request, as `api-version=2025-04-01`. */
  query?: string;
  /** Sent with each request, beside the client's own; `authorization` only where there is no `apiKey`. */
  headers?: Record<string, string>;
  /** Whether the server is MeshAPI, and is told which version of it is spoken. Default: by its host. */
  isMeshAPI?: boolean;
  /** Called with what an answer says of its own end: its headers `Deprecation` and `Sunset`. */
  onNotice?: (notice: Notice) => void;
  /** Default: one that connects within 10 seconds and never repeats a request by itself. */
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
  /** How much is kept of a 2xx answer in which no picture is understood, for `answer` of the error. Default: 4 MB. */
  answerKeptBytesMax?: number;
}
