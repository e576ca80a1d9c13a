-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "answerBytes" INTEGER,
ADD COLUMN     "fetchRequestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "keyId" TEXT,
ADD COLUMN     "settleAt" TIMESTAMPTZ(3),
ADD COLUMN     "settleCount" INTEGER,
ADD COLUMN     "settledAt" TIMESTAMPTZ(3),
ADD COLUMN     "unfetched" JSONB;

-- CreateTable
CREATE TABLE "Answer" (
    "attemptId" UUID NOT NULL,
    "contentType" TEXT,
    "bytes" BYTEA NOT NULL,
    "isWhole" BOOLEAN NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("attemptId")
);

-- CreateIndex
CREATE INDEX "Attempt_settleAt_idx" ON "Attempt"("settleAt");

-- CreateIndex
CREATE INDEX "Attempt_fetchRequestedAt_idx" ON "Attempt"("fetchRequestedAt");

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
