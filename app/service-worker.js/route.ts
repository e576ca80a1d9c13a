import { readFileSync } from "node:fs";
import { workerSource } from "#components/offline/compiled/worker-source.ts";

/** The service worker of this build: another build's is another file, which the browser then takes in its place. */
export function GET(): Response {
  const buildName = readFileSync(".next/BUILD_ID", "utf8");
  return new Response(`const buildName = ${JSON.stringify(buildName)};\n${workerSource}`, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
