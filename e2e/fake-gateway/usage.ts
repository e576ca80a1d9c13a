import * as z from "zod";
import type { Gates } from "./answer/gates.ts";
import { type Exchange, readRequestBody, sendError, sendJson } from "./protocol/exchange.ts";
import type { Plan } from "./scenarios/plan.ts";

/** One request as the usage has it. */
interface UsageRow {
  id: string;
  request_id: string;
  created_at: string;
  model: string;
  status: "success" | "failed";
  failure_stage: string | null;
  cost_usd: string;
}

interface KeptRow {
  row: UsageRow;
  /** How many questions it still stays hidden from. */
  hiddenFrom: number;
  /** The gate at whose release it is there. */
  gate: string | null;
}

/** What the gateway's accounts say of its requests, sooner or later. */
export interface Usage {
  add(request: AddedRequest): void;
  /** One page; asking for the first is what brings late rows nearer. */
  page(query: UsageQuery): { events: UsageRow[]; total: number };
}

interface AddedRequest {
  requestId: string;
  model: string;
  /** 0 for what was not charged. */
  amountMicros: number;
  plan: Plan;
}

/** Creates accounts without a row. */
export function createUsage(gates: Pick<Gates, "isOpen">): Usage {
  const rows: KeptRow[] = [];
  const isSeen = ({ hiddenFrom, gate }: KeptRow) =>
    hiddenFrom <= 0 && (gate === null || gates.isOpen(gate));

  return {
    add({ requestId, model, amountMicros, plan }) {
      const isFailed = plan.isUnbilled || Boolean(plan.instead || plan.failure);
      const row: UsageRow = {
        id: `use_${rows.length + 1}`,
        request_id: requestId,
        created_at: new Date().toISOString(),
        model,
        status: isFailed ? "failed" : "success",
        failure_stage: isFailed ? "provider" : null,
        cost_usd: (amountMicros / 1_000_000).toFixed(6),
      };
      rows.push({ row, hiddenFrom: plan.usageHiddenFrom, gate: plan.holdUsage });
    },
    page({ since, until, model, status, limit, offset }) {
      const asked = rows.filter(
        ({ row }) =>
          Date.parse(row.created_at) >= Date.parse(since) &&
          Date.parse(row.created_at) <= Date.parse(until) &&
          (model === undefined || row.model === model) &&
          (status === undefined || row.status === status),
      );
      const seen = asked.filter(isSeen).map(({ row }) => row);
      if (offset === 0) for (const kept of asked) kept.hiddenFrom -= 1;
      return { events: seen.toReversed().slice(offset, offset + limit), total: seen.length };
    },
  };
}

const usageQuerySchema = z.strictObject({
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  model: z.string().optional(),
  status: z.enum(["success", "failed"]).optional(),
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().min(0).default(0),
});

type UsageQuery = z.infer<typeof usageQuerySchema>;

/** Answers `POST /v1/usage/events`. */
export async function handleUsage(exchange: Exchange, usage: Usage): Promise<void> {
  const parsed = usageQuerySchema.safeParse(parseJson(await readRequestBody(exchange)));
  if (!parsed.success) {
    const { issues } = parsed.error;
    const message = `${issues[0]?.path.join(".") || "body"}: ${issues[0]?.message}`;
    return sendError(exchange, 422, { code: "validation_error", message, details: issues });
  }

  const { limit, offset } = parsed.data;
  sendJson(exchange, 200, { ...usage.page(parsed.data), limit, offset });
}

/** Answers `GET /v1/balance`: ten dollars, less what was charged. */
export function sendBalance(exchange: Exchange, totalMicros: number): void {
  const dollars = (10 - totalMicros / 1_000_000).toFixed(6);
  sendJson(exchange, 200, { balance_usd: dollars, reserved_usd: "0", available_usd: dollars });
}

/** Answers `GET /v1/usage/rate-limits`: it has none. */
export function sendRateLimits(exchange: Exchange, current: number): void {
  sendJson(exchange, 200, { current, limit: 1_000_000, resets_in_seconds: 60 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
