import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { EngineInput } from "#lib/engine/image-engine.ts";
import { inputRoleSchema } from "#lib/engine/input-role.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { blobKey } from "#lib/storage/blob-key.ts";
import { readBlob } from "#lib/storage/read-blob.server.ts";
import { because } from "#messages/reason.ts";

/**
 * What goes into a generation beside its prompt, by position; nothing for most. Throws an `EngineError`, unsent, where the store
 * does not give it: a request without it would be another one, and be paid for.
 */
export async function readInputs(
  { client, blobStore }: Pick<RunContext, "client" | "blobStore">,
  generationId: string,
): Promise<EngineInput[]> {
  const rows = await client.input.findMany({
    where: { generationId },
    orderBy: { position: "asc" },
    select: { role: true, blob: { select: { hash: true, type: true } } },
  });

  return Promise.all(
    rows.map(async ({ role, blob: { hash, type } }) => ({
      role: inputRoleSchema.parse(role),
      type,
      bytes: await readInput(blobStore, blobKey(hash, type)),
    })),
  );
}

async function readInput(blobStore: RunContext["blobStore"], key: string): Promise<Uint8Array> {
  const bytes = await readBlob(blobStore, key).catch((error) => {
    if (isAppError(error)) throw notRead(error);
    throw error;
  });
  if (bytes) return bytes;
  throw notRead(null);
}

function notRead(cause: unknown): EngineError {
  return new EngineError(because("input_not_read"), {
    sent: "no",
    charged: "no",
    code: "internal",
    cause,
  });
}
