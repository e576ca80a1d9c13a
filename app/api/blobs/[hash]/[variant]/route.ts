import * as z from "zod";
import { answerBytes } from "#app/api/answer-bytes.ts";
import { handle } from "#app/api/handle.ts";
import { openInput } from "#lib/images/upload/open-input.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

const addressSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  variant: z.enum(["original", "640", "320"]),
});

/** The bytes of a picture that goes into a generation, or of a WebP of it. */
export const GET = handle<{ hash: string; variant: string }>(
  async ({ request, params, services, userId }) => {
    const address = addressSchema.safeParse(params);
    if (!address.success) throw new AppError("not_found", say("refusals.noPicture"));

    const { client } = services.database;
    const blobStore = services.blobStore;
    const input = await openInput({ client, blobStore }, { userId, ...address.data });
    return answerBytes(request, input);
  },
);
