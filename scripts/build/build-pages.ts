import { runCommand } from "../run-command.ts";
import { compressStatic } from "./compress-static.ts";
import { makeWhenStale } from "./make-when-stale.ts";

/** Builds the pages into `.next`. Ends the process when that fails. */
export async function buildPages(): Promise<void> {
  await makeWhenStale({
    stampFile: ".next/sources",
    sources: [
      "app",
      "components",
      "lib",
      "messages",
      "prisma/schema.prisma",
      "instrumentation.ts",
      "proxy.ts",
      "next.config.ts",
      "postcss.config.json",
      "tsconfig.json",
      "package-lock.json",
    ],
    make: async () => {
      console.log(
        "Building the pages. This happens once after each update, and takes less than a minute.",
      );
      const { code } = await runCommand(["node_modules/next/dist/bin/next", "build"], {
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      });
      if (code !== 0) process.exit(code);
      await compressStatic(".next/static");
    },
  });
}
