import { createHash } from "node:crypto";
import type { BatchRequest } from "#lib/contract/batch-request.ts";

/** The hash of what a press asks for: the same for the same fields in any order. */
export function hashRequest(request: BatchRequest): string {
  const text = JSON.stringify(request, (_name, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(text).digest("hex");
}
