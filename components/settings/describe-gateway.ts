import type { GatewayView } from "#lib/contract/gateway-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";

/** How a gateway stands, in one line: where it is, what it costs, and why it is not asked. */
export function describeGateway(gateway: GatewayView): string {
  const { connection, paid, isGiven, isEnabled, isReady } = gateway;
  const parts = [
    isLocal(gateway) ? "On this machine, no AI model" : hostOf(connection?.baseUrl ?? ""),
    paid ? "paid" : "free",
    isGiven && "given by the environment",
    !isEnabled && "turned off",
    isEnabled && !isReady && (connection?.keyProblem ? "its key is not used" : "needs a key"),
  ];
  return parts.filter(Boolean).join(" · ");
}

function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl;
}
