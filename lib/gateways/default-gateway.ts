import type { Gateway } from "#lib/gateways/gateway.ts";

/** The one that serves a press which names none: the first that can be asked. */
export function defaultGateway<Some extends Pick<Gateway, "engine" | "isEnabled" | "isDeleted">>(
  gateways: readonly Some[],
): Some | null {
  return gateways.find(isAskable) ?? null;
}

/** Whether it can be asked now. */
export function isAskable({
  engine,
  isEnabled,
  isDeleted,
}: Pick<Gateway, "engine" | "isEnabled" | "isDeleted">): boolean {
  return engine !== null && isEnabled && !isDeleted;
}
