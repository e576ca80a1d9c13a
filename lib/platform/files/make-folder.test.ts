import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-folder-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("a folder and those above it are made, for this user alone, and made again are no error", async () => {
  const folder = join(await temporaryFolder(), "a", "b", "c");

  await Promise.all([makeFolder(folder), makeFolder(folder)]);
  await makeFolder(folder);

  for (const path of [folder, join(folder, "..", "..")]) {
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  }
});

test("a file in the way is an error", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");

  await expect(makeFolder(file)).rejects.toMatchObject({ code: "EEXIST" });
  await expect(makeFolder(join(file, "a"))).rejects.toMatchObject({ code: "EEXIST" });
});

test.runIf(process.platform === "linux")(
  "a place where nothing can be made is an error, and not tried for ever",
  async () => {
    await expect(makeFolder("/proc/atelier")).rejects.toMatchObject({ code: "ENOENT" });
  },
);
