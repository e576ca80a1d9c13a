import { expect, test } from "vitest";
import { createTestStudio } from "#lib/generation/faults/test-studio.ts";
import { openNewPGlite } from "#lib/platform/database/test-database.ts";

test("a picture beyond the setting is paid for, not kept, and left where a person can look at it", async () => {
  const { database, dispose } = await openNewPGlite();
  const studio = await createTestStudio(database);
  studio.context.imageBytesMax = 100;
  await studio.start();

  const { attempts, images } = await studio.ended((await studio.submit("a fox")).id);
  expect(images).toEqual([]);
  expect(attempts[0]).toMatchObject({
    state: "failed",
    charged: "likely",
    error: { code: "bad_picture", reason: { parameters: { reason: { code: "too_many_bytes" } } } },
  });
  expect(await studio.context.spool.read(attempts[0]?.id ?? "")).toHaveLength(1);

  await studio.close();
  await dispose();
});
