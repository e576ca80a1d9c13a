import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** What a process writes that logs this. */
function logged(message: string, fields: object = {}): string {
  const script = `import { log } from "#lib/platform/log.server.ts";
    log("error", ${JSON.stringify(message)}, ${JSON.stringify(fields)});`;
  return spawnSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
    encoding: "utf8",
  }).stderr;
}

test("whatever a message holds, it stays one line of JSON", () => {
  const hostile = 'end\r\n{"level":"info","message":"forged"}\u001b[2J\u2028';
  const text = logged(hostile, { error: hostile });

  expect(text.trimEnd().split(/\r|\n/)).toHaveLength(1);
  expect(text).not.toContain("\u001b");
  expect(JSON.parse(text)).toMatchObject({ message: hostile, error: hostile });
});

test("a key that an error carried is not written", () => {
  const text = logged("refused", { error: "401 for Bearer rsk_secret123, or key sk-other4567" });
  expect(text).not.toMatch(/secret123|other4567/);
});
