import { handle } from "#app/api/handle.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

const notFound = handle(async () => {
  throw new AppError("not_found", say("refusals.noAddress"));
});

export {
  notFound as DELETE,
  notFound as GET,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
