import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** The same client, before whose transactions something else happens: what a race brings about by chance. */
export function beforeTransaction(
  client: PrismaClient,
  happen: () => Promise<unknown>,
): PrismaClient {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return async (...given: unknown[]) => {
        if (name === "$transaction") await happen();
        return Reflect.apply(value, target, given);
      };
    },
  });
}
