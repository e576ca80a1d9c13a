import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { SpooledImage } from "../evidence.ts";
import { hashOf } from "../hash-of.ts";

const headerSchema = z.object({ bytes: z.int().nullable() });

/** What lies in the spool under a final name. A server that is still running may take entries away meanwhile. */
export function readSpool(directory: string): SpooledImage[] {
  return namesIn(directory).flatMap((attemptId) =>
    namesIn(join(directory, attemptId))
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const content = contentOf(join(directory, attemptId, name));
        return content ? [{ attemptId, index: Number(name), ...readEntry(content) }] : [];
      }),
  );
}

/** One line of JSON, then as many bytes as it says; written down here a second time on purpose. */
function readEntry(content: Buffer): Pick<SpooledImage, "isComplete" | "hash"> {
  const end = content.indexOf("\n");
  const image = content.subarray(end + 1);
  try {
    const { bytes } = headerSchema.parse(JSON.parse(content.subarray(0, end).toString()));
    const isComplete = image.length === (bytes ?? 0);
    return { isComplete, hash: isComplete && bytes !== null ? hashOf(image) : null };
  } catch {
    return { isComplete: false, hash: null };
  }
}

function namesIn(folder: string): string[] {
  return ifThere(() => readdirSync(folder)) ?? [];
}

function contentOf(file: string): Buffer | null {
  return ifThere(() => readFileSync(file));
}

function ifThere<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
