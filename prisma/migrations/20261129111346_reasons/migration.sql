-- What was told in English stays as it was said.
ALTER TABLE "Attempt" ADD COLUMN "errorReason" JSONB;
UPDATE "Attempt" SET "errorReason" =
  jsonb_build_object('code', 'said', 'parameters', jsonb_build_object('said', "errorMessage"))
WHERE "errorMessage" IS NOT NULL;
ALTER TABLE "Attempt" DROP COLUMN "errorMessage";

ALTER TABLE "Pause" ADD COLUMN "reason" JSONB;
UPDATE "Pause" SET "reason" =
  jsonb_build_object('code', 'said', 'parameters', jsonb_build_object('said', message));
ALTER TABLE "Pause" ALTER COLUMN "reason" SET NOT NULL, DROP COLUMN "message";

UPDATE "Image" SET delivered = jsonb_set(delivered, '{notes}', (
  SELECT jsonb_agg(jsonb_build_object('code', 'said', 'parameters', jsonb_build_object('said', note)))
  FROM jsonb_array_elements(delivered -> 'notes') AS note
)) WHERE jsonb_array_length(delivered -> 'notes') > 0;
