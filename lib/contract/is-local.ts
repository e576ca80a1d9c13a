import type { GatewayRef } from "#lib/contract/gateway-view.ts";

/** Whether it is this machine that makes the images: then nothing is sent over a network, and nothing answered. */
export function isLocal({ kind }: Pick<GatewayRef, "kind">): boolean {
  return kind === "painter";
}
