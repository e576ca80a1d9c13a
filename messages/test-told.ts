import { english } from "#messages/english.server.ts";
import type { Reason } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** What an error, or a pause, tells in English; nothing for none. */
export function told(holder: { reason: Reason } | null | undefined): string {
  return holder ? tellReason(holder.reason, english) : "";
}
