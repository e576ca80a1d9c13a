import { expect, test } from "vitest";
import { findFolderCycles } from "./find-folder-cycles.ts";

const importsOf = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [from = "", to = ""] = pair.split(" > ");
    return { from, to };
  });

test("a circle of folders is found where no two files are in one, and what leads to it is not named", () => {
  const circle = importsOf("lib/a/one.ts > lib/b/two.ts", "lib/b/three.ts > lib/c/four.ts");
  const back = importsOf("lib/c/five.ts > lib/a/six.ts");
  const around = importsOf("app/page.ts > lib/a/one.ts", "lib/c/five.ts > lib/low/seven.ts");
  expect(findFolderCycles([...circle, ...around])).toEqual([]);
  expect(findFolderCycles([...circle, ...around, ...back])).toEqual([...circle, ...back]);
});

test("a folder and its sub-folder are two, and a folder may import itself", () => {
  const up = importsOf("lib/a/deep/one.ts > lib/a/two.ts", "lib/a/two.ts > lib/a/three.ts");
  const down = importsOf("lib/a/four.ts > lib/a/deep/five.ts");
  expect(findFolderCycles(up)).toEqual([]);
  expect(findFolderCycles([...up, ...down])).toHaveLength(2);
});
