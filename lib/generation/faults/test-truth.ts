import { expect } from "vitest";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { expectStudioEvents } from "#lib/events/test-studio-events.ts";
import type { TestStudio } from "#lib/generation/faults/test-studio.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";

/** What must be so whenever nothing is in flight: files, rows, spool and ledger tell one story. */
export async function expectTruth(
  studio: TestStudio,
  { attempts, images }: GenerationView,
): Promise<void> {
  await studio.gateway.idle();
  const { charges } = studio.gateway.ledger();
  for (const { id, state } of attempts) {
    const paid = charges.filter((charge) => charge.idempotencyKey === id);
    expect(paid.length).toBeLessThanOrEqual(1);
    const own = images.filter((image) => image.attemptId === id);
    expect(own).toHaveLength(state === "succeeded" ? 1 : 0);
    if (state === "succeeded") expect(paid).toHaveLength(1);
  }

  const { client, blobStore, spool } = studio.context;
  for (const { hash, type, bytes } of await client.blob.findMany()) {
    expect(await blobStore.has(blobKey(hash, type), bytes)).toBe(true);
    for (const edge of ["320", "640"] as const)
      expect(await blobStore.open(thumbnailKey(hash, edge))).not.toBeNull();
  }
  const events = await client.event.findMany({ orderBy: { sequence: "asc" } });
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
  await expectStudioEvents(client);
  expect(await spool.list()).toEqual([]);
}
