import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { startStudio } from "../fixtures/start-studio.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

test("an operator, and a health check, can ask what is wrong, and are told when it is mended", async ({
  request,
}) => {
  const studio = await startStudio({
    DISK_FREE_MB_MIN: "1",
    SECRET_KEY: "0123456789abcdef".repeat(4),
  });
  const health = async () => {
    const response = await request.get(`${studio.url}/api/health`);
    return { code: response.status(), text: await response.text(), ...(await response.json()) };
  };
  const spool = path.join(studio.dataDir, "spool");

  await expect.poll(health).toMatchObject({
    code: 200,
    status: "ok",
    problems: [],
    version: expect.stringMatching(/^\d/),
  });

  await rename(spool, `${spool}-aside`);
  await writeFile(spool, "no folder");
  await expect.poll(async () => (await health()).status).toBe("failing");
  const failing = await health();
  expect(failing).toMatchObject({
    code: 503,
    status: "failing",
    problems: [{ code: "folder_unwritable", remedy: expect.stringContaining("Do not stop") }],
  });
  expect(failing.text).not.toContain("0123456789abcdef");

  await rm(spool);
  await rename(`${spool}-aside`, spool);
  await expect.poll(health).toMatchObject({ code: 200, status: "ok" });
  await studio.close();
});
