import { expect } from "vitest";
import { studioEventSchema } from "#lib/contract/studio-event.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Every event that was written is one of the contract's, with all that belongs to it and nothing else. */
export async function expectStudioEvents(client: Pick<PrismaClient, "event">): Promise<void> {
  const events = await client.event.findMany({ select: { type: true, data: true } });
  const faults = events.flatMap(({ type, data }) => {
    const parsed = studioEventSchema.safeParse(Object.assign({ type }, data));
    return parsed.success ? [] : [{ type, issues: parsed.error.issues }];
  });
  expect(faults).toEqual([]);
}
