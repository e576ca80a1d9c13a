import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** What a transaction meets: the database is away, or goes away after it has committed. Null: neither. */
export type Loss = "before" | "after" | null;

/** The same client, whose transactions meet losses one by one. */
export function createLosingClient(client: PrismaClient, losses: Iterator<Loss>): PrismaClient {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "$transaction" || typeof value !== "function") return value;
      return async (...given: unknown[]) => {
        const loss = losses.next().value ?? null;
        if (loss === "before") throw new Error("Connection terminated");
        const result: unknown = await Reflect.apply(value, target, given);
        if (loss === "after") throw new Error("Connection terminated");
        return result;
      };
    },
  });
}
