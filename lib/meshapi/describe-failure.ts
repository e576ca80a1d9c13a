import * as z from "zod";

const text = z.string().min(1).nullish().catch(null);
const code = z
  .union([z.string().min(1), z.number().transform(String)])
  .nullish()
  .catch(null);

/** FastAPI's list of what is wrong with a request. */
const detailListSchema = z.array(
  z.object({
    loc: z.array(z.union([z.string(), z.number()])).catch([]),
    msg: text,
  }),
);

type DetailList = z.infer<typeof detailListSchema>;

const errorObjectSchema = z.object({
  code,
  type: text,
  message: text,
  param: text,
  retry_after_seconds: z.number().nullish().catch(null),
  /** MeshAPI hands on what it was told: by its own checks, as FastAPI lists them, or by the provider. */
  details: detailListSchema.nullish().catch(null),
  provider_error: z.object({ param: text }).nullish().catch(null),
});

/** MeshAPI's and OpenAI's `error`, FastAPI's `detail`, or a bare `message`. */
const failureSchema = z.object({
  error: z.union([errorObjectSchema, z.string()]).nullish().catch(null),
  detail: z.union([detailListSchema, z.string()]).nullish().catch(null),
  message: text,
  request_id: text,
});

/** What an error answer says; null where it says nothing. */
export interface Failure {
  code: string | null;
  message: string | null;
  parameter: string | null;
  requestId: string | null;
  retryAfterSeconds: number | null;
  /** The answer itself: parsed, or the first 2,000 characters of what is not JSON. */
  details: unknown;
}

const detailsCharactersMax = 2_000;

/** Reads an error in any of the shapes that gateways use, a page of HTML among them. Never throws. */
export function describeFailure(body: string): Failure {
  const json = parseJson(body);
  const parsed = failureSchema.safeParse(json);
  if (!parsed.success) return { ...saysNothing, details: body.slice(0, detailsCharactersMax) };

  const { error, detail, message, request_id } = parsed.data;
  const common = {
    ...saysNothing,
    message: message ?? null,
    requestId: request_id ?? null,
    details: json,
  };
  if (typeof error === "string") return { ...common, message: error };
  if (error) {
    return {
      ...common,
      code: error.code ?? error.type ?? null,
      message: error.message ?? common.message,
      parameter: error.param ?? error.provider_error?.param ?? placeOf(error.details),
      retryAfterSeconds: error.retry_after_seconds ?? null,
    };
  }
  if (typeof detail === "string") return { ...common, message: detail };

  return { ...common, message: detail?.[0]?.msg ?? common.message, parameter: placeOf(detail) };
}

/** Where the first fault is, as "size"; the first part of a place is where it was looked for: "body". */
function placeOf(details: DetailList | null | undefined): string | null {
  return details?.[0]?.loc.slice(1).join(".") || null;
}

const saysNothing = {
  code: null,
  message: null,
  parameter: null,
  requestId: null,
  retryAfterSeconds: null,
};

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
