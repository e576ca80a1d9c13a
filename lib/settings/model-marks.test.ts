import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { localGatewayId as gatewayId } from "#lib/gateways/seeded-gateways.ts";
import { describeOnPostgres } from "#lib/platform/database/test-database.ts";
import { listModelMarks, markModel } from "#lib/settings/model-marks.server.ts";

describeOnPostgres("the marks of models", (open) => {
  test("are kept each by itself, whatever the model's name, and can be taken away", async () => {
    const { client } = await open();
    const model = "acme/flux image, two  words";
    await Promise.all([
      markModel(client, { userId, gatewayId, model, mark: "starred" }),
      markModel(client, { userId, gatewayId, model: "other", mark: "hidden" }),
    ]);
    const other = { gatewayId, model: "other", mark: "hidden" };
    expect(await listModelMarks(client, userId)).toEqual([
      { gatewayId, model, mark: "starred" },
      other,
    ]);

    await markModel(client, { userId, gatewayId, model, mark: "hidden" });
    await markModel(client, { userId, gatewayId, model: "other", mark: null });
    expect(await listModelMarks(client, userId)).toEqual([{ gatewayId, model, mark: "hidden" }]);
  });
});
