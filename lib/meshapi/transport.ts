import type { Fetch } from "./fetch.ts";

/** How, and to whom, requests are sent, and how much of an answer is held. */
export interface Transport {
  fetch: Fetch;
  /** Without `/v1` and without a slash at its end. */
  baseUrl: string;
  /** Empty for a server that asks for none. */
  apiKey: string;
  /** From the call to the last byte of its answer. */
  timeoutMs: number;
  /** How long an event stream may be silent once it has spoken. */
  silenceMs: number;
  /** The largest JSON answer, in bytes. */
  answerBytesMax: number;
  /** The longest single event of a stream, in characters. */
  eventCharactersMax: number;
  /** How much base64 is decoded on arrival and held until its event, or answer, is complete. Null: none is decoded. */
  decodedCharactersMax: number | null;
}
