-- Whose an attempt is, without a look at its generation.
ALTER TABLE "Attempt" ADD COLUMN "userId" UUID;
UPDATE "Attempt" SET "userId" = generation."userId" FROM "Generation" AS generation WHERE generation.id = "generationId";
ALTER TABLE "Attempt" ALTER COLUMN "userId" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The closed sets of lib/contract; a test compares the two.
ALTER TABLE "Generation"
ADD CONSTRAINT "Generation_state_check" CHECK ("state" IN ('queued', 'running', 'succeeded', 'partial', 'failed', 'unknown', 'canceled')),
ADD CONSTRAINT "Generation_engine_check" CHECK ("engine" IN ('painter', 'gateway'));
ALTER TABLE "Attempt"
ADD CONSTRAINT "Attempt_state_check" CHECK ("state" IN ('queued', 'claimed', 'sending', 'receiving', 'storing', 'succeeded', 'failed', 'unknown', 'canceled')),
ADD CONSTRAINT "Attempt_charged_check" CHECK ("charged" IN ('no', 'likely', 'yes'));
ALTER TABLE "Pause"
ADD CONSTRAINT "Pause_code_check" CHECK ("code" IN ('rate_limited', 'unauthorized', 'payment_required', 'disk_full'));
