import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** The lines that a process logs which prints this. */
function linesOf(script: string) {
  const { stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module-typescript",
      "-e",
      `import { logConsole } from "./scripts/serve/log-console.ts"; logConsole(); ${script}`,
    ],
    { encoding: "utf8" },
  );
  const lines = stderr.split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

test("what Next prints becomes a line of the log, without colours and without keys", () => {
  const lines = linesOf(String.raw`
    console.error("\u001b[31m⨯\u001b[0m", new Error("for key rsk_secret123"));
    console.warn("%s is old", "this");`);

  expect(lines).toMatchObject([
    {
      level: "error",
      message: "Error: for key rsk_[redacted]",
      error: expect.stringContaining("at "),
    },
    { level: "warn", message: "this is old" },
  ]);
});
