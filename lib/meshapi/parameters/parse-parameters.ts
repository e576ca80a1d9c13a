import type * as z from "zod";
import { MeshAPIError } from "../failure/mesh-api-error.ts";
import { type ImageParameters, imageParametersSchema } from "./image-parameters.ts";

/** Checks the parameters before anything is sent. Throws a `MeshAPIError` that names the wrong one. */
export function parseParameters(parameters: unknown): ImageParameters {
  const parsed = imageParametersSchema.safeParse(parameters);
  if (parsed.success) return parsed.data;

  const { issues } = parsed.error;
  const parameter = issues[0] ? nameOf(issues[0]) : null;
  throw new MeshAPIError(`The parameter ${parameter} is wrong: ${issues[0]?.message}`, {
    sent: "no",
    code: "invalid_parameter",
    parameter,
    details: issues,
  });
}

function nameOf(issue: z.core.$ZodIssue): string | null {
  if (issue.code === "unrecognized_keys") return issue.keys[0] ?? null;

  return issue.path.length > 0 ? issue.path.join(".") : null;
}
