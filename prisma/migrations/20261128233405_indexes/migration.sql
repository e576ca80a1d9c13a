-- DropIndex
DROP INDEX "Attempt_state_position_idx";

-- DropIndex
DROP INDEX "Event_createdAt_idx";

-- DropIndex
DROP INDEX "Generation_userId_id_idx";

-- DropIndex
DROP INDEX "Image_userId_id_idx";

-- CreateIndex
CREATE INDEX "Attempt_queued_idx" ON "Attempt"("position") WHERE ("state" = 'queued');

-- CreateIndex
CREATE INDEX "Generation_listed_idx" ON "Generation"("userId", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Generation_deleted_idx" ON "Generation"("userId", "id") WHERE ("deletedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Image_listed_idx" ON "Image"("userId", "id") WHERE ("deletedAt" IS NULL AND "hiddenAt" IS NULL);

-- CreateIndex
CREATE INDEX "Image_favorite_idx" ON "Image"("userId", "id") WHERE ("favoritedAt" IS NOT NULL AND "deletedAt" IS NULL AND "hiddenAt" IS NULL);

-- CreateIndex
CREATE INDEX "Image_hidden_idx" ON "Image"("userId", "id") WHERE ("hiddenAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Image_deleted_idx" ON "Image"("userId", "id") WHERE ("deletedAt" IS NOT NULL);
