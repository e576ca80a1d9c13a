import { handle } from "#app/api/handle.ts";
import { AppError } from "#lib/platform/errors.ts";

const notFound = handle(async () => {
  throw new AppError("not_found", "There is nothing at this address.");
});

export {
  notFound as DELETE,
  notFound as GET,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
