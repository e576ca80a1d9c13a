import { type Exchange, sendError, sendJson } from "./protocol/exchange.ts";
import { scenarios } from "./scenarios/scenarios.ts";
import type { GatewayState } from "./state.ts";

/** Answers `/__…`: what a test in another process asks of the gateway, which no real one has. */
export async function handleControl(exchange: Exchange, state: GatewayState): Promise<void> {
  const [, action, name = ""] = exchange.url.pathname.split("/").map(decodeURIComponent);
  const call = `${exchange.request.method} ${action}`;

  if (call === "GET __ledger") return sendJson(exchange, 200, state.ledger.view());
  if (call === "GET __scenarios") {
    const list = [...scenarios.values()].map(({ example, what }) => ({ example, what }));
    return sendJson(exchange, 200, list);
  }
  if (call === "POST __release" && name) {
    state.gates.release(name);
    return sendJson(exchange, 200, { released: name });
  }
  if (call === "GET __reached" && name) {
    await state.gates.reached(name);
    return sendJson(exchange, 200, { reached: name });
  }

  sendError(exchange, 404, { code: "not_found", message: `There is no ${call}.` });
}
