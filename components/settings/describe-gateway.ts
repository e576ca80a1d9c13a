import type { GatewayView } from "#lib/contract/gateway-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { Words } from "#messages/create-words.ts";

/** How a gateway stands, in one line: where it is, what it costs, and why it is not asked. */
export function describeGateway(gateway: GatewayView, t: Words): string {
  const { connection, paid, isGiven, isEnabled, isReady } = gateway;
  const parts = [
    isLocal(gateway) ? t("settings.local") : hostOf(connection?.baseUrl ?? ""),
    paid ? t("settings.paid") : t("settings.free"),
    isGiven && t("settings.given"),
    !isEnabled && t("settings.off"),
    isEnabled &&
      !isReady &&
      (connection?.keyProblem ? t("settings.keyUnused") : t("settings.needsKey")),
  ];
  return parts.filter(Boolean).join(" · ");
}

function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl;
}
