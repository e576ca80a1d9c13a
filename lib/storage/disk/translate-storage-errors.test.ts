import { expect, test } from "vitest";
import { AppError } from "#lib/platform/errors.ts";
import { makeNoFolder, noFolders } from "#lib/platform/files/test-no-folder.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";
import { translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";
import { createSpool } from "#lib/storage/spool/spool.server.ts";

const translate = translateStorageErrors("/data/files");

test.each([
  ["ENOSPC", "Free some space."],
  ["EDQUOT", "Free some space."],
  ["EACCES", "Give it the right to."],
  ["EROFS", "Mount it writable"],
  ["EIO", "Check it."],
  ["ESTALE", "(ESTALE)"],
])("a failure by %s names the folder and what to do, and keeps its cause", async (code, advice) => {
  const cause = Object.assign(new Error(`${code}: write`), { code });

  await expect(translate(() => Promise.reject(cause))).rejects.toMatchObject({
    code: "storage_unavailable",
    message: expect.stringMatching(/^The folder \/data\/files cannot be used: .+\.$/),
    cause,
  });
  await expect(translate(() => Promise.reject(cause))).rejects.toThrow(advice);
});

test("an error that is translated already stays as it is", async () => {
  const error = new AppError("invalid_request", "No.");

  await expect(translate(() => Promise.reject(error))).rejects.toBe(error);
});

test.each(noFolders)(
  "a store whose folder is %s says so, and what to do",
  async (_, make, words) => {
    const directory = await makeNoFolder(make);
    const error = {
      code: "storage_unavailable",
      message: expect.stringContaining(`${directory}${words}`),
    };

    await expect(createDiskBlobStore({ directory }).check()).rejects.toMatchObject(error);
    await expect(
      createSpool({ directory }).write(crypto.randomUUID(), 0, { meta: {} }),
    ).rejects.toMatchObject(error);
  },
);
