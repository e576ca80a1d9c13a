import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createSealer } from "#lib/settings/seal.server.ts";

const canary = "rsk_canary_0123456789";
const purpose = "setting of somebody: the gateway's key";

let dataDir: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-seal-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  dataDir = join(folder, "data");
});

const refusal = expect.objectContaining({
  code: "unavailable",
  message: expect.stringContaining("enter the gateway key again in Settings"),
});

test("a sealed key opens again and is nowhere in what is stored", () => {
  const sealer = createSealer({ secretKey: randomBytes(32).toString("hex"), dataDir });
  const sealed = sealer.seal(canary, purpose);

  expect(sealer.open(sealed, purpose)).toBe(canary);
  expect(Buffer.from(sealed.replace("v2.", ""), "base64url").toString("latin1")).not.toContain(
    canary.slice(0, 8),
  );
  expect(sealer.seal(canary, purpose)).not.toBe(sealed);
});

test("without SECRET_KEY a key file for its owner only is made once, and serves after a restart", async () => {
  const sealed = createSealer({ dataDir }).seal(canary, purpose);
  const file = await readFile(join(dataDir, "secret.key"), "utf8");

  expect(createSealer({ dataDir }).open(sealed, purpose)).toBe(canary);
  expect(await readFile(join(dataDir, "secret.key"), "utf8")).toBe(file);
  expect((await stat(join(dataDir, "secret.key"))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(["secret.key"]);
});

test("with SECRET_KEY no key file is made", async () => {
  createSealer({ secretKey: "a".repeat(64), dataDir }).seal(canary, purpose);

  await expect(readdir(dataDir)).rejects.toThrow("ENOENT");
});

test("another key, or a changed seal, opens nothing and says what to do", () => {
  const sealed = createSealer({ secretKey: "a".repeat(64), dataDir }).seal(canary, purpose);
  const other = createSealer({ secretKey: "b".repeat(64), dataDir });
  const same = createSealer({ secretKey: "a".repeat(64), dataDir });
  const changed = `${sealed.slice(0, -4)}${sealed.endsWith("AAAA") ? "BBBB" : "AAAA"}`;

  expect(() => other.open(sealed, purpose)).toThrow(refusal);
  expect(() => same.open(changed, purpose)).toThrow(refusal);
  expect(() => same.open(sealed.replace("v2", "v1"), purpose)).toThrow(refusal);
  expect(() => same.open(sealed.replace("v2", "v3"), purpose)).toThrow(refusal);
  expect(() => same.open("", purpose)).toThrow(refusal);
});

test("what was sealed for one purpose opens for no other", () => {
  const sealer = createSealer({ secretKey: "a".repeat(64), dataDir });
  const sealed = sealer.seal(canary, purpose);

  expect(() => sealer.open(sealed, "setting of somebody else: the gateway's key")).toThrow(refusal);
});

test("opening makes no key file: it would stand where the lost one is to be put back", async () => {
  expect(() => createSealer({ dataDir }).open("v2.AAAA", purpose)).toThrow(refusal);
  await expect(readdir(dataDir)).rejects.toThrow("ENOENT");
});

test("a key file that was lost is made anew by what is sealed next, while the studio runs", async () => {
  const sealer = createSealer({ dataDir });
  const before = sealer.seal(canary, purpose);
  await rm(join(dataDir, "secret.key"));

  expect(() => sealer.open(before, purpose)).toThrow(refusal);
  const after = sealer.seal(canary, purpose);
  expect(createSealer({ dataDir }).open(after, purpose)).toBe(canary);
});

test.each(["short", "", `${"a".repeat(63)}\n`, "g".repeat(64)])(
  "a damaged key file is never replaced by a new one: %j",
  async (content) => {
    createSealer({ dataDir }).seal(canary, purpose);
    await writeFile(join(dataDir, "secret.key"), content);

    expect(() => createSealer({ dataDir }).seal(canary, purpose)).toThrow(
      "restore it from a backup",
    );
    expect(await readFile(join(dataDir, "secret.key"), "utf8")).toBe(content);
  },
);
