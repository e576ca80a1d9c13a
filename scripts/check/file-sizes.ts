/** Fails when a source file, or a folder, has grown beyond what a reader takes in at once. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const linesMax = 200;
const filesMax = 25;

const files = globSync("{app,components,lib,messages,scripts,e2e}/**/*.{ts,tsx,mjs}");
const tooLong = files
  .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }))
  .filter(({ lines }) => lines >= linesMax);

for (const { file, lines } of tooLong) {
  console.log(
    `${file} has ${lines} lines; under ${linesMax} is allowed. Give a part of it a name and a file.`,
  );
}

const folders = Map.groupBy(files, (file) => path.dirname(file));
const tooWide = [...folders].filter(([, { length }]) => length >= filesMax);
for (const [folder, { length }] of tooWide) {
  console.log(
    `${folder} holds ${length} files; under ${filesMax} is allowed. Give some of them a folder of their own.`,
  );
}
process.exitCode = tooLong.length + tooWide.length === 0 ? 0 : 1;
