import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findImportViolations, type ImportViolation } from "./find-import-violations.ts";

/** Each rule's violations: who imports whom. All are type imports, which must count as much as others. */
const seeds: [rule: string, from: string, to: string][] = [
  ["no-cycles", "lib/images/one.ts", "lib/images/two.ts"],
  ["no-folder-cycles", "lib/health/one.ts", "lib/backup/two.ts"],
  ["app-is-the-top", "components/studio/top.ts", "app/route.ts"],
  ["lib-is-below-components", "lib/images/below.ts", "components/studio/tile.ts"],
  ["layers", "lib/platform/low.ts", "lib/meshapi/parameters.ts"],
  ["layers", "lib/meshapi/low.ts", "lib/engine/port.ts"],
  ["layers", "lib/storage/low.ts", "lib/events/log.ts"],
  ["layers", "lib/engine/low.ts", "lib/settings/view.ts"],
  ["layers", "lib/events/low.ts", "lib/images/view.ts"],
  ["layers", "lib/account/low.ts", "lib/generation/view.ts"],
  ["layers", "lib/images/low.ts", "lib/generation/view.ts"],
  ["layers", "lib/generation/low.ts", "lib/backup/take.ts"],
  ["layers", "lib/backup/low.ts", "lib/services/services.server.ts"],
  ["layers", "lib/services/services.server.ts", "app/route.ts"],
  ["browser-sees-no-server-file", "components/gallery/direct.ts", "lib/images/list.server.ts"],
  ["browser-sees-no-server-file", "components/gallery/client.ts", "lib/meshapi/client.ts"],
  ["browser-shares-the-contract", "components/gallery/rows.ts", "lib/images/view.ts"],
  ["ui-knows-no-domain", "components/ui/button.ts", "lib/images/view.ts"],
  ["ui-knows-no-domain", "components/ui/card.ts", "components/image/frame.ts"],
  ["screens-do-not-share", "components/studio/share.ts", "components/gallery/grid.ts"],
  ["screens-do-not-share", "components/data/up.ts", "components/studio/tile.ts"],
  ["words-stand-alone", "messages/languages.ts", "lib/platform/errors.ts"],
  ["words-stand-alone", "components/words/words.ts", "components/ui/button.ts"],
  ["browser-sees-no-server-file", "components/words/all.ts", "messages/read.server.ts"],
  ["meshapi-stands-alone", "lib/meshapi/alone.ts", "lib/platform/errors.ts"],
  ["painter-stands-alone", "lib/painter/alone.ts", "lib/platform/errors.ts"],
  ["adapters-stand-alone", "lib/engine/gateway/adapter.ts", "lib/engine/painter/paint.ts"],
  ["adapters-stand-alone", "lib/engine/gateway/keep.ts", "lib/storage/port.ts"],
  ["adapters-stand-alone", "lib/storage/disk/x.ts", "lib/engine/port.ts"],
  ["ports-only", "lib/generation/wire.ts", "lib/engine/painter/paint.ts"],
  ["ports-only", "lib/generation/draw.ts", "lib/painter/paint.ts"],
  ["ports-only", "lib/images/wire.ts", "lib/storage/disk/store.server.ts"],
  ["one-wiring-place", "proxy.ts", "lib/services/services.server.ts"],
  ["one-database-door", "app/query.ts", "prisma/client/client.ts"],
  ["e2e-is-a-user", "e2e/code.ts", "lib/images/view.ts"],
  ["e2e-is-a-user", "e2e/fake-gateway/own.ts", "e2e/fixture.ts"],
  ["e2e-is-a-user", "lib/images/fake.ts", "e2e/fake-gateway/start.ts"],
  ["e2e-is-a-user", "lib/images/fixture.test.ts", "e2e/fixture.ts"],
];

