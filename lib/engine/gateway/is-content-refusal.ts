import * as z from "zod";
import type { MeshAPIError } from "#lib/meshapi/mesh-api-error.ts";

/** Codes by which providers say that a prompt or a picture is against their rules. */
const refusalCodes = /content[_-]?(policy|filter)|moderation|safety|responsible_?ai|sensitive/i;

/** MeshAPI wraps what the provider itself said. */
const providerErrorSchema = z.object({
  error: z.object({ provider_error: z.object({ code: z.string() }) }),
});

/** Whether a prompt or a picture was refused for what it shows, and not the request for its form. */
export function isContentRefusal({ code, details }: MeshAPIError): boolean {
  if (refusalCodes.test(code)) return true;

  const provider = providerErrorSchema.safeParse(details);
  return provider.success && refusalCodes.test(provider.data.error.provider_error.code);
}
