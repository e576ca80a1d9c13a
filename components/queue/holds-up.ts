import type { PauseView } from "#lib/contract/pause-view.ts";

/** Whether a pause holds up what a gateway is to make: a full disk does all of it, a refusal that of whoever refused. */
export function holdsUp(pause: PauseView, gatewayId: string): boolean {
  return pause.gatewayId === null || pause.gatewayId === gatewayId;
}
