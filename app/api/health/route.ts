import { handle, json } from "#app/api/handle.ts";

/** What an operator may have to mend: 200 while the studio can do its work, 503 while it cannot. */
export const GET = handle(async ({ services }) => {
  const health = await services.health();
  return json<"GET /api/health">(health, health.status === "failing" ? 503 : 200);
});
