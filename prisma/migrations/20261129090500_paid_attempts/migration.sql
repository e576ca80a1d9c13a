-- Whether an attempt may cost money is its own to say; until now it was told by the engine's name.
ALTER TABLE "Attempt" ADD COLUMN "paid" BOOLEAN NOT NULL DEFAULT true;
UPDATE "Attempt" SET "paid" = false FROM "Generation" AS generation
WHERE generation.id = "generationId" AND generation.engine = 'painter';
