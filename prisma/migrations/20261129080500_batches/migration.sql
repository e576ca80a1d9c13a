-- One press of the button: the idempotency key, and what is stopped, undone and deleted as a whole, is its and no generation's.
CREATE TABLE "Batch" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "projectId" UUID,
    "idempotencyKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Batch_kind_check" CHECK ("kind" IN ('single', 'models', 'grid', 'list'))
);

-- Until now a generation was a press: its batch has its id.
INSERT INTO "Batch" (id, "userId", "projectId", "idempotencyKey", "requestHash", kind, spec, "createdAt", "deletedAt")
SELECT id, "userId", "projectId", "idempotencyKey", "requestHash", 'single', '{}', "createdAt", "deletedAt" FROM "Generation";

ALTER TABLE "Generation" ADD COLUMN "batchId" UUID;
UPDATE "Generation" SET "batchId" = id;
ALTER TABLE "Generation" ALTER COLUMN "batchId" SET NOT NULL;

-- DropIndex
DROP INDEX "Generation_userId_idempotencyKey_key";

-- AlterTable
ALTER TABLE "Generation" DROP COLUMN "idempotencyKey",
DROP COLUMN "requestHash";

-- CreateIndex
CREATE UNIQUE INDEX "Batch_userId_idempotencyKey_key" ON "Batch"("userId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "Generation_batchId_idx" ON "Generation"("batchId");

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
