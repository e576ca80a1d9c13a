import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";

/** The same client, after each of whose raw looks within a transaction something else happens. */
export function withinTransaction(
  client: PrismaClient,
  happen: (result: unknown) => Promise<unknown>,
): PrismaClient {
  const watch = (transaction: Transaction): Transaction =>
    new Proxy(transaction, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== "$queryRaw" || typeof value !== "function") return value;
        return async (...given: unknown[]) => {
          const result: unknown = await Reflect.apply(value, target, given);
          await happen(result);
          return result;
        };
      },
    });

  return new Proxy(client, {
    get(target, name) {
      if (name !== "$transaction") return Reflect.get(target, name);
      return (work: (transaction: Transaction) => Promise<unknown>) =>
        target.$transaction((transaction) => work(watch(transaction)));
    },
  });
}
