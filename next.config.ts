import type { NextConfig } from "next";

/**
 * Asked for in development alone. The bundler follows the import although it is never reached, and would keep for it
 * what of zod nothing else uses, in the part that the composer does load.
 */
const withoutCheck = { "#components/data/check-contract.ts": "./lib/contract/reset-event.ts" };

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` does it, tests included; a start on somebody's machine has nothing to gain from it.
  typescript: { ignoreBuildErrors: true },
  // Its optimizer decodes what it is pointed at inside the web process; we make our own thumbnails.
  images: { unoptimized: true },
  turbopack: { resolveAlias: process.env.NODE_ENV === "production" ? withoutCheck : {} },
  // Native code and WebAssembly that must be loaded from node_modules as they are.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "pglite-prisma-adapter",
    "sharp",
    "undici",
    "pg",
  ],
};

export default config;
