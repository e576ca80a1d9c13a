import type { Evidence, StoredFile } from "./evidence.ts";
import { hashOf } from "./hash-of.ts";
import { attempt, type Broken, image } from "./test-change-evidence.ts";

/** What is wrong with pictures and their files. */
export const brokenImages: readonly Broken[] = [
  [
    "spooled-is-kept",
    "a spooled picture without a row",
    (e) => image(e, "one", { attemptId: "other" }),
  ],
  [
    "spooled-is-kept",
    "a spooled picture that became another",
    (e) => image(e, "one", { hash: hashOf("x") }),
  ],
  [
    "storing-is-kept",
    "a storing attempt that is unknown",
    (e) => attempt(e, "one", { state: "unknown" }),
  ],
  [
    "uninterrupted-is-kept",
    "a delivered answer without a picture",
    (e) => attempt(e, "three", { state: "failed" }),
  ],
  [
    "told-pictures-served",
    "a picture without a row",
    ({ told }) => ({
      told: { ...told, imageIds: [...told.imageIds, "ghost"] },
    }),
  ],
  [
    "told-pictures-served",
    "a thumbnail that is not served",
    ({ served }) => ({
      served: served.map((one) => (one.variant === "320" ? { ...one, status: 404 } : one)),
    }),
  ],
  [
    "told-pictures-served",
    "an original with other bytes",
    ({ served }) => ({
      served: served.map((one) => (one.variant === "original" ? { ...one, hash: "x" } : one)),
    }),
  ],
  ["rows-have-files", "a row without a file", ({ files }) => ({ files: files.slice(1) })],
  ["rows-have-files", "a row whose file is shorter", (e) => file(e, 0, { bytes: 4 })],
  ["rows-have-files", "a row without a thumbnail", ({ files }) => ({ files: files.slice(0, -1) })],
  ["files-have-reason", "a file of nobody's", (e) => file(e, 0, { name: `ff/${hashOf("x")}.png` })],
  ["files-whole", "a file cut short", (e) => file(e, 0, { hash: hashOf("half"), isImage: false })],
  [
    "files-whole",
    "a spool entry cut short",
    ({ spooled }) => ({
      spooled: spooled.map((one) => ({ ...one, isComplete: false })),
    }),
  ],
  ["pictures-match", "success without a picture", (e) => attempt(e, "two", { state: "succeeded" })],
  ["pictures-match", "failure with a picture", (e) => attempt(e, "one", { state: "failed" })],
  [
    "pictures-match",
    "another attempt's picture",
    (e) => image(e, "one", { hash: hashOf("three") }),
  ],
  [
    "pictures-match",
    "the same picture twice",
    ({ rows }) => ({
      rows: { ...rows, images: [...rows.images, ...rows.images] },
    }),
  ],
];

function file({ files }: Evidence, at: number, changes: Partial<StoredFile>): Partial<Evidence> {
  return { files: files.map((one, index) => (index === at ? { ...one, ...changes } : one)) };
}
