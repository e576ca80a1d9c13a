import type { SecretProblem } from "#lib/contract/gateway-view.ts";

/** Why a key, or further headers, are not used, and what to do. */
export function describeSecretProblem(
  problem: SecretProblem,
  what: "key" | "headers" = "key",
): string {
  if (problem.kind === "lost") {
    return `The secret.key file, or the SECRET_KEY, that sealed the stored ${what} is gone, or is another one. Put it back, or enter the ${what} again.`;
  }
  if (problem.source === "environment") {
    const name = what === "key" ? "MESHAPI_API_KEY" : "MESHAPI_HEADERS";
    return `${name} belongs to ${problem.origin} and is sent nowhere else: set MESHAPI_BASE_URL beside it, or enter the ${what} for this address here.`;
  }
  const was = what === "key" ? "it was" : "they were";
  return `Enter the ${what} again: ${was} entered for ${problem.origin}.`;
}
