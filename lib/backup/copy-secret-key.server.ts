import { join } from "node:path";
import { secretKeyName } from "#lib/settings/secret-key-file.server.ts";
import { readHashed } from "#lib/storage/disk/read-hashed.server.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";

/** Copies the file of the key that seals secrets, for its owner's eyes only. False when there is none, as with `SECRET_KEY`. */
export async function copySecretKey(from: string, to: string): Promise<boolean> {
  const file = await readHashed(join(from, secretKeyName));
  if (!file) return false;

  await writeDurably({ path: join(to, secretKeyName), parts: [file.content] });
  return true;
}
