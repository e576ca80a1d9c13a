import { defineConfig } from "prisma/config";

/** For the stock Prisma CLI; the studio itself migrates at its start without it. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
