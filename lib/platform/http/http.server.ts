import type * as z from "zod";
import { statusOf } from "#lib/platform/error-codes.ts";
import { AppError, isAppError } from "#lib/platform/errors.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { cutText } from "#lib/platform/text/cut-text.ts";
import { findUnkeepable } from "#lib/platform/text/find-unkeepable.ts";
import { toStorableText } from "#lib/platform/text/to-storable.ts";
import { createWords } from "#messages/create-words.ts";
import { isMessageKey } from "#messages/english.server.ts";
import { chooseLanguage, readMessages } from "#messages/languages.server.ts";
import { type Sentence, say, tellSentence } from "#messages/sentence.ts";

/** A prompt of 32,000 characters, escaped, and everything else that a request holds. */
const jsonBytesMax = 1_000_000;

/** Reads and parses a JSON body. Throws 415, 413, 400 or 422 with the field that is wrong. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  checkMediaType(request.headers);
  const json = parseJson(toText(await readBytes(request)));
  const unkeepable = findUnkeepable(json);
  if (unkeepable) throw cannotKeep(unkeepable);

  return parseRequest(schema, json);
}

/**
 * The query of an address. Throws `invalid_request` that names the parameter which is no text: left to itself, what is no UTF-8
 * becomes another letter.
 */
export function readQuery({ url }: Request): URLSearchParams {
  const { search, searchParams } = new URL(url);
  for (const part of search.slice(1).split("&")) {
    if (!isDecodable(part)) {
      const field = new URLSearchParams(part).keys().next().value ?? "";
      throw cannotKeep({ field, fault: "is not valid UTF-8" });
    }
  }

  const unkeepable = findUnkeepable(Object.fromEntries(searchParams));
  if (unkeepable) throw cannotKeep(unkeepable);
  return searchParams;
}

/** Parses what a request holds; the error names the first field that is wrong. Throws `invalid_request`. */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;

  throw toInvalidRequest(parsed.error);
}

/**
 * The JSON error of the studio, whatever was thrown, in the words of whoever asked; the details of what nobody foresaw stay in
 * the log.
 */
export function errorResponse(error: unknown, request: Pick<Request, "headers">): Response {
  if (!isAppError(error)) {
    log("error", "unexpected error", { error: describeError(error) });
    return errorResponse(new AppError("internal", say("refusals.internal")), request);
  }

  const status = statusOf(error.code);
  if (status >= 500 && error.cause)
    log("error", error.message, { error: describeError(error.cause) });
  const { code, field, sentence } = error;
  const language = chooseLanguage(request.headers.get("accept-language"));
  const message = sentence
    ? tellSentence(sentence, createWords(language, readMessages(language)))
    : error.message;
  return Response.json(
    { error: { code, message, ...(field === undefined ? {} : { field }) } },
    { status, headers: { "Cache-Control": "no-store" } },
  );
}

function toInvalidRequest(error: z.ZodError): AppError {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const field = [...issue.path, issue.keys[0]].join(".");
    return new AppError("invalid_request", say("refusals.noParameter", { field }), {
      field,
    });
  }

  const field = issue?.path.join(".");
  return new AppError("invalid_request", issue ? sentenceOf(issue) : say("refusals.wrongForm"), {
    ...(field ? { field } : {}),
  });
}

/** A schema names a message, whose values are the limits that it holds to; zod's own words are English. */
export function sentenceOf(issue: z.core.$ZodIssue): Sentence | string {
  if (!isMessageKey(issue.message)) return issue.message;
  return say(issue.message, {
    ...("minimum" in issue && { minimum: Number(issue.minimum) }),
    ...("maximum" in issue && { maximum: Number(issue.maximum) }),
  });
}

function checkMediaType(headers: Headers): void {
  const [mediaType, ...parameters] = (headers.get("content-type") ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters.find((part) => part.startsWith("charset="))?.slice("charset=".length);
  if (mediaType !== "application/json" || (charset && !/^"?utf-?8"?$/.test(charset))) {
    throw new AppError("unsupported_media_type", say("refusals.sendJson"));
  }
  if ((headers.get("content-encoding") ?? "identity") !== "identity") {
    throw new AppError("unsupported_media_type", say("refusals.sendPlain"));
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = new AppError(
    "body_too_large",
    say("refusals.tooLarge", { most: `${jsonBytesMax}` }),
  );
  if (Number(request.headers.get("content-length")) > jsonBytesMax) throw tooLarge;

  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(request)) {
    bytes += chunk.byteLength;
    if (bytes > jsonBytesMax) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whoever sends may go away meanwhile; the system's word for that is the same as for a database that does. */
async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch (cause) {
    throw new AppError("invalid_json", say("refusals.notWhole"), { cause });
  }
}

function toText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid_json", say("refusals.notUtf8"), { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_json", say("refusals.notJson"), { cause });
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function cannotKeep({ field, fault }: { field: string; fault: string }): AppError {
  const name = toStorableText(cutText(field, { charactersMax: 100 }));
  return new AppError("invalid_request", `${name ? `"${name}"` : "The body"} ${fault}.`, {
    ...(name ? { field: name } : {}),
  });
}
