import { handle, parseId } from "#app/api/handle.ts";
import { getAttempt } from "#lib/generation/get-attempt.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** The latest partial picture of a running attempt: a WebP, its long edge 640 pixels at most. */
export const GET = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  await getAttempt(services.database.client, { userId, id });

  const bytes = await services.partials.read(id);
  if (!bytes) throw new AppError("not_found", say("refusals.noPartial"));

  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "image/webp",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "no-store",
    },
  });
});
