import { type AttemptState, attemptStateSchema } from "#lib/contract/attempt-state.ts";
import { storedRequestSchema } from "#lib/engine/image-request.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** An attempt as the recovery needs it. */
export async function readAttempt(
  client: PrismaClient,
  id: string,
): Promise<{ claim: ClaimedAttempt; state: AttemptState; adoptCount: number }> {
  const { generation, gateway, paid, state, adoptCount, ...attempt } =
    await client.attempt.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        userId: true,
        generationId: true,
        gatewayId: true,
        paid: true,
        gateway: { select: { paid: true } },
        fence: true,
        state: true,
        unsentCount: true,
        refusedCount: true,
        adoptCount: true,
        generation: { select: { parameters: true } },
      },
    });
  const claim = {
    ...attempt,
    // One that says by now that it costs money may have meant it then: what was sent is not sent again.
    paid: paid || gateway.paid,
    request: storedRequestSchema.parse(generation.parameters),
  };
  return { claim, state: attemptStateSchema.parse(state), adoptCount };
}
