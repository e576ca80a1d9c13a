import { handle, json } from "#app/api/handle.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** A form or a plain text is what another site could send without asking; what these bytes are is seen by themselves. */
const takenTypes = /^(image\/[\w.+-]+|application\/octet-stream)$/;

/** Takes a picture that is to go into a generation, as the body's bytes: 201 with what is kept of it. */
export const POST = handle(async ({ request, services, userId }) => {
  const [type = ""] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  if (!takenTypes.test(type.trim())) {
    throw new AppError("unsupported_media_type", say("refusals.sendBytes"));
  }

  const upload = await services.uploads.take({
    userId,
    body: request.body,
    length: Number(request.headers.get("content-length") ?? 0),
  });
  return json<"POST /api/blobs">({ upload }, 201);
});
