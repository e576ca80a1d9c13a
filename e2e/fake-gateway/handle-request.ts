import { handleControl } from "./handle-control.ts";
import { handleGeneration } from "./handle-generation.ts";
import { type Exchange, sendError, sendJson } from "./protocol/exchange.ts";
import { modelOnTheWire, models } from "./protocol/models.ts";
import { brokeKey, type GatewayState } from "./state.ts";
import { handleUsage, sendBalance, sendRateLimits } from "./usage.ts";

/** Answers one request. */
export async function handleRequest(exchange: Exchange, state: GatewayState): Promise<void> {
  const { request, response, url, requestId } = exchange;
  const { pathname } = url;
  response.setHeader("x-request-id", requestId);
  if (pathname.startsWith("/__")) return handleControl(exchange, state);

  const logged = state.ledger.log({
    requestId,
    method: request.method ?? "",
    path: `${pathname}${url.search}`,
    idempotencyKey: request.headers["idempotency-key"]?.toString() ?? null,
    prompt: null,
  });
  response.once("close", () => {
    logged.status = response.headersSent ? response.statusCode : null;
  });
  if (pathname.startsWith("/files/")) return sendFile(exchange, state);

  const key = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
  if (key !== brokeKey && !state.options.apiKeys.includes(key)) {
    return sendError(exchange, 401, {
      code: "unauthorized",
      message: "This API key is not known.",
    });
  }

  const call = `${request.method} ${pathname}`;
  if (call === "GET /v1/models") return sendModels(exchange, state);
  if (state.options.keepsUsage) {
    if (call === "POST /v1/usage/events") return handleUsage(exchange, state.usage);
    if (call === "GET /v1/balance") return sendBalance(exchange, state.ledger.view().totalMicros);
    if (call === "GET /v1/usage/rate-limits") {
      return sendRateLimits(exchange, state.ledger.view().requests.length);
    }
  }
  if (call !== "POST /v1/images/generations") {
    return sendError(exchange, 404, { code: "not_found", message: `There is no ${call}.` });
  }
  if (key === brokeKey) {
    return sendError(exchange, 402, {
      code: "spend_limit_exceeded",
      message: "The spend limit is reached.",
    });
  }

  return handleGeneration(exchange, state, logged);
}

function sendModels(exchange: Exchange, { options }: GatewayState): void {
  const type = exchange.url.searchParams.get("type");
  const list = type === null || type === "image" ? models.map(modelOnTheWire) : [];

  if (options.modelList === "missing") {
    sendError(exchange, 404, { code: "not_found", message: "There is no list of models." });
    return;
  }

  sendJson(exchange, 200, options.modelList === "array" ? list : { object: "list", data: list });
}

async function sendFile(exchange: Exchange, { files, gates }: GatewayState): Promise<void> {
  const file = files.get(exchange.url.pathname);
  if (file?.gate) await gates.wait(file.gate, exchange.signal);
  const status = file?.status ?? 404;
  if (!file || status !== 200) {
    sendError(exchange, status, { code: "expired", message: "This address has expired." });
    return;
  }

  exchange.response.writeHead(200, {
    "content-type": file.contentType,
    "content-length": String(file.bytes.length),
  });
  exchange.response.end(file.bytes);
}
