import * as z from "zod";
import { handle, parseId } from "#app/api/handle.ts";
import { safeHeaders } from "#app/api/safe-bytes.ts";
import { imageFileName } from "#lib/images/image-file-name.ts";
import { openImage } from "#lib/images/open-image.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { contentDisposition } from "#lib/platform/http/content-disposition.ts";
import { say } from "#messages/sentence.ts";

const variantSchema = z.enum(["original", "640", "320"]);

/** The bytes of a picture, or of a WebP of it; `?download` offers them as a file. */
export const GET = handle<{ id: string; variant: string }>(
  async ({ request, params, query, services, userId }) => {
    const variant = variantSchema.safeParse(params.variant);
    if (!variant.success) throw new AppError("not_found", say("refusals.variants"));

    const id = parseId(params.id);
    const image = await openImage(
      { client: services.database.client, blobStore: services.blobStore },
      { userId, id, variant: variant.data },
    );
    const headers = {
      ...safeHeaders,
      "Content-Type": image.type,
      ETag: `"${image.hash}-${variant.data}"`,
      "Content-Disposition": contentDisposition(imageFileName(image), {
        type: query.has("download") ? "attachment" : "inline",
      }),
    };
    if (request.headers.get("if-none-match") === headers.ETag) {
      await image.stream.cancel();
      return new Response(null, { status: 304, headers });
    }
    return new Response(image.stream, {
      headers: { ...headers, "Content-Length": String(image.bytes) },
    });
  },
);
