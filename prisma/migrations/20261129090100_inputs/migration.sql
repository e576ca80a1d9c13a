-- What goes into a generation beside its prompt. It holds its blob: bytes go when neither an image nor an input has them.
CREATE TABLE "Input" (
    "generationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "blobHash" TEXT NOT NULL,
    "imageId" UUID,

    CONSTRAINT "Input_pkey" PRIMARY KEY ("generationId","position"),
    CONSTRAINT "Input_role_check" CHECK ("role" IN ('source', 'reference', 'mask', 'markup')),
    CONSTRAINT "Input_position_check" CHECK ("position" >= 0)
);

-- CreateIndex
CREATE INDEX "Input_blobHash_idx" ON "Input"("blobHash");

-- CreateIndex
CREATE INDEX "Input_imageId_idx" ON "Input"("imageId");

-- AddForeignKey
ALTER TABLE "Input" ADD CONSTRAINT "Input_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Input" ADD CONSTRAINT "Input_blobHash_fkey" FOREIGN KEY ("blobHash") REFERENCES "Blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Input" ADD CONSTRAINT "Input_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;
