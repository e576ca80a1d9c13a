import type { Rule } from "../rule.ts";

/** A final name is a promise that the file was finished, whatever was cut off when. */
export const filesWhole: Rule = {
  name: "files-whole",
  promise: "nothing incomplete under a final name, in the store or in the spool",
  find: ({ files, leftSpool, spooled }) => [
    ...files
      .filter(
        ({ name, hash, isImage }) => !isImage || (isOriginal(name) && hash !== name.slice(3, 67)),
      )
      .map(({ name }) => `file ${name} is not what its name says`),
    ...[...leftSpool, ...spooled]
      .filter(({ isComplete }) => !isComplete)
      .map(({ attemptId, index }) => `spool ${attemptId}/${index} is cut short`),
  ],
};

function isOriginal(name: string): boolean {
  return !/-(640|320)\./.test(name);
}
