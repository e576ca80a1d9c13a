import type { SecretProblem } from "#lib/contract/gateway-view.ts";
import { type Sentence, say } from "#messages/sentence.ts";

/** Why a key, or further headers, are not used, and what to do. */
export function describeSecretProblem(problem: SecretProblem, what: "key" | "headers"): Sentence {
  if (problem.kind === "lost") return say("settings.secretLost", { what });
  const { source, origin } = problem;
  return source === "environment"
    ? say("settings.secretGivenElsewhere", { what, origin })
    : say("settings.secretElsewhere", { what, origin });
}
