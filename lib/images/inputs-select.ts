import type { Prisma } from "#lib/platform/database/database.server.ts";

/** What is read of a generation's inputs, in their order; it is what a view of them has. */
export const inputsSelect = {
  select: { role: true, blobHash: true, imageId: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Generation$inputsArgs;
