/** How a picture is put into the answer. */
export type Delivery = "b64_json" | "data-uri" | "url";

/** How a connection is ended in the middle of an answer. */
export type Cut = "truncate" | "reset" | "end" | "hang";

/** All that may be out of the ordinary in answering one request. Scenarios change a few fields each. */
export interface Plan {
  /** Wait before anything is answered. */
  delayMs: number;
  /** Gates: before the headers, before the picture, in the middle of the picture. */
  holdHeaders: string | null;
  holdImage: string | null;
  holdBody: string | null;
  /** Answer with this instead of pictures. */
  instead: Instead | null;
  /** Whether it is charged all the same when no picture is delivered. */
  isChargedAnyway: boolean;
  /** End the connection without any answer. */
  noAnswer: "hang" | "reset" | "close" | null;
  /** Null: as the request asks. */
  isStream: boolean | null;
  /** Null: as the model does it. */
  dialect: "meshapi" | "openai" | null;
  delivery: Delivery | null;
  partials: number | null;
  /** How many pictures come when so many were asked for. */
  images: (asked: number) => number;
  /** All pictures are the first one. */
  isSameImage: boolean;
  /** Pictures as detailed, and their files as large, as photographs. */
  hasGrain: boolean;
  /** Another size than was asked for, as `512x512`. */
  size: string | null;
  /** Changes the bytes of each picture. */
  spoil: (image: Buffer) => Buffer;
  /** What the gateway says that it made of the prompt. */
  revisedPrompt: (prompt: string) => string;
  /** Changes the base64 of each picture. */
  spellBase64: (base64: string) => string;
  /** The address given instead of the picture's own. */
  address: string | null;
  /** What the file server answers for the picture's own address, and the gate at which it waits before. */
  fileStatus: number;
  holdFile: string | null;
  /** An error told after the 200, instead of the picture. */
  failure: { code: string; message: string } | null;
  /** Comment lines sent before the picture; `Infinity`: nothing else ever comes. */
  pings: number;
  /** What happens in the middle of the picture. */
  cut: Cut | null;
  /** Written in pieces of so many bytes, so far apart. */
  pieceBytes: number | null;
  pieceDelayMs: number;
  /** Changes the text of a whole event, after it is framed. */
  respell: (event: string) => string;
  /** Put before the first event, as it is. */
  prefix: string;
  /** Events put before the picture, as they are. */
  noise: string;
  contentType: string | null;
  /** Compressed, though nobody asked for it. */
  encoding: "gzip" | "br" | "deflate" | null;
  /** Changes the JSON of the answer, or of the events that carry its pictures. */
  reshape: (json: Record<string, unknown>) => object;
  /** Changes the address of a picture's own file. */
  spellAddress: (address: string) => string;
  /** The first picture's file is the whole answer. */
  isFileBody: boolean;
  /** The last event of a stream lacks its blank line. */
  hasNoLastBlank: boolean;
  /** The whole answer is written, and its transfer stays open, or breaks off for being shorter than its length says. */
  afterEnd: "open" | "short" | null;
  /** An answer of so many megabytes, of which no more than a piece is held here. */
  bodyMegabytes: number | null;
  /** From how many questions its row of usage is hidden. */
  usageHiddenFrom: number;
  /** And until which gate is released. */
  holdUsage: string | null;
  /** It is not charged, whatever happens. */
  isUnbilled: boolean;
}

export interface Instead {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Nothing out of the ordinary. */
export const plainPlan: Plan = {
  delayMs: 0,
  holdHeaders: null,
  holdImage: null,
  holdBody: null,
  instead: null,
  isChargedAnyway: false,
  noAnswer: null,
  isStream: null,
  dialect: null,
  delivery: null,
  partials: null,
  images: (asked) => asked,
  isSameImage: false,
  hasGrain: false,
  size: null,
  spoil: (image) => image,
  revisedPrompt: (prompt) => `${prompt}, in soft light`,
  spellBase64: (base64) => base64,
  address: null,
  fileStatus: 200,
  holdFile: null,
  failure: null,
  pings: 2,
  cut: null,
  pieceBytes: null,
  pieceDelayMs: 0,
  respell: (event) => event,
  prefix: "",
  noise: "",
  contentType: null,
  encoding: null,
  reshape: (json) => json,
  spellAddress: (address) => address,
  isFileBody: false,
  hasNoLastBlank: false,
  afterEnd: null,
  bodyMegabytes: null,
  usageHiddenFrom: 0,
  holdUsage: null,
  isUnbilled: false,
};
