import { handle, json } from "#app/api/handle.ts";
import { settingsContext } from "#app/api/settings/settings-context.ts";
import { describeSecretProblem } from "#lib/contract/describe-secret-problem.ts";
import { type EngineErrorCode, isEngineError } from "#lib/engine/image-engine.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { readJson } from "#lib/platform/http/http.server.ts";
import type { Services } from "#lib/services/services.server.ts";
import type { GatewaySettings } from "#lib/settings/gateway.ts";
import { gatewayChangeSchema } from "#lib/settings/gateway-change.ts";
import { readGatewaySettings } from "#lib/settings/gateway-settings.server.ts";

/** What a person would have to change; the others are the gateway's own trouble. */
const fieldsAtFault: Partial<Record<EngineErrorCode, "apiKey" | "baseUrl">> = {
  unauthorized: "apiKey",
  forbidden: "apiKey",
  payment_required: "apiKey",
  unreachable: "baseUrl",
  timeout: "baseUrl",
  connection_lost: "baseUrl",
  bad_answer: "baseUrl",
  model_not_found: "baseUrl",
  wrong_address: "baseUrl",
};

/** Tries the gateway out, by the settings as they are with this change, which is not stored. Free. */
export const POST = handle(async ({ request, services, userId }) => {
  const change = await readJson(request, gatewayChangeSchema);
  const settings = await readGatewaySettings(settingsContext(services, userId), change);
  const gateway = services.tryGateway(settings);
  if (!gateway) throw noKey(settings);

  try {
    const report = await gateway.report();
    await clearForKey(services, { userId, keyId: gateway.keyId });
    return json<"POST /api/settings/test">(report);
  } catch (error) {
    if (!isEngineError(error)) throw error;
    const field = fieldsAtFault[error.code];
    throw new AppError("engine_unavailable", error.message, {
      cause: error,
      ...(field ? { field } : {}),
    });
  }
});

/** The gateway accepts the key: what waited because it did not goes on. */
async function clearForKey(
  { database }: Services,
  { userId, keyId }: { userId: string; keyId: string | null },
): Promise<void> {
  if (keyId === null) return;
  await clearPauses(database.client, { userId, clearing: { by: "test", keyId } });
}

function noKey({ keyProblem }: GatewaySettings): AppError {
  const message = keyProblem ? describeSecretProblem(keyProblem) : "Paste a key first.";
  return new AppError("invalid_request", message, { field: "apiKey" });
}
