import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** What package-lock.json asks for. */
const wanted = {
  "": {},
  "node_modules/next": { version: "2.0.0" },
  "node_modules/vitest": { version: "1.0.0", dev: true },
  "node_modules/sharp-of-another-system": { version: "1.0.0", optional: true },
};
const installed = { "node_modules/next": { version: "2.0.0" } };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "atelier-installed-"));
  mkdirSync(path.join(folder, "node_modules/node/bin"), { recursive: true });
  writeFileSync(path.join(folder, "node_modules/node/bin/node"), "", { mode: 0o755 });
  write("package-lock.json", wanted);
  write("node_modules/.package-lock.json", installed);
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a start is content without the packages of development and of other systems", () => {
  expect(isInstalled({ forTests: false })).toBe(true);
});

test("the tests also want the packages of development", () => {
  expect(isInstalled({ forTests: true })).toBe(false);
  write("node_modules/.package-lock.json", {
    ...installed,
    "node_modules/vitest": { version: "1.0.0" },
  });
  expect(isInstalled({ forTests: true })).toBe(true);
});

test("an update asks for an install", () => {
  write("package-lock.json", { ...wanted, "node_modules/next": { version: "2.0.1" } });
  expect(isInstalled({ forTests: false })).toBe(false);
});

test("an install that was interrupted counts as none", () => {
  rmSync(path.join(folder, "node_modules/.package-lock.json"));
  expect(isInstalled({ forTests: false })).toBe(false);
});

test("without its own Node nothing is installed", () => {
  rmSync(path.join(folder, "node_modules/node"), { recursive: true });
  expect(isInstalled({ forTests: false })).toBe(false);
});

function write(file: string, packages: Record<string, unknown>): void {
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
}

/** Asks in a process of its own, since the answer is about the working folder. */
function isInstalled(options: { forTests: boolean }): boolean {
  const module = path.join(import.meta.dirname, "is-installed.mjs");
  const script = `import { isInstalled } from ${JSON.stringify(module)};
    console.log(isInstalled(${JSON.stringify(options)}));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
  });
  return output.toString().trim() === "true";
}
