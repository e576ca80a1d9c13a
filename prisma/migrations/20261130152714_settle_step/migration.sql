-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "settleStep" INTEGER NOT NULL DEFAULT 0;

-- What was asked until now was asked by itself, or by a press that counted as such.
UPDATE "Attempt" SET "settleStep" = "settleCount" WHERE "settleCount" > 0;
