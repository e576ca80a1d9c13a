import { handle, json } from "#app/api/handle.ts";
import { readOwnKeys } from "#lib/push/own-keys.server.ts";

/** What a browser subscribes with, so that its push service takes messages from this studio and no other. */
export const GET = handle(async ({ services, userId }) => {
  const { publicKey } = await readOwnKeys(services.push.context, userId);
  return json<"GET /api/push">({ publicKey });
});
