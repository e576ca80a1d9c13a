-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "hangUpRequestedAt" TIMESTAMPTZ(3);
