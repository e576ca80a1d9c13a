import type { PauseView } from "#lib/contract/pause-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import { anyKeySubject, keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { changePauses } from "#lib/generation/pause/change-pauses.server.ts";
import { listPauses } from "#lib/generation/pause/list-pauses.server.ts";
import type { Prisma, PrismaClient } from "#lib/platform/database/database.server.ts";

/** Which pauses a person's act puts an end to. */
export type Clearing =
  /** "Resume": whatever of a gateway waits for a person, or of all where it is null. */
  | { by: "resume"; gatewayId: string | null }
  /** A gateway was changed, or saved as it was. */
  | { by: "settings"; gatewayId: string }
  /** The gateway accepted this key when it was tried. */
  | { by: "test"; keyId: string }
  /** The studio was started, perhaps with another key in its environment, or a gateway was removed: these are in use. */
  | { by: "start"; keyIds: readonly string[] };

/** Lets the queue go on where a person has done something about it, and wakes the runners. Resolves to what is left. */
export async function clearPauses(
  client: PrismaClient,
  { userId, clearing }: { userId: string; clearing: Clearing },
): Promise<PauseView[]> {
  await client.$transaction(async (transaction) => {
    const events = await changePauses(transaction, userId, () =>
      transaction.pause.deleteMany({ where: { userId, ...clearedBy(clearing) } }),
    );
    await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    await appendEvents(transaction, { userId, events });
  });
  return listPauses(client, userId);
}

function clearedBy(clearing: Clearing): Prisma.PauseWhereInput {
  switch (clearing.by) {
    case "resume":
      return {
        subject: anyKeySubject,
        until: null,
        ...(clearing.gatewayId !== null && { gatewayId: clearing.gatewayId }),
      };
    case "settings":
      return { subject: anyKeySubject, gatewayId: clearing.gatewayId };
    case "test":
      return { subject: keySubject(clearing.keyId), code: "unauthorized" };
    case "start":
      return { subject: { ...anyKeySubject, notIn: clearing.keyIds.map(keySubject) } };
    default:
      return clearing satisfies never;
  }
}
