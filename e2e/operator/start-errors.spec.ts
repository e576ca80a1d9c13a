import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "../fixtures/studio-fixture.ts";

/** Starts a studio that cannot start, with these settings; answers its exit code and the lines it printed of it. */
async function failToStart(settings: Record<string, string>) {
  const child = spawn(process.execPath, ["scripts/serve.ts", "--settings", "none"], {
    env: { NODE_ENV: "production", PATH: process.env["PATH"], PORT: "0", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  const [code] = await once(child, "close");
  return { code, lines: text.trimEnd().split("\n") };
}

test("a taken port is one line that names another", async ({ studio }, testInfo) => {
  const { code, lines } = await failToStart({
    PORT: new URL(studio.url).port,
    DATA_DIR: testInfo.outputPath("data"),
  });
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/taken by another program.*PORT=/)]);
});

test("a second process on the same data is one line that names the first", async ({ studio }) => {
  const { code, lines } = await failToStart({ DATA_DIR: studio.dataDir });
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/process \d+.*Stop it first/)]);
});

test("a data folder that cannot be made is one line that names the setting", async ({
  studio,
}, testInfo) => {
  const file = testInfo.outputPath("file");
  await writeFile(file, studio.url);
  const { code, lines } = await failToStart({ DATA_DIR: path.join(file, "data") });
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/cannot start.*DATA_DIR/)]);
});

test("a data folder where the system lets nothing be made is one line at once", async () => {
  test.skip(process.platform !== "linux", "only there is /proc");
  const { code, lines } = await failToStart({ DATA_DIR: "/proc/atelier" });
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/cannot start.*DATA_DIR/)]);
});

for (const [name, value] of [
  ["PORT", "eighty"],
  ["DATABASE_URL", "mysql://db/atelier"],
  ["HOST", "0.0.0.0"],
  ["TRUSTED_NETWORK", "perhaps"],
  ["MESHAPI_BASE_URL", "ftp://gateway"],
  ["MESHAPI_BASE_URL", "https://me:word@gateway"],
  ["MESHAPI_HEADERS", "x-team: foxes"],
  ["MESHAPI_HEADERS", '{"content-length": "7"}'],
  ["MESHAPI_API_KEY", "two words"],
] as const) {
  test(`the setting ${name}=${value} is one line that names it and says what to write`, async () => {
    const { code, lines } = await failToStart({ [name]: value });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`The setting ${name} is wrong:`)]);
  });
}
