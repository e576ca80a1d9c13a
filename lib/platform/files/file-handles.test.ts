import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { isTooFewFileHandles, tooFewFileHandles } from "#lib/platform/files/file-handles.server.ts";

test.runIf(process.platform !== "win32")(
  "a studio that may open too few files does not start, and says how many, and what to run",
  () => {
    const { stderr, status } = spawnSync(
      "sh",
      ["-c", `ulimit -n 64; exec "${process.execPath}" scripts/serve.ts --settings none`],
      {
        encoding: "utf8",
        env: { NODE_ENV: "production", PATH: process.env["PATH"], PORT: "0", DATA_DIR: "/nowhere" },
      },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Atelier cannot start\. There are too few file handles.*open 64 at once/m,
    );
    expect(stderr).toContain("ulimit -n 4096 && npm start");
  },
);

test.each([
  Object.assign(new Error("open"), { code: "EMFILE" }),
  Object.assign(new Error("open"), { code: "ENFILE" }),
  new Error("query failed", { cause: Object.assign(new Error("open"), { code: "EMFILE" }) }),
  new Error('could not open file "base/5/1": Too many open files'),
])("that handles ran out later is known too: %s", (error) => {
  expect(isTooFewFileHandles(error)).toBe(true);
  expect(tooFewFileHandles(error).message).toContain("ulimit -n 4096");
});

test("other failures are not about handles", () => {
  expect(isTooFewFileHandles(Object.assign(new Error("open"), { code: "ENOENT" }))).toBe(false);
});
