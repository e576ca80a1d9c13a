import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSettings } from "./read-settings.ts";
import { toStartMessage } from "./to-start-message.ts";

test("a file of settings that cannot be read is one line that names it", () => {
  const folder = mkdtempSync(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const message = () => {
    try {
      readSettings(folder);
    } catch (error) {
      return toStartMessage(error);
    }
  };
  expect(message()).toBe(
    `Atelier cannot start. The file of settings ${folder} cannot be read: it has to be a file that this user may read.`,
  );
});
