import * as z from "zod";
import {
  type ImageFacts,
  imageFactsSchema,
  originalKey,
  thumbnailKeys,
} from "#lib/backup/image-files.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { readRows } from "#lib/platform/database/read-rows.server.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { forEachLimited } from "#lib/platform/for-each-limited.ts";
import type { BlobStore, StoredFile } from "#lib/storage/blob-store.ts";
import { hashOf, readBlob } from "#lib/storage/read-blob.server.ts";

const imagesAtOnce = 4;

export interface ImagesInspected {
  findings: Finding[];
  pictures: number;
  files: number;
  bytes: number;
  /** The hashes that rows speak of. */
  hashes: Set<string>;
}

interface InspectOptions {
  store: BlobStore;
  /** Looks at the sizes only, and reads no file. */
  quick: boolean;
  /** What nothing refers to may be about to be used when it is younger. */
  settledBeforeMs: number;
}

const rowSchema = imageFactsSchema.extend({ isUnused: z.boolean() });

/** Looks at the files of every picture that the rows speak of: there, and as they were stored. */
export async function inspectImages(
  connection: SqlConnection,
  options: InspectOptions,
): Promise<ImagesInspected> {
  const result: ImagesInspected = {
    findings: [],
    pictures: 0,
    files: 0,
    bytes: 0,
    hashes: new Set(),
  };
  const rows = readRows(
    connection,
    `SELECT hash, type, bytes,
       NOT EXISTS (SELECT 1 FROM "Image" WHERE "blobHash" = hash)
       AND NOT EXISTS (SELECT 1 FROM "Input" WHERE "blobHash" = hash)
       AND NOT EXISTS (SELECT 1 FROM "Upload" WHERE "blobHash" = hash) AS "isUnused"
     FROM "Blob" ORDER BY hash`,
  );

  await forEachLimited(rows, { atOnce: imagesAtOnce }, async (row) => {
    const { isUnused, ...facts } = rowSchema.parse(row);
    result.pictures += 1;
    result.hashes.add(facts.hash);
    const looks = [
      lookAtOriginal(facts, options),
      ...thumbnailKeys(facts).map((key) =>
        lookAtThumbnail({ key, original: `files/${originalKey(facts)}` }, options),
      ),
    ];
    const looked = await Promise.all(looks);
    const files = looked.flatMap(({ file }) => file ?? []);
    const subject = `files/${originalKey(facts)}`;
    const isLeft = isUnused && files.every((file) => file.modifiedMs < options.settledBeforeMs);
    if (isLeft) result.findings.push({ kind: "blob-unused", subject, files });
    else result.findings.push(...looked.flatMap(({ finding }) => finding ?? []));
    result.files += files.length;
    result.bytes += files.reduce((sum, { bytes }) => sum + bytes, 0);
  });
  return result;
}

interface Look {
  finding: Finding | null;
  /** Null when there is none. */
  file: StoredFile | null;
}

async function lookAtOriginal(facts: ImageFacts, { store, quick }: InspectOptions): Promise<Look> {
  const key = originalKey(facts);
  const subject = `files/${key}`;
  const file = await fileOf(store, key);
  if (!file) return { finding: { kind: "original-missing", subject }, file };

  const { bytes } = file;
  const damaged = {
    kind: "original-damaged",
    subject,
    files: [file],
  } as const;
  if (bytes !== facts.bytes) {
    const detail = `It has ${bytes} bytes; ${facts.bytes} were stored.`;
    return { finding: { ...damaged, detail }, file };
  }

  const content = quick ? null : await readBlob(store, key);
  if (!content || hashOf(content) === facts.hash) return { finding: null, file };
  const detail = "Its size is right, its bytes are not.";
  return { finding: { ...damaged, detail }, file };
}

async function lookAtThumbnail(
  { key, original }: { key: string; original: string },
  { store, quick }: InspectOptions,
): Promise<Look> {
  const about = { subject: `files/${key}`, original };
  const file = await fileOf(store, key);
  if (!file) return { finding: { kind: "thumbnail-missing", ...about }, file };

  const isSound = file.bytes > 0 && (quick || (await isWholeWebp(store, file)));
  return { finding: isSound ? null : { kind: "thumbnail-damaged", ...about }, file };
}

/**
 * Nobody knows the hash of a thumbnail. That it is a WebP of the length that its head says costs little to see; to decode it
 * would cost more than all the rest, for what is made anew in a moment.
 */
async function isWholeWebp(
  store: BlobStore,
  { key, bytes }: { key: string; bytes: number },
): Promise<boolean> {
  const head = Buffer.from((await readBlob(store, key, { from: 0, to: 12 })) ?? []);
  const [container, type] = [head.toString("latin1", 0, 4), head.toString("latin1", 8)];
  const length = head.length === 12 ? head.readUInt32LE(4) + 8 : 0;
  return container === "RIFF" && type === "WEBP" && length === bytes;
}

async function fileOf(store: BlobStore, key: string): Promise<StoredFile | null> {
  const opened = await store.open(key);
  return opened && { key, bytes: opened.bytes, modifiedMs: opened.modifiedMs };
}
