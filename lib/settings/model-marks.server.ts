import type { ModelMark, ModelMarkChange } from "#lib/contract/model/own-model.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** A setting for each: two browsers that mark two models at once lose neither. */
const prefix = "model-mark:";

/** The models that a user has marked, on whatever device. */
export async function listModelMarks(
  client: PrismaClient,
  userId: string,
): Promise<(ModelMarkChange & { mark: ModelMark })[]> {
  const settings = await client.setting.findMany({
    where: { userId, key: { startsWith: prefix } },
    orderBy: { key: "asc" },
    select: { key: true, value: true },
  });
  return settings.flatMap(({ key, value }) => {
    const [gatewayId = "", ...model] = key.slice(prefix.length).split(" ");
    const mark = value === "starred" || value === "hidden" ? value : null;
    return mark ? [{ gatewayId, model: model.join(" "), mark }] : [];
  });
}

/** Marks one, or takes its mark away. */
export async function markModel(
  client: PrismaClient,
  { userId, gatewayId, model, mark }: ModelMarkChange & { userId: string },
): Promise<void> {
  const key = `${prefix}${gatewayId} ${model}`;
  if (mark === null) {
    await client.setting.deleteMany({ where: { userId, key } });
    return;
  }
  await client.setting.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, value: mark },
    update: { value: mark },
    select: { key: true },
  });
}
