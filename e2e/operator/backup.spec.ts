import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startStudio } from "../fixtures/start-studio.ts";
import { createStudioApi, pressed } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

test.use({ engine: "gateway" });

test("a studio that is drawing is backed up, restored elsewhere, and shows the same gallery", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), "atelier-e2e-"));
  const backup = path.join(folder, "backup");
  const api = createStudioApi(request, studio.url);
  const gate = randomUUID();
  for (const prompt of ["a fox in the snow", "an owl at night"]) {
    const { id } = await pressed(await api.press({ prompt, size: "256x256" }));
    await expect.poll(async () => (await api.generation(id)).state).toBe("succeeded");
  }
  await api.press({ prompt: `a badger [[hold:${gate}]]`, size: "256x256" });
  await gateway.reached(gate);

  expect(await runTool("verify", studio.dataDir)).toContain("\n0 differences.");
  expect(await runTool("backup", studio.dataDir, backup)).toContain("6 copied");
  gateway.release(gate);

  const key = { MESHAPI_BASE_URL: gateway.url, MESHAPI_API_KEY: gateway.apiKey };
  const other = await startStudio(key);
  await other.stop();
  await rm(other.dataDir, { recursive: true });
  expect(await runTool("restore", other.dataDir, backup)).toContain("1 that were sent");
  expect(await runTool("verify", other.dataDir)).toContain("\n0 differences.");
  await other.start();

  await page.goto(`${other.url}/gallery`);
  await expect(page.getByRole("img", { name: "a fox in the snow" })).toBeVisible();
  await expect(page.getByRole("img", { name: "an owl at night" })).toBeVisible();
  await page.goto(other.url);
  const card = page.getByRole("article", { name: /a badger/ });
  await expect(card.getByText(/outcome unknown/i).first()).toBeVisible();
  const charges = gateway.ledger().charges.filter((charge) => charge.prompt.includes(gate));
  expect(charges).toHaveLength(1);

  await other.close();
  await rm(folder, { recursive: true });
});

/** What a command of package.json prints; it fails the test when it exits with anything but 0. */
async function runTool(name: string, dataDir: string, ...parameters: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`scripts/${name}.ts`, "--settings", "none", ...parameters],
    {
      cwd: path.join(import.meta.dirname, "../.."),
      env: { NODE_ENV: "production", DATA_DIR: dataDir },
    },
  );
  return stdout;
}
