import { handle, json } from "#app/api/handle.ts";
import { readSettings } from "#app/api/settings/read-settings.ts";

export const GET = handle(async ({ services }) =>
  json<"GET /api/settings">({ settings: readSettings(services) }),
);
