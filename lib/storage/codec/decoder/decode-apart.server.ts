import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import * as z from "zod";
import type { DecodeOptions, Pixels } from "#lib/storage/codec/decoder/decode-image.server.ts";

/** From the root of the checkout, where every process of the studio is started; in a bundle this module lies elsewhere. */
const workerFile = "lib/storage/codec/decoder/decode-worker.server.ts";

/** How a picture ends its decoder. Whatever else ends it (no memory, no process or file to be had, somebody's signal) says nothing of the picture. */
const crashSignals: readonly (string | null)[] = ["SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE"];

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
 * given back at once. Throws an error with the decoder's words, or one that says "out of memory" where it was not let do its work.
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
  const closed = once(child, "close").catch((error: unknown) => {
    throw new Error("out of memory: the decoder could not be started", { cause: error });
  });
  // Where there are no file handles left, it has none of these. One that died reads no more: how it ended says why.
  child.stdin?.on("error", () => {});
  child.stdin?.end(bytes);
  const [output, [code, signal]] = await Promise.all([
    child.stdout ? buffer(child.stdout) : Buffer.of(),
    closed,
  ]);

  const end = output.indexOf("\n");
  const answer = answerSchema.safeParse(parseJson(output.subarray(0, Math.max(end, 0))));
  if (!answer.success) throw new Error(describeDeath({ code, signal }));
  if ("error" in answer.data) throw new Error(answer.data.error);

  return { ...answer.data, data: output.subarray(end + 1) };
}

function describeDeath({ code, signal }: { code: number | null; signal: string | null }): string {
  const told = `the decoder ended with ${signal ?? code} and without a word`;
  return crashSignals.includes(signal) ? told : `out of memory: ${told}`;
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}
