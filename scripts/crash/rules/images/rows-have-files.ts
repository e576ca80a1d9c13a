import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { Rule } from "../rule.ts";

/** A row means that its file is there, byte by byte. */
export const rowsHaveFiles: Rule = {
  name: "rows-have-files",
  promise: "every row has its exact file and two thumbnails",
  find({ rows, files }) {
    const stored = new Map(files.map((file) => [file.name, file]));
    return rows.images.flatMap(({ id, hash, type, bytes }) => {
      const original = stored.get(blobKey(hash, type));
      if (!original) return [`picture ${id} has no file`];
      if (original.hash !== hash || original.bytes !== bytes)
        return [`picture ${id} has another file`];

      return (["640", "320"] as const)
        .filter((edge) => !stored.get(thumbnailKey(hash, edge))?.isImage)
        .map((edge) => `picture ${id} has no thumbnail of ${edge}`);
    });
  },
};
