import { globSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import path from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import * as z from "zod";

const recordedSchema = z.strictObject({
  /** Whose answer it is, as "OpenAI". */
  gateway: z.string(),
  /** What is particular about it, for a person: the title of its test. */
  title: z.string(),
  /** Of the request, besides its prompt. */
  request: z.record(z.string(), z.json()).default({}),
  status: z.int().default(200),
  /** A list where it is sent several times. */
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** One of these: JSON, events (a string is one's `data`, an object its JSON), text, or the file of a picture. */
  json: z.json().optional(),
  events: z.array(z.json()).optional(),
  text: z.string().optional(),
  image: z.enum(["png", "jpeg", "webp"]).optional(),
  /** How text is written. */
  charset: z.enum(["utf-8", "utf-16le", "utf-16be"]).default("utf-8"),
  /** How the body is compressed, in this order. */
  encodings: z.array(z.enum(["gzip", "br", "deflate", "deflate-raw"])).default([]),
  /** What stands behind it then. */
  tail: z.string().default(""),
  /** How the transfer ends: the connection is reset, or stays open for ever. */
  ending: z.enum(["reset", "open"]).optional(),
  expected: z.strictObject({
    /** A picture by its form, "png", or its address. */
    images: z.array(z.string()).default([]),
    /** The engine's error; null where there is none. */
    code: z.string().nullable().default(null),
    charged: z.enum(["no", "likely", "yes"]).nullable().default(null),
    /** The words of the gateway, which a person must find in the error's message or detail. */
    says: z.string().optional(),
    field: z.string().optional(),
    retryAfterMs: z.number().optional(),
    /** Whether the answer is kept as it came. */
    isKept: z.boolean().default(false),
  }),
});

export type RecordedAnswer = z.infer<typeof recordedSchema> & {
  /** Within this folder, as "openai/base64". */
  file: string;
  /** The same as one word, by which its server is asked: "openai-base64". */
  name: string;
};

/** The pictures of the answers: the first bytes tell what they are, and nobody looks further here. */
export const answerImages = {
  png: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture", "latin1"),
  jpeg: Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0 another picture", "latin1"),
  webp: Buffer.from("RIFF\x15\0\0\0WEBPVP8L a third pict", "latin1"),
};

/** Every answer of this folder, in the order of their files. */
export function readAnswers(): RecordedAnswer[] {
  return globSync("**/*.json", { cwd: import.meta.dirname })
    .sort()
    .map((found) => {
      const json: unknown = JSON.parse(readFileSync(path.join(import.meta.dirname, found), "utf8"));
      const file = found.slice(0, -".json".length).replaceAll(path.sep, "/");
      return { ...recordedSchema.parse(json), file, name: file.replaceAll("/", "-") };
    });
}

/** A gateway that gives these answers: the one named by the first part of the path, as `/openai-base64/v1/…`. */
export function createAnswerServer(answers: readonly RecordedAnswer[]) {
  const byName = new Map(answers.map((answer) => [answer.name, answer]));

  return createServer((request, response) => {
    request.resume();
    const answer = byName.get(request.url?.split("/")[1] ?? "");
    if (answer) give(answer, { response, origin: `http://${request.headers.host}` });
    else response.writeHead(500).end(`There is no answer for ${request.url}.`);
  });
}

/** An answer's body, compressed as it says, and its headers. */
export function readBody(
  answer: RecordedAnswer,
  origin: string,
): { bytes: Buffer; headers: Record<string, string | string[]> } {
  const body = answer.encodings.reduce(
    (before, encoding) => compressors[encoding](before),
    bodyOf(answer, origin),
  );
  const bytes = Buffer.concat([body, Buffer.from(answer.tail)]);
  const headers: Record<string, string | string[]> = {
    "content-type": answer.events ? "text/event-stream" : "application/json",
    ...(answer.encodings.length > 0
      ? { "content-encoding": answer.encodings.map((name) => name.replace("-raw", "")).join(", ") }
      : {}),
  };
  for (const [name, values] of Object.entries(answer.headers)) {
    const filled = [values].flat().map((value) => fill(value, origin));
    headers[name] = filled.length === 1 ? filled.join() : filled;
  }
  return { bytes, headers };
}

function give(
  answer: RecordedAnswer,
  { response, origin }: { response: ServerResponse; origin: string },
): void {
  const { bytes: body, headers } = readBody(answer, origin);
  response.writeHead(answer.status, headers);
  if (!answer.ending) return void response.end(body);

  response.write(body, () => {
    if (answer.ending === "reset") response.socket?.resetAndDestroy();
  });
}

const compressors = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  "deflate-raw": deflateRawSync,
};

function bodyOf({ json, events, text, image, charset }: RecordedAnswer, origin: string): Buffer {
  if (image) return answerImages[image];
  if (text !== undefined) return writeText(fill(text, origin), charset);
  if (json !== undefined) return writeText(fill(JSON.stringify(json), origin), charset);

  const data = (events ?? []).map((event) =>
    typeof event === "string" ? event : JSON.stringify(event),
  );
  return Buffer.from(data.map((line) => `data: ${fill(line, origin)}\n\n`).join(""));
}

function writeText(text: string, charset: RecordedAnswer["charset"]): Buffer {
  if (charset === "utf-8") return Buffer.from(text);
  const bytes = Buffer.from(text, "utf16le");
  return charset === "utf-16le" ? bytes : bytes.swap16();
}

/** Puts pictures in place of `{{png}}`, `{{png:percent}}`, and the gateway's address in place of `{{origin}}`. */
export function fill(text: string, origin: string): string {
  const names = [...Object.entries(answerImages)];
  return names.reduce(
    (filled, [name, bytes]) =>
      filled
        .replaceAll(`{{${name}}}`, bytes.toString("base64"))
        .replaceAll(`{{${name}:percent}}`, [...bytes].map(toPercent).join("")),
    text.replaceAll("{{origin}}", origin),
  );
}

function toPercent(byte: number): string {
  return `%${byte.toString(16).padStart(2, "0")}`;
}
