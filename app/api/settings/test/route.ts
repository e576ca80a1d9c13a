import { handle, json } from "#app/api/handle.ts";
import { settingsContext } from "#app/api/settings/settings-context.ts";
import { type EngineErrorCode, isEngineError } from "#lib/engine/image-engine.ts";
import { liftPauses } from "#lib/generation/lift-pauses.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { readJson } from "#lib/platform/http.server.ts";
import type { Services } from "#lib/services.server.ts";
import {
  type GatewayChange,
  type GatewaySettings,
  gatewayChangeSchema,
  readGatewaySettings,
} from "#lib/settings/gateway-settings.server.ts";

const testMs = 15_000;

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
};

/** Asks the gateway for its models, by the settings as they are with this change, which is not stored. Free. */
export const POST = handle(async ({ request, services, userId }) => {
  const change = await readJson(request, gatewayChangeSchema);
  const settings = await readGatewaySettings(settingsContext(services, userId));
  const engine = services.createGateway(withChange(settings, change));
  if (!engine) {
    throw new AppError("invalid_request", "Paste a key first.", { field: "apiKey" });
  }

  const startedAt = performance.now();
  try {
    const models = await engine.listModels({ signal: AbortSignal.timeout(testMs) });
    const tookMs = Math.round(performance.now() - startedAt);
    await liftForKey(services, { userId, keyId: engine.keyId });
    return json({ modelCount: models.length, tookMs });
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
async function liftForKey(
  { database }: Services,
  { userId, keyId }: { userId: string; keyId: string | null },
): Promise<void> {
  if (keyId === null) return;
  await liftPauses(database.client, { userId, lifting: { by: "test", keyId } });
}

/** The environment wins here as everywhere. */
function withChange(settings: GatewaySettings, change: GatewayChange): GatewaySettings {
  const { baseUrlSource, keySource } = settings;
  return {
    ...settings,
    ...(change.baseUrl && baseUrlSource !== "environment" ? { baseUrl: change.baseUrl } : {}),
    ...(change.apiKey && keySource !== "environment" ? { apiKey: change.apiKey } : {}),
  };
}
