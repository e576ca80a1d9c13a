import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs this in a process that takes a moment to stop, as the studio does; what it wrote and how it ended. */
function run(script: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      "--input-type=module-typescript",
      "-e",
      `import { stopOnCrash } from "./scripts/serve/stop-on-crash.ts";
       stopOnCrash(() => new Promise((resolve) => {
         console.log("stopping");
         setTimeout(() => {
           console.log("finished");
           resolve();
         }, 100);
       }));
       ${script}`,
    ],
    { encoding: "utf8" },
  );
  const lines = stderr.split("\n").filter(Boolean);
  return { stdout, status, lines: lines.map((line) => JSON.parse(line)) };
}

test("an exception that nobody caught is logged, what is in flight is finished, and the exit code says so", () => {
  const { stdout, status, lines } = run(`setTimeout(() => { throw new Error("oops"); });`);

  expect(lines).toMatchObject([{ level: "error", error: expect.stringContaining("oops") }]);
  expect(stdout).toBe("stopping\nfinished\n");
  expect(status).toBe(1);
});

test("another exception while it stops is logged as well, and does not stop it twice", () => {
  const { stdout, status, lines } = run(`
    setTimeout(() => { throw new Error("first"); });
    setTimeout(() => { throw new Error("second"); });`);

  expect(lines).toMatchObject([
    { error: expect.stringContaining("first") },
    { error: expect.stringContaining("second") },
  ]);
  expect(stdout).toBe("stopping\nfinished\n");
  expect(status).toBe(1);
});

test("a rejection that nobody awaited is logged, and the studio goes on", () => {
  const { status, lines } = run(`
    Promise.reject(new Error("left alone"));
    setTimeout(() => process.exit(7), 50);`);

  expect(lines).toMatchObject([{ level: "error", error: expect.stringContaining("left alone") }]);
  expect(status).toBe(7);
});
