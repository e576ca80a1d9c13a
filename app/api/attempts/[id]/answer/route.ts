import { handle, parseId } from "#app/api/handle.ts";
import { getAnswer } from "#lib/generation/get-answer.server.ts";

/** What the gateway sent in the place of a picture, to be saved and never to be shown: a stranger wrote it. */
export const GET = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  const { database, spool } = services;
  const { bytes, contentType } = await getAnswer(
    { client: database.client, spool },
    { userId, attemptId: id },
  );

  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="answer-${id}.${extensionOf(contentType)}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "no-store",
    },
  });
});

/** What opens as a page, or runs, where it is double-clicked is named a text instead. */
function extensionOf(contentType: string | null): string {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (/[/+]json$/.test(type)) return "json";
  if (/^image\/(png|jpeg|webp|gif|avif)$/.test(type)) return type.slice("image/".length);
  return type.startsWith("text/") || /[/+]xml$/.test(type) ? "txt" : "bin";
}
