import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio } from "#lib/generation/faults/test-studio.ts";
import { saveAgain } from "#lib/generation/save-again.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { because } from "#messages/reason.ts";

/** How an address answers: as the gateway's own does, or in one of the ways that addresses fail. */
export type AddressMood = "up" | "refused" | "not-there-yet" | "page";

/** A studio whose gateway gives addresses that answer as a test says. */
export async function createAddressStudio(database: Database, first: AddressMood) {
  const studio = await createTestStudio(database);
  const { engine, context } = studio;
  let mood = first;
  context.engine = async () => ({
    ...engine,
    async fetchImage(url, options) {
      if (mood === "up") return engine.fetchImage(url, options);
      if (mood === "refused") {
        // The real words, of an address that no setting allows.
        const rules = { gatewayOrigin: "https://gateway.example", overHttp: false };
        return fetchImage("http://10.0.0.7/a.png", { ...options, ...rules });
      }
      const told = { sent: "answered", charged: "likely" } as const;
      if (mood === "page")
        throw new EngineError(because("said", { said: "It is a page." }), {
          ...told,
          code: "bad_picture",
        });
      throw new EngineError(because("said", { said: "It is not there yet." }), {
        ...told,
        code: "picture_unavailable",
        mayPass: true,
        mayPassForMs: 60 * 60_000,
      });
    },
  });

  return {
    ...studio,
    /** From now on addresses answer like this. */
    turn(next: AddressMood) {
      mood = next;
    },
    save: (id: string) => saveAgain(context.client, { userId, id }),
    /** How many pictures the gateway was asked for. */
    posts: () =>
      studio.gateway.ledger().requests.filter((request) => request.method === "POST").length,
    /** Presses and works it by hand, with no runner about. */
    async submitAndRun(prompt = "a fox [[url]]") {
      const queue = createTestQueue(studio);
      const { id } = await studio.submit(prompt);
      await queue.run(await queue.claim());
      return { id, queue };
    },
  };
}
