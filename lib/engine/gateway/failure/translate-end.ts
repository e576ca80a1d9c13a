import { EngineError, isEngineError } from "#lib/engine/engine-error.server.ts";
import { suspectStreaming } from "#lib/engine/gateway/failure/suspect-streaming.ts";
import { translateError } from "#lib/engine/gateway/failure/translate-error.ts";
import { isMeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";

/** What the failure of a request means, by what had happened before it. */
export function translateEnd(
  error: unknown,
  { hasSketch, mayNotStream }: { hasSketch: boolean; mayNotStream: boolean },
): EngineError {
  if (isEngineError(error)) return error;

  const translated = translateError(error);
  const { kind, code } = isMeshAPIError(error) ? error : { kind: null, code: null };
  if (hasSketch && kind !== "free" && translated.charged === "no") return afterSketch(translated);
  const isBare = code === "http_500" && kind === "unknown";
  return isBare && mayNotStream ? suspectStreaming(translated) : translated;
}

/** Whatever was wrong with it, work was done, and may cost. */
function afterSketch(error: EngineError): EngineError {
  return new EngineError(error.reason, { ...error, charged: "likely", cause: error.cause });
}
