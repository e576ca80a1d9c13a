/** Fails when a source file has grown beyond what a reader takes in at once. */
import { globSync, readFileSync } from "node:fs";

const linesMax = 200;

const files = globSync("{app,components,lib,scripts,e2e}/**/*.{ts,tsx,mjs}");
const tooLong = files
  .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }))
  .filter(({ lines }) => lines >= linesMax);

for (const { file, lines } of tooLong) {
  console.log(
    `${file} has ${lines} lines; under ${linesMax} is allowed. Give a part of it a name and a file.`,
  );
}
process.exitCode = tooLong.length === 0 ? 0 : 1;
