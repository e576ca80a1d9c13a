import type * as z from "zod";
import { AppError, isAppError, statusOf } from "#lib/platform/errors.ts";
import { describeError, log } from "#lib/platform/log.server.ts";

/** A prompt of 32,000 characters, escaped, and everything else that a request holds. */
const jsonBytesMax = 1_000_000;

/** Loopback names: what a browser on this machine calls us. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

export interface HostRule {
  /** The address we listen on, as in the setting HOST. */
  host: string;
  allowedHosts: readonly string[];
  /** Whether any address of ours is fine: names are still checked, since only a name can be rebound. */
  trustedNetwork: boolean;
}

/** Refuses a request for a host that is not ours: the guard against DNS rebinding. Throws `forbidden_host`. */
export function checkHost(headers: Headers, rule: HostRule): void {
  const host = headers.get("host")?.toLowerCase() ?? "";
  const name = host.replace(/:\d+$/, "");
  const bindsName = rule.host.includes(":") ? `[${rule.host}]` : rule.host;
  const isIpLiteral = /^(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\])$/.test(name);

  const isOurs =
    loopbackNames.includes(name) ||
    name === bindsName ||
    rule.allowedHosts.includes(name) ||
    rule.allowedHosts.includes(host) ||
    (rule.trustedNetwork && isIpLiteral);
  if (isOurs) return;

  throw new AppError(
    "forbidden_host",
    "This studio does not answer to that host name. Add it to ALLOWED_HOSTS if it is yours.",
  );
}

/**
 * Refuses a change that another site asked for: the Origin must be there and be our own Host
 * (never `request.url`, which Next fills with localhost). Throws `forbidden_origin`.
 */
export function checkOrigin(request: Request): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;

  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (origin && URL.canParse(origin) && new URL(origin).host === host) return;

  throw new AppError(
    "forbidden_origin",
    "A change must come from this studio's own pages: the Origin header is missing or foreign.",
  );
}

/** Reads and parses a JSON body. Throws 415, 413, 400 or 422 with the field that is wrong. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new AppError("unsupported_media_type", "Send JSON, with Content-Type: application/json.");
  }

  const text = await readText(request);
  return parseRequest(schema, parseJson(text));
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

/** The JSON error of the studio, whatever was thrown; the details of what nobody foresaw stay in the log. */
export function errorResponse(error: unknown): Response {
  if (!isAppError(error)) {
    log("error", "unexpected error", { error: describeError(error) });
    return errorResponse(
      new AppError("internal", "Something went wrong here. The log has the details."),
    );
  }

  const status = statusOf(error.code);
  if (status >= 500 && error.cause)
    log("error", error.message, { error: describeError(error.cause) });
  const { code, message, field } = error;
  return Response.json(
    { error: { code, message, ...(field === undefined ? {} : { field }) } },
    { status, headers: { "Cache-Control": "no-store" } },
  );
}

function toInvalidRequest(error: z.ZodError): AppError {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const field = [...issue.path, issue.keys[0]].join(".");
    return new AppError("invalid_request", `There is no parameter "${field}": remove it.`, {
      field,
    });
  }

  const field = issue?.path.join(".");
  return new AppError(
    "invalid_request",
    issue?.message ?? "The request is not of the right form.",
    {
      ...(field ? { field } : {}),
    },
  );
}

async function readText(request: Request): Promise<string> {
  const tooLarge = new AppError("body_too_large", `A request is ${jsonBytesMax} bytes at most.`);
  if (Number(request.headers.get("content-length")) > jsonBytesMax) throw tooLarge;

  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > jsonBytesMax) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_json", "The body is not valid JSON.", { cause });
  }
}
