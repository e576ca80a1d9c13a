import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` does it, tests included; a start on somebody's machine has nothing to gain from it.
  typescript: { ignoreBuildErrors: true },
  // Its optimizer decodes what it is pointed at inside the web process; we make our own thumbnails.
  images: { unoptimized: true },
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
