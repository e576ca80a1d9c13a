import * as z from "zod";
import { answerBytes } from "#app/api/answer-bytes.ts";
import { handle, parseId } from "#app/api/handle.ts";
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
    return answerBytes(request, image, {
      "Content-Disposition": contentDisposition(imageFileName(image), {
        type: query.has("download") ? "attachment" : "inline",
      }),
    });
  },
);
