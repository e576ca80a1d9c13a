import { setImmediate as nextTurn } from "node:timers/promises";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import type { Database, PrismaClient } from "#lib/platform/database/database.server.ts";

/** Commits so many events, each with a text. */
export const write = ({ client }: { client: PrismaClient }, count: number, text = "x".repeat(50)) =>
  client.$transaction((transaction) =>
    appendEvents(transaction, {
      userId,
      events: Array.from({ length: count }, () => ({
        type: "generation-deleted",
        generationId: text,
      })),
    }),
  );

/** The same database, whose looks at the log are counted, and fail when they are to. */
export function watchLooks({ client }: Database) {
  const watched = { looks: 0, isAway: false, lastLook: Promise.resolve<unknown>(null) };
  const counting = new Proxy(client, {
    get(target, name) {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      watched.looks += 1;
      if (watched.isAway) throw new Error("the database is away");
      return (...query: Parameters<PrismaClient["$queryRaw"]>) => {
        const look = Promise.resolve(target.$queryRaw(...query));
        watched.lastLook = look;
        return look;
      };
    },
  });
  return { client: counting, watched };
}

/** Resolves when no look is under way, and none follows from the last. */
export async function lookedEnough(
  watched: ReturnType<typeof watchLooks>["watched"],
): Promise<void> {
  for (let looks = -1; looks !== watched.looks; ) {
    looks = watched.looks;
    await watched.lastLook;
    await nextTurn();
  }
}
