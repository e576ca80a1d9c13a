import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createSealer } from "#lib/settings/seal.server.ts";

const canary = "rsk_canary_0123456789";

let dataDir: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-seal-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  dataDir = join(folder, "data");
});

test("a sealed key opens again and is nowhere in what is stored", () => {
  const sealer = createSealer({ secretKey: randomBytes(32).toString("hex"), dataDir });
  const sealed = sealer.seal(canary);

  expect(sealer.open(sealed)).toBe(canary);
  expect(Buffer.from(sealed.replace("v1.", ""), "base64url").toString("latin1")).not.toContain(
    canary.slice(0, 8),
  );
  expect(sealer.seal(canary)).not.toBe(sealed);
});

test("without SECRET_KEY a key file for its owner only is made once, and serves after a restart", async () => {
  const sealed = createSealer({ dataDir }).seal(canary);
  const file = await readFile(join(dataDir, "secret.key"), "utf8");

  expect(createSealer({ dataDir }).open(sealed)).toBe(canary);
  expect(await readFile(join(dataDir, "secret.key"), "utf8")).toBe(file);
  expect((await stat(join(dataDir, "secret.key"))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(["secret.key"]);
});

test("with SECRET_KEY no key file is made", async () => {
  createSealer({ secretKey: "a".repeat(64), dataDir }).seal(canary);

  await expect(readdir(dataDir)).rejects.toThrow("ENOENT");
});

test("another key, or a changed seal, opens nothing and says what to do", () => {
  const sealed = createSealer({ secretKey: "a".repeat(64), dataDir }).seal(canary);
  const other = createSealer({ secretKey: "b".repeat(64), dataDir });
  const same = createSealer({ secretKey: "a".repeat(64), dataDir });
  const changed = `${sealed.slice(0, -4)}${sealed.endsWith("AAAA") ? "BBBB" : "AAAA"}`;

  const refusal = expect.objectContaining({
    code: "unavailable",
    message: expect.stringContaining("enter the gateway key again in Settings"),
  });
  expect(() => other.open(sealed)).toThrow(refusal);
  expect(() => same.open(changed)).toThrow(refusal);
  expect(() => same.open(sealed.replace("v1", "v2"))).toThrow(refusal);
  expect(() => same.open("")).toThrow(refusal);
});

test("a damaged key file is never replaced by a new one", async () => {
  createSealer({ dataDir }).seal(canary);
  await writeFile(join(dataDir, "secret.key"), "short");

  expect(() => createSealer({ dataDir }).seal(canary)).toThrow("restore it from a backup");
  expect(await readFile(join(dataDir, "secret.key"), "utf8")).toBe("short");
});