/** What the rules allow, and what a rule too many would break. */
const allowed: [from: string, to: string][] = [
  ["components/ui/badge.ts", "lib/platform/cn.ts"],
  ["components/ui/say.ts", "components/words/words.ts"],
  ["components/words/words.ts", "messages/messages.ts"],
  ["components/studio/feed.ts", "components/image/frame.ts"],
  ["components/studio/wire.ts", "components/data/stream.ts"],
  ["lib/engine/painter/adapter.ts", "lib/engine/port.ts"],
  ["lib/engine/painter/asks.ts", "lib/painter/paint.ts"],
  ["lib/generation/run.ts", "lib/storage/port.ts"],
  ["lib/backup/settle.ts", "lib/generation/state.ts"],
  ["lib/images/fake.test.ts", "e2e/fake-gateway/start.ts"],
  ["scripts/crash/stage.ts", "e2e/fake-gateway/start.ts"],
  ["e2e/types.ts", "lib/contract/studio-event.ts"],
];

let seeded: string;
/** Of its own: the seeds lie in circles of folders, and nothing here may be wrong. */
let sound: string;
let violations: ImportViolation[];

beforeAll(async () => {
  [seeded, sound] = [await newProject(seeds.map(([, ...pair]) => pair)), await newProject(allowed)];

  const more: [file: string, content: string][] = [
    ["lib/images/two.ts", importOf("lib/images/one.ts")],
    ["lib/backup/three.ts", importOf("lib/health/four.ts")],
    ["lib/health/four.ts", seed],
    ["components/gallery/far.ts", importOf("lib/images/middle.ts")],
    ["lib/images/middle.ts", importOf("lib/images/list.server.ts")],
    // A value where only a type is allowed.
    ["lib/contract/studio-event.ts", seed],
    ["e2e/value.ts", 'import { x } from "#lib/contract/studio-event.ts";\nx;\n'],
  ];
  for (const [file, content] of more) await write(seeded, { file, content });
  violations = await findImportViolations(seeded);
});

afterAll(async () => {
  for (const folder of [seeded, sound]) await rm(folder, { recursive: true });
});

describe("the import rules", () => {
  test.each(seeds)("%s bites when %s imports %s", (rule, from, to) => {
    expect(violations).toContainEqual({ rule, from, to });
  });

  test("a component may not reach a server file through others", () => {
    const rule = "browser-sees-no-server-file";
    const [from, to] = ["components/gallery/far.ts", "lib/images/list.server.ts"];
    expect(violations).toContainEqual({ rule, from, to });
  });

  test("a browser test may not import code, only types", () => {
    const [from, to] = ["e2e/value.ts", "lib/contract/studio-event.ts"];
    expect(violations).toContainEqual({ rule: "e2e-is-a-user", from, to });
  });

  test("what they allow stays allowed", async () => {
    expect(await findImportViolations(sound)).toEqual([]);
  });

  test("a project in which nothing is imported is an error, not a pass", async () => {
    const empty = await mkdtemp(path.join(tmpdir(), "atelier-imports-"));
    await mkdir(path.join(empty, "lib"));
    await writeFile(path.join(empty, "lib/alone.ts"), "export const alone = 1;\n");
    await expect(findImportViolations(empty)).rejects.toThrow("No imports were read");
    await rm(empty, { recursive: true });
  });
});

const seed = "export type Seed = 1;\n";

function importOf(file: string): string {
  return `import type { Seed } from "#${file}";\nexport type Again = Seed;\nexport type { Seed };\n`;
}

/** A project in which the first of each pair imports the second. */
async function newProject(imports: readonly (readonly string[])[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "atelier-imports-"));
  await cp("package.json", path.join(folder, "package.json"));
  for (const [, to = ""] of imports) await write(folder, { file: to, content: seed });
  for (const [from = "", to = ""] of imports) {
    await write(folder, { file: from, content: importOf(to) });
  }
  return folder;
}

async function write(
  folder: string,
  { file, content }: { file: string; content: string },
): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}
