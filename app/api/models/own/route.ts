import { handle, json } from "#app/api/handle.ts";
import { modelMarkChangeSchema, type OwnModel } from "#lib/contract/model/own-model.ts";
import { listRecentModels } from "#lib/generation/list-recent-models.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";
import type { Services } from "#lib/services/services.server.ts";
import { listModelMarks, markModel } from "#lib/settings/model-marks.server.ts";

/** What the user has to do with models: which are starred or hidden, and how the last requests of each went. */
export const GET = handle(async ({ services, userId }) =>
  json<"GET /api/models/own">({ models: await listOwnModels(services, userId) }),
);

/** Stars a model, hides it, or takes that back; for all devices of the user. */
export const PUT = handle(async ({ request, services, userId }) => {
  const change = await readJson(request, modelMarkChangeSchema);
  await markModel(services.database.client, { userId, ...change });
  return json<"PUT /api/models/own">({ models: await listOwnModels(services, userId) });
});

async function listOwnModels(
  { database: { client } }: Services,
  userId: string,
): Promise<OwnModel[]> {
  const [marks, recent] = await Promise.all([
    listModelMarks(client, userId),
    listRecentModels(client, userId),
  ]);
  const own = new Map<string, OwnModel>();
  const keyOf = (one: Pick<OwnModel, "gatewayId" | "model">) => `${one.gatewayId} ${one.model}`;
  for (const one of recent) own.set(keyOf(one), { ...one, mark: null });
  for (const one of marks) {
    own.set(keyOf(one), { recent: null, ...own.get(keyOf(one)), ...one });
  }
  return [...own.values()];
}
