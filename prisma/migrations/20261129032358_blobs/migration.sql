-- What several images may share: bytes, and what was found by looking at them.
CREATE TABLE "Blob" (
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "thumbhash" TEXT NOT NULL,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "Blob_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "Blob_type_check" CHECK ("type" LIKE 'image/_%'),
    CONSTRAINT "Blob_size_check" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0)
);

INSERT INTO "Blob" (hash, type, width, height, bytes, thumbhash)
SELECT DISTINCT ON (hash) hash, type, width, height, bytes, thumbhash FROM "Image" ORDER BY hash;

ALTER TABLE "Image" RENAME COLUMN "hash" TO "blobHash";
ALTER INDEX "Image_hash_idx" RENAME TO "Image_blobHash_idx";
ALTER TABLE "Image" ADD CONSTRAINT "Image_blobHash_fkey" FOREIGN KEY ("blobHash") REFERENCES "Blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Image" DROP COLUMN "type",
DROP COLUMN "width",
DROP COLUMN "height",
DROP COLUMN "bytes",
DROP COLUMN "thumbhash";
