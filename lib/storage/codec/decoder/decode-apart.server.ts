import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import * as z from "zod";
import type { DecodeOptions, Pixels } from "#lib/storage/codec/decoder/decode-image.server.ts";

/** From the root of the checkout, where every process of the studio is started; in a bundle this module lies elsewhere. */
const workerFile = "lib/storage/codec/decoder/decode-worker.server.ts";

/** What the system sends to a process that took too much memory, and what a process does to itself when it gets none. */
const memorySignals: readonly (string | null)[] = ["SIGKILL", "SIGABRT", "SIGTRAP"];

const answerSchema = z.union([
  z.object({
    width: z.int(),
    height: z.int(),
    channels: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.object({ error: z.string() }),
]);

/**
 * Decodes a picture as `decodeImage` does, in a process of its own: when that one dies the studio lives, and what it took is
 * given back at once. Throws an error with the decoder's words, or one that says "out of memory".
 */
export async function decodeApart(
  bytes: Uint8Array,
  { isAnimation, edge }: DecodeOptions,
): Promise<Pixels> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), workerFile);
  const told = [isAnimation ? "animation" : "picture", ...(edge ? [String(edge)] : [])];
  const child = spawn(process.execPath, [file, ...told], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  // One that died reads no more: how it ended says why.
  child.stdin.on("error", () => {});
  child.stdin.end(bytes);
  const [output, [code, signal]] = await Promise.all([buffer(child.stdout), once(child, "close")]);

  const end = output.indexOf("\n");
  const answer = answerSchema.safeParse(parseJson(output.subarray(0, Math.max(end, 0))));
  if (!answer.success) throw new Error(describeDeath({ code, signal }));
  if ("error" in answer.data) throw new Error(answer.data.error);

  return { ...answer.data, data: output.subarray(end + 1) };
}

function describeDeath({ code, signal }: { code: number | null; signal: string | null }): string {
  if (memorySignals.includes(signal)) return `out of memory: the decoder ended with ${signal}`;
  return `the decoder ended with ${signal ?? code} and without a word`;
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}
