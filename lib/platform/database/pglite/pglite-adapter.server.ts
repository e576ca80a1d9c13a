import type { PGlite } from "@electric-sql/pglite";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

/**
 * Prisma's driver over PGlite: pglite-prisma-adapter, mended in two places. Its `executeScript` does not
 * wait and drops errors, and its `commit` reports success when the COMMIT failed.
 * `openShadow` makes the empty database that schema diffs are computed in.
 */
export function createPGliteAdapter(
  pglite: PGlite,
  openShadow?: () => Promise<PGlite>,
): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mend(await factory.connect(), pglite),
    connectToShadowDb: async () => {
      if (!openShadow) throw new Error("This adapter was made without a shadow database.");
      const shadow = await openShadow();
      const adapter = mend(await new PrismaPGlite(shadow).connect(), shadow);
      return { ...adapter, dispose: () => shadow.close() };
    },
  };
}

function mend(adapter: SqlDriverAdapter, pglite: PGlite): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: async (script) => {
      await pglite.exec(script);
    },
    // Transactions run one after the other here, so that each is as isolated as any level asks.
    startTransaction: async () => mendTransaction(await adapter.startTransaction()),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

function mendTransaction(transaction: Transaction): Transaction {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    commit: async () => {
      try {
        // Ours first, so that its failure is heard; the adapter's own COMMIT then finds nothing to do.
        await transaction.executeRaw({ sql: "COMMIT", args: [], argTypes: [] });
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
      await transaction.commit();
    },
    rollback: () => transaction.rollback(),
  };
}
