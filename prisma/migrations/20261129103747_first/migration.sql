-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "eventSequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gateway" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "baseUrl" TEXT,
    "sealedKey" TEXT,
    "keyOrigin" TEXT,
    "sealedHeaders" TEXT,
    "headersOrigin" TEXT,
    "paid" BOOLEAN NOT NULL DEFAULT true,
    "streams" BOOLEAN NOT NULL DEFAULT true,
    "slots" INTEGER,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Gateway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "projectId" UUID,
    "sourceGenerationId" UUID,
    "prompt" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "model" TEXT,
    "gatewayId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Input" (
    "generationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "blobHash" TEXT NOT NULL,
    "imageId" UUID,

    CONSTRAINT "Input_pkey" PRIMARY KEY ("generationId","position")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "generationId" UUID NOT NULL,
    "gatewayId" UUID NOT NULL,
    "paid" BOOLEAN NOT NULL DEFAULT true,
    "index" INTEGER NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "state" TEXT NOT NULL,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "notBefore" TIMESTAMPTZ(3),
    "unsentCount" INTEGER NOT NULL DEFAULT 0,
    "refusedCount" INTEGER NOT NULL DEFAULT 0,
    "seed" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "stopRequestedAt" TIMESTAMPTZ(3),
    "hangUpRequestedAt" TIMESTAMPTZ(3),
    "requestId" TEXT,
    "keyId" TEXT,
    "settleCount" INTEGER,
    "settleAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "unfetched" JSONB,
    "fetchRequestedAt" TIMESTAMPTZ(3),
    "answerBytes" INTEGER,
    "spoolFolder" TEXT,
    "adoptCount" INTEGER NOT NULL DEFAULT 0,
    "spoolSettledAt" TIMESTAMPTZ(3),
    "charged" TEXT,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "errorField" TEXT,
    "errorDetail" TEXT,
    "estimatedCostMicros" INTEGER,
    "actualCostMicros" INTEGER,
    "retryOfId" UUID,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "attemptId" UUID NOT NULL,
    "contentType" TEXT,
    "bytes" BYTEA NOT NULL,
    "isWhole" BOOLEAN NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "Blob" (
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "thumbhash" TEXT NOT NULL,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "generationId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "sourceUrl" TEXT,
    "blobHash" TEXT NOT NULL,
    "revisedPrompt" TEXT,
    "delivered" JSONB NOT NULL,
    "favoritedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "userId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("userId","sequence")
);

-- CreateTable
CREATE TABLE "Setting" (
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "Pause" (
    "userId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "gatewayId" UUID,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Pause_pkey" PRIMARY KEY ("userId","subject")
);

-- CreateIndex
CREATE INDEX "Project_userId_id_idx" ON "Project"("userId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Batch_userId_idempotencyKey_key" ON "Batch"("userId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "Generation_listed_idx" ON "Generation"("userId", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Generation_deleted_idx" ON "Generation"("userId", "id") WHERE ("deletedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Generation_sourceGenerationId_idx" ON "Generation"("sourceGenerationId");

-- CreateIndex
CREATE INDEX "Generation_batchId_idx" ON "Generation"("batchId");

-- CreateIndex
CREATE INDEX "Input_blobHash_idx" ON "Input"("blobHash");

-- CreateIndex
CREATE INDEX "Input_imageId_idx" ON "Input"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_retryOfId_key" ON "Attempt"("retryOfId");

-- CreateIndex
CREATE INDEX "Attempt_generationId_index_idx" ON "Attempt"("generationId", "index");

-- CreateIndex
CREATE INDEX "Attempt_queued_idx" ON "Attempt"("position") WHERE ("state" = 'queued');

-- CreateIndex
CREATE INDEX "Attempt_state_leaseUntil_idx" ON "Attempt"("state", "leaseUntil");

-- CreateIndex
CREATE INDEX "Attempt_settleAt_idx" ON "Attempt"("settleAt");

-- CreateIndex
CREATE INDEX "Attempt_fetchRequestedAt_idx" ON "Attempt"("fetchRequestedAt");

-- CreateIndex
CREATE INDEX "Image_listed_idx" ON "Image"("userId", "id") WHERE ("deletedAt" IS NULL AND "hiddenAt" IS NULL);

-- CreateIndex
CREATE INDEX "Image_favorite_idx" ON "Image"("userId", "id") WHERE ("favoritedAt" IS NOT NULL AND "deletedAt" IS NULL AND "hiddenAt" IS NULL);

-- CreateIndex
CREATE INDEX "Image_hidden_idx" ON "Image"("userId", "id") WHERE ("hiddenAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Image_deleted_idx" ON "Image"("userId", "id") WHERE ("deletedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Image_generationId_idx" ON "Image"("generationId");

-- CreateIndex
CREATE INDEX "Image_blobHash_idx" ON "Image"("blobHash");

-- CreateIndex
CREATE UNIQUE INDEX "Image_attemptId_index_key" ON "Image"("attemptId", "index");

-- AddForeignKey
ALTER TABLE "Gateway" ADD CONSTRAINT "Gateway_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_sourceGenerationId_fkey" FOREIGN KEY ("sourceGenerationId") REFERENCES "Generation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_gatewayId_fkey" FOREIGN KEY ("gatewayId") REFERENCES "Gateway"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Input" ADD CONSTRAINT "Input_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Input" ADD CONSTRAINT "Input_blobHash_fkey" FOREIGN KEY ("blobHash") REFERENCES "Blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Input" ADD CONSTRAINT "Input_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_gatewayId_fkey" FOREIGN KEY ("gatewayId") REFERENCES "Gateway"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_retryOfId_fkey" FOREIGN KEY ("retryOfId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_blobHash_fkey" FOREIGN KEY ("blobHash") REFERENCES "Blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_gatewayId_fkey" FOREIGN KEY ("gatewayId") REFERENCES "Gateway"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The closed sets of lib/contract, which a test compares with these, and what a row cannot be.
ALTER TABLE "Gateway"
ADD CONSTRAINT "Gateway_kind_check" CHECK ("kind" IN ('painter', 'meshapi', 'openai')),
ADD CONSTRAINT "Gateway_slots_check" CHECK ("slots" > 0),
ADD CONSTRAINT "Gateway_key_check" CHECK (("sealedKey" IS NULL) = ("keyOrigin" IS NULL)),
ADD CONSTRAINT "Gateway_headers_check" CHECK (("sealedHeaders" IS NULL) = ("headersOrigin" IS NULL));
ALTER TABLE "Batch"
ADD CONSTRAINT "Batch_kind_check" CHECK ("kind" IN ('single', 'models', 'grid', 'list'));
ALTER TABLE "Generation"
ADD CONSTRAINT "Generation_state_check" CHECK ("state" IN ('queued', 'running', 'succeeded', 'partial', 'failed', 'unknown', 'canceled'));
ALTER TABLE "Attempt"
ADD CONSTRAINT "Attempt_state_check" CHECK ("state" IN ('queued', 'claimed', 'sending', 'receiving', 'storing', 'succeeded', 'failed', 'unknown', 'canceled')),
ADD CONSTRAINT "Attempt_charged_check" CHECK ("charged" IN ('no', 'likely', 'yes'));
ALTER TABLE "Pause"
ADD CONSTRAINT "Pause_code_check" CHECK ("code" IN ('rate_limited', 'unauthorized', 'payment_required', 'disk_full'));
ALTER TABLE "Blob"
ADD CONSTRAINT "Blob_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
ADD CONSTRAINT "Blob_type_check" CHECK ("type" LIKE 'image/_%'),
ADD CONSTRAINT "Blob_size_check" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0);
ALTER TABLE "Input"
ADD CONSTRAINT "Input_role_check" CHECK ("role" IN ('source', 'reference', 'mask', 'markup')),
ADD CONSTRAINT "Input_position_check" CHECK ("position" >= 0);

-- The one local owner (lib/account/local-owner.ts).
INSERT INTO "User" ("id", "name") VALUES ('00000000-0000-7000-8000-000000000001', 'Owner');

-- The gateway that the environment may give, and the painter behind it (lib/gateways/seeded-gateways.ts).
INSERT INTO "Gateway" ("id", "kind", "name", "paid", "slots", "position") VALUES
('00000000-0000-7000-8000-0000000000a1', 'meshapi', 'MeshAPI', true, NULL, 0),
('00000000-0000-7000-8000-0000000000a2', 'painter', 'Painter', false, 2, 1000);
