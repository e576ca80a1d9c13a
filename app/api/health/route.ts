import { handle, json } from "#app/api/handle.ts";

/** 200 while the database answers; an error with the reason otherwise. */
export const GET = handle(async ({ services }) => {
  await services.database.client.$queryRaw`SELECT 1`;
  return json({ status: "ok" });
});
