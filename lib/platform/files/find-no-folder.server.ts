import type { Stats } from "node:fs";
import { readlink, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { quotePath } from "#lib/platform/text/quote-path.ts";
import { because, type Reason } from "#messages/reason.ts";

/** What stands where a folder belongs, or one above it, and is none: with what to do. Null where nothing does. */
export async function findNoFolder(
  folder: string,
  what: "folder" | "database" = "folder",
): Promise<Reason | null> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return null;
  if (found) {
    const aside = `mv ${quotePath(folder)} ${quotePath(`${folder}.old`)}`;
    return because("no_folder", { path: folder, kind: kindOf(found), what, aside });
  }
  const target = await readlink(folder).catch(() => null);
  if (target !== null) return because("leads_nowhere", { path: folder, target, what });

  const parent = dirname(folder);
  return parent === folder ? null : findNoFolder(parent);
}

function kindOf(found: Stats): string {
  if (found.isSocket()) return "socket";
  if (found.isFIFO()) return "pipe";
  return found.isFile() ? "file" : "device";
}
