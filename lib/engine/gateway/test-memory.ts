import { readFileSync } from "node:fs";
import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";

/**
 * A process of its own, whose memory is measured: asks the gateway at `baseUrl` for `count` pictures at once, holds all
 * that comes until the last is here, and prints what it found.
 */
const [baseUrl = "", prompt = "", count = "1", answerBytesMax = "0"] = process.argv.slice(2);

const engine = createGatewayEngine({
  apiKey: "rsk_fake",
  baseUrl,
  stream: !prompt.includes("[[json]]"),
  deadlineMs: 600_000,
  answerBytesMax: Number(answerBytesMax),
  resultsOverHttp: false,
});
const signal = new AbortController().signal;
const before = memory("VmRSS");
const found = await Promise.all(Array.from({ length: Number(count) }, (_, index) => ask(index)));

process.stdout.write(
  JSON.stringify({
    images: found.flatMap(({ bytes }) => bytes.map(({ length }) => length)),
    codes: [...new Set(found.map(({ code }) => code))],
    grownBytes: memory("VmHWM") - before,
  }),
);

async function ask(index: number): Promise<{ bytes: Uint8Array[]; code: string | null }> {
  const bytes: Uint8Array[] = [];
  try {
    const options = { signal, idempotencyKey: `key-${index}` };
    for await (const event of engine.generate({ prompt, size: "64x64", n: 1 }, options)) {
      if (event.type === "picture" && event.source.type === "bytes") bytes.push(event.source.bytes);
    }
    return { bytes, code: null };
  } catch (error) {
    return { bytes, code: String(Object(error).code) };
  }
}

/** Bytes; `VmRSS` is what is resident now, `VmHWM` the most that ever was. */
function memory(name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(
    readFileSync("/proc/self/status", "utf8"),
  );
  return Number(line?.[1]) * 1_024;
}
