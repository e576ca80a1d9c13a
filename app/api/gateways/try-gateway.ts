import { describeSecretProblem } from "#lib/contract/describe-secret-problem.ts";
import type { ConnectionReport } from "#lib/engine/connection-report.ts";
import { isEngineError } from "#lib/engine/engine-error.server.ts";
import type { EngineErrorCode } from "#lib/engine/image-engine.ts";
import { previewConnection } from "#lib/gateways/change-gateway.server.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";
import type { GatewayChange } from "#lib/gateways/gateway-request.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import type { Services } from "#lib/services/services.server.ts";
import { say, sayReason } from "#messages/sentence.ts";

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

interface Trial {
  userId: string;
  /** Null: one that is not in the list yet. */
  id: string | null;
  /** Not stored. */
  change: GatewayChange;
}

/**
 * Tries a gateway out, as it would be after a change: free. A key that it accepts waits no more. Throws an `AppError` that names
 * the field at fault.
 */
export async function tryGateway(
  services: Services,
  { userId, id, change }: Trial,
): Promise<ConnectionReport> {
  const connection = await previewConnection(services.gatewaysContext, { id, change });
  const trial = services.tryConnection(connection);
  if (!trial) throw noKey(connection);

  try {
    const report = await trial.report();
    if (trial.keyId !== null) {
      const clearing = { by: "test", keyId: trial.keyId } as const;
      await clearPauses(services.database.client, { userId, clearing });
    }
    return report;
  } catch (error) {
    if (!isEngineError(error)) throw error;
    const field = fieldsAtFault[error.code];
    throw new AppError("engine_unavailable", sayReason(error.reason), {
      cause: error,
      ...(field ? { field } : {}),
    });
  }
}

function noKey({ keyProblem }: Connection): AppError {
  const said = keyProblem ? describeSecretProblem(keyProblem, "key") : say("refusals.pasteKey");
  return new AppError("invalid_request", said, { field: "apiKey" });
}
