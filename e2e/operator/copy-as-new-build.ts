import { cpSync } from "node:fs";
import { mkdtemp, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");
const left = new Set([".next/cache", "node_modules", ".git", "data", "test-results"]);

/**
 * Copies the built studio to where another build of it would lie: the same code, and no file that a browser loads under
 * the name that it had. An update does that to every file that changed, within some seconds more.
 */
export async function copyAsNewBuild(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), "atelier-build-"));
  for (const entry of [...(await listKept(".")), ...(await listKept(".next"))]) {
    cpSync(path.join(root, entry), path.join(copy, entry), {
      recursive: true,
      verbatimSymlinks: true,
      // Names are written in them as well, and cannot be changed there. Next serves what lacks them.
      filter: (file) => !/\.(br|gz)$/.test(file),
    });
  }
  await symlink(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  await renameChunks(path.join(copy, ".next"));
  return copy;
}

/** What is copied of a folder; of the build, that is told by itself. */
async function listKept(folder: string): Promise<string[]> {
  const entries = (await readdir(path.join(root, folder))).map((entry) => path.join(folder, entry));
  return entries.filter((entry) => entry !== ".next" && !left.has(entry));
}

async function renameChunks(built: string): Promise<void> {
  const buildId = await readFile(path.join(built, "BUILD_ID"), "utf8");
  const chunks = await readdir(path.join(built, "static/chunks"));
  const newNames = new Map([...chunks, buildId].map((name) => [name, `new-${name.slice(4)}`]));
  const names = new RegExp(
    [...newNames.keys()].map((name) => name.replaceAll(".", "\\.")).join("|"),
    "g",
  );

  for (const entry of await readdir(built, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/(\.(js|json|css|html)|BUILD_ID)$/.test(entry.name)) continue;

    const text = await readFile(file, "utf8");
    const renamed = text.replace(names, (name) => newNames.get(name) ?? name);
    if (renamed !== text) await writeFile(file, renamed);
  }
  for (const [folder, name] of [
    ...chunks.map((chunk) => ["static/chunks", chunk] as const),
    ["static", buildId] as const,
  ]) {
    await rename(
      path.join(built, folder, name),
      path.join(built, folder, newNames.get(name) ?? name),
    );
  }
}
