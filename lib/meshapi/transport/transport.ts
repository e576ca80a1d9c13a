import type { Fetch } from "./fetch.ts";

/** How, and to whom, requests are sent, and how much of an answer is held. */
export interface Transport {
  fetch: Fetch;
  /** With its version path, and without a slash at its end. */
  baseUrl: string;
  /** Without a question mark; empty for none. */
  query: string;
  /** The key, in the header that carries it here, and those of one's own; their names are in lower case. */
  headers: Record<string, string>;
  /** What must be in no error. */
  secrets: readonly string[];
  isMeshAPI: boolean;
  onNotice: (notice: Notice) => void;
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
  /** How much is kept of a 2xx answer in which no picture is understood, in bytes. */
  answerKeptBytesMax: number;
}

/** A header by which a server tells that what was asked will go. */
export interface Notice {
  header: "deprecation" | "sunset";
  value: string;
  /** Of the request, as `/images/generations`. */
  path: string;
}
