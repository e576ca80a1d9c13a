import * as z from "zod";
import { readJson } from "./answer/read-json.ts";
import { MeshAPIError } from "./failure/mesh-api-error.ts";
import type { RequestOptions } from "./request/request-options.ts";
import { sendRequest } from "./request/send-request.ts";
import type { Transport } from "./transport/transport.ts";

const lenientText = z.string().nullish().catch(null);

/** What is found in every row, as far as it is known: others are passed on as they came. */
const usageEventSchema = z.looseObject({
  request_id: lenientText,
  model: lenientText,
  status: lenientText,
  failure_stage: lenientText,
});

/** One request as the gateway's usage has it. */
export type UsageEvent = z.infer<typeof usageEventSchema>;

const someEvents = z
  .array(usageEventSchema.nullable().catch(null))
  .transform((events) => events.filter((event) => event !== null));
const count = z.number().nullish().catch(null);

const usagePageSchema = z.preprocess(
  (json) => unwrap(json) ?? json,
  z.object({ events: someEvents, total: count, limit: count, offset: count }),
);

const listNames = /^(events|data|items|results?|rows|records|usage|logs|requests)$/;

/** The page by its own names: the list may be called otherwise, stand alone, or be wrapped once more. */
function unwrap(json: unknown, depth = 0): object | null {
  if (Array.isArray(json)) return { events: json };
  if (typeof json !== "object" || json === null || depth > 2) return null;
  for (const [name, value] of Object.entries(json)) {
    const page = listNames.test(name) ? unwrap(value, depth + 1) : null;
    if (page) return { ...json, ...page };
  }
  return null;
}

/** One page, newest first. */
export type UsagePage = z.infer<typeof usagePageSchema>;

const time = z.union([z.date().transform((date) => date.toISOString()), z.iso.datetime()]);

const usageQuerySchema = z.strictObject({
  since: time,
  until: time,
  model: z.string().min(1).optional(),
  status: z.string().min(1).optional(),
  limit: z.int().min(1).max(200).optional(),
  offset: z.int().min(0).optional(),
});

/** Which requests are asked for; times are dates, or text as `2026-11-28T00:00:00Z`. */
export type UsageQuery = z.input<typeof usageQuerySchema>;

/** The requests of a time, newest first, a page of 200 at most. Free. Throws `MeshAPIError`. */
export async function listUsageEvents(
  transport: Transport,
  query: UsageQuery,
  options: RequestOptions = {},
): Promise<UsagePage> {
  const parsed = usageQuerySchema.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const parameter = issue?.path.join(".") || null;
    throw new MeshAPIError(`The parameter ${parameter} is wrong: ${issue?.message}`, {
      sent: "no",
      code: "invalid_parameter",
      parameter,
      details: parsed.error.issues,
    });
  }

  const asked = { method: "POST", path: "/usage/events", body: parsed.data } as const;
  return ask(transport, { ...options, ...asked, schema: usagePageSchema });
}

const dollars = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);

const balanceSchema = z.object({
  balance_usd: dollars,
  reserved_usd: dollars,
  available_usd: dollars,
});

/** Of the key's account, as decimal strings of US dollars; what the server does not say is null. */
export type Balance = z.infer<typeof balanceSchema>;

/** What money is there. Throws `MeshAPIError`: 404 where a server knows none. */
export function readBalance(transport: Transport, options: RequestOptions = {}): Promise<Balance> {
  return ask(transport, { ...options, method: "GET", path: "/balance", schema: balanceSchema });
}

interface Ask<Schema extends z.ZodType> extends RequestOptions {
  method: "GET" | "POST";
  path: string;
  body?: object;
  schema: Schema;
}

async function ask<Schema extends z.ZodType>(
  transport: Transport,
  { schema, ...request }: Ask<Schema>,
): Promise<z.infer<Schema>> {
  const answer = await sendRequest(transport, request);

  try {
    return await readJson(answer, { schema, bytesMax: transport.answerBytesMax });
  } catch (error) {
    throw answer.translate(error);
  } finally {
    answer.close();
  }
}
