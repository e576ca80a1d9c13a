import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** What a process writes that runs this, with `log` and its kin at hand. */
function logged(script: string): string {
  const imports = `import { log, describeError } from "#lib/platform/log/log.server.ts";
    import { hideInLog, openLog } from "#lib/platform/log/logger.server.ts";`;
  return spawnSync(process.execPath, ["--input-type=module-typescript", "-e", imports + script], {
    encoding: "utf8",
  }).stderr;
}

function loggedError(message: string, fields: object = {}): string {
  return logged(`log("error", ${JSON.stringify(message)}, ${JSON.stringify(fields)});`);
}

test("a line says when, how bad and what, in words", () => {
  const line = JSON.parse(loggedError("disk full", { left: 3 }));

  expect(line).toMatchObject({ level: "error", message: "disk full", left: 3 });
  expect(new Date(line.time).toISOString()).toBe(line.time);
});

test("whatever a message holds, it stays one line of JSON", () => {
  const hostile = 'end\r\n{"level":"info","message":"forged"}\u001b[2J\u009b2J\u2028';
  const text = loggedError(hostile, { error: hostile });

  expect(text.trimEnd().split(/[\r\n\u2028\u0085]/)).toHaveLength(1);
  for (const start of ["\u001b", "\u009b"]) expect(text).not.toContain(start);
  expect(JSON.parse(text)).toMatchObject({ message: hostile, error: hostile });
});

test.each([
  ["a bearer token", "401 for Bearer abc.SECRET1, sorry"],
  ["a key of MeshAPI", "key rsk_SECRET1 is wrong"],
  ["a key of OpenAI", "key sk-SECRET1-2 is wrong"],
  ["the password of an address", "cannot reach postgresql://me:SECRET1%40@db:5432/atelier"],
  ["a picture", `invalid: ${"SECRET1".repeat(100)}== here`],
])("%s that an error carried is not written", (_, message) => {
  const text = loggedError(message, { error: message });

  expect(text).not.toContain("SECRET1");
  expect(JSON.parse(text).message).not.toBe("");
});

test("a secret of the configuration is written nowhere, whatever its form", () => {
  const text = logged(`hideInLog('pass"word/1'); log("info", 'my pass"word/1!');`);

  expect(JSON.parse(text).message).toBe("my [redacted]!");
});

test("a word that is too short to be a secret stays readable", () => {
  expect(logged(`hideInLog("disk"); log("info", "disk full");`)).toContain("disk full");
});

test("an overlong field is cut, and says by how much", () => {
  const { error } = JSON.parse(loggedError("failed", { error: "a b ".repeat(3_000) }));

  expect(error.length).toBeLessThan(10_100);
  expect(error).toContain("and 2000 characters more");
});

test("the error's causes are told, innermost last", () => {
  const script = `const cause = new Error("inner"); log("warn", describeError(new Error("outer", { cause })));`;

  expect(JSON.parse(logged(script)).message).toMatch(/outer[\s\S]+<- Error: inner/);
});

test("a line below the level is not written", () => {
  const text = logged(`openLog({ level: "warn" }); log("info", "a"); log("warn", "b");`);

  expect(JSON.parse(text).message).toBe("b");
});

test("the last line before the process is gone is there", () => {
  const text = logged(`log("error", "the last"); process.kill(process.pid, "SIGKILL");`);

  expect(JSON.parse(text).message).toBe("the last");
});

test("a worker thread writes the same lines", () => {
  const worker = `import { log } from "#lib/platform/log/log.server.ts"; log("info", "from a thread");`;
  const text = logged(`import { Worker } from "node:worker_threads";
    new Worker(${JSON.stringify(worker)}, { eval: true });`);

  expect(JSON.parse(text)).toMatchObject({ level: "info", message: "from a thread" });
});
