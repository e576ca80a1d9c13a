import type { GatewayRef } from "#lib/contract/gateway-view.ts";

/** Whether it is this machine that makes the images: then nothing is sent, and nothing answered. */
export function isLocal({ kind }: GatewayRef): boolean {
  return kind === "painter";
}
