import { EngineError } from "#lib/engine/engine-error.server.ts";
import { because } from "#messages/reason.ts";

/**
 * The error of a bare 500 to a request that streams, from a gateway that never answered one. Some gateways, Portkey's
 * among them, fail so at every such request, after they have passed it on and it was paid for: nobody can tell.
 */
export function suspectStreaming(error: EngineError): EngineError {
  const { sent, charged, requestId, detail, answer } = error;
  return new EngineError(because("failed_streaming"), {
    sent,
    charged,
    requestId,
    detail,
    answer,
    code: "streaming_not_supported",
    cause: error.cause,
  });
}
