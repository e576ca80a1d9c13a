import { handle, json, parseId } from "#app/api/handle.ts";
import { isEngineError } from "#lib/engine/engine-error.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { settleGeneration } from "#lib/generation/recover/settle-outcomes.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say, sayReason } from "#messages/sentence.ts";

/** "Ask the gateway" whether it billed what has an unknown outcome. It is asked nothing else, and sent nothing again. */
export const POST = handle<{ id: string }>(
  async ({ request, params, services, userId, readSequence }) => {
    const id = parseId(params.id);
    const sequence = await readSequence();
    const { client } = services.database;
    await getGeneration(client, { userId, id });

    const isAsked = await settleGeneration(
      { client, gateways: services.gateways },
      { generationId: id, signal: request.signal },
    ).catch(restate);
    if (!isAsked) throw new AppError("conflict", say("refusals.cannotBeAsked"));
    return json<"POST /api/generations/:id/settle">({
      sequence,
      generation: await getGeneration(client, { userId, id }),
    });
  },
);

function restate(error: unknown): never {
  if (!isEngineError(error)) throw error;
  throw new AppError("engine_unavailable", sayReason(error.reason), { cause: error });
}
