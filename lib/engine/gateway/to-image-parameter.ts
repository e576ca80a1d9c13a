import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { EngineInput } from "#lib/engine/image-engine.ts";
import { because } from "#messages/reason.ts";

/**
 * The inputs of a request as its field `image` takes them, each as a data URI; none for none. Throws an `EngineError`, unsent,
 * for a role that this form of asking has no place for.
 */
export function toImageParameter(inputs: readonly EngineInput[] = []): { image?: string[] } {
  if (inputs.length === 0) return {};

  const other = inputs.find(({ role }) => role !== "source" && role !== "reference");
  if (other) {
    throw new EngineError(because("role_not_sent", { role: other.role }), {
      sent: "no",
      charged: "no",
      code: "not_supported",
    });
  }
  return { image: inputs.map(toDataUri) };
}

function toDataUri({ type, bytes }: EngineInput): string {
  return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}
