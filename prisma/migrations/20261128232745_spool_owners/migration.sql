-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "adoptCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "spoolFolder" TEXT,
ADD COLUMN     "spoolSettledAt" TIMESTAMPTZ(3);

-- What was looked at and found to be no picture was known by these words until now.
UPDATE "Attempt" SET "spoolSettledAt" = coalesce("endedAt", "createdAt")
WHERE state IN ('failed', 'unknown') AND "errorCode" IN ('bad_picture', 'picture_unavailable');
