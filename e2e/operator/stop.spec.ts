import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "../fixtures/studio-fixture.ts";

test("a stop in order ends an open event stream, and the page finds its way back", async ({
  page,
  studio,
}) => {
  await page.goto("/");
  const stream = page.waitForResponse((response) => response.url().includes("/api/events"));
  await page.reload();
  await stream;

  await studio.stop();
  const back = page.waitForResponse(
    (response) => response.url().includes("/api/events") && response.ok(),
  );
  await studio.start();
  await back;
  expect(studio.output()).toContain("Finishing what is in flight");
});

test("a studio whose parent was killed stops in order and frees its data", async ({
  browserName,
}, testInfo) => {
  const dataDir = testInfo.outputPath(`data-${browserName}`);
  const start = () =>
    fork("scripts/serve.ts", ["--settings", "none"], {
      env: { NODE_ENV: "production", PATH: process.env["PATH"], PORT: "0", DATA_DIR: dataDir },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
  const orphan = start();
  await once(orphan, "message");
  orphan.disconnect();
  expect(await once(orphan, "exit")).toEqual([0, null]);

  const heir = start();
  await once(heir, "message");
  heir.disconnect();
  expect(await once(heir, "exit")).toEqual([0, null]);
});

test("a studio that npm started stops in order when npm is ended", async ({
  request,
}, testInfo) => {
  const npm = spawn("npm", ["start", "--", "--settings", "none"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      PORT: "0",
      DATA_DIR: testInfo.outputPath("data"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  let url: string | undefined;
  // The pipe ends with the last process that writes to it.
  for await (const text of npm.stdout.setEncoding("utf8")) {
    output += text;
    if (url) continue;

    url = /ready on (\S+)/.exec(output)?.[1];
    if (!url) continue;
    expect((await request.get(`${url}/api/health`)).status()).toBe(200);
    npm.kill("SIGTERM");
  }
  expect(url).toBeDefined();
  expect(output).toContain("Finishing what is in flight");
});
