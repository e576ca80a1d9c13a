import { handle, parseId } from "#app/api/handle.ts";
import { getAttempt } from "#lib/generation/get-attempt.server.ts";

/** The latest partial picture of a running attempt: a WebP, its long edge 640 pixels at most. */
export const GET = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  await getAttempt(services.database.client, { userId, id });

  const bytes = await services.partials.read(id);
  // Nothing is missing: none has come so far, or the picture itself has.
  if (!bytes) return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });

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
