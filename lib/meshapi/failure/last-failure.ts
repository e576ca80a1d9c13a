import type { MeshAPIError } from "./mesh-api-error.ts";

/**
 * Which of two failures of one stream is its word: the later, for the work may have gone on in between, unless it is the
 * freer one, or says no more than that something failed.
 */
export function lastFailure(before: MeshAPIError | undefined, later: MeshAPIError): MeshAPIError {
  if (!before) return later;

  const isFreer = later.charged === "no" && before.charged !== "no";
  const isBare = /^http_|failed$/.test(later.code) && /^\s*([[{]|$)/.test(later.said ?? "");
  return isFreer || isBare ? before : later;
}
