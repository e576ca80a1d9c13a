import { expect, test } from "vitest";
import { describeOnBothDatabases } from "./test-database.ts";

describeOnBothDatabases("a database", (open) => {
  test("has the one local owner", async () => {
    const { client } = await open();
    expect(await client.user.findMany({ select: { name: true, eventSequence: true } })).toEqual([
      { name: "Owner", eventSequence: 0 },
    ]);
  });

  test("a transaction that throws leaves nothing behind", async () => {
    const { client } = await open();
    const failing = client.$transaction(async (transaction) => {
      await transaction.user.updateMany({ data: { name: "Nobody" } });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await client.user.findMany({ select: { name: true } })).toEqual([{ name: "Owner" }]);
  });
});
