import * as z from "zod";
import { inputRoleSchema } from "#lib/engine/input-role.ts";
import { referencesMax } from "#lib/engine/request-limits.ts";
import type { MessageKey } from "#messages/messages.ts";

/** What goes into a generation beside its prompt. Its bytes are at `inputUrl`. */
export const inputViewSchema = z.strictObject({
  role: inputRoleSchema,
  /** The hash of its bytes. */
  blobHash: z.string(),
  /** The image of the library that it was, for as long as that is there. */
  imageId: z.uuid().nullable(),
});

export type InputView = z.infer<typeof inputViewSchema>;

const inputRequestSchema = z
  .strictObject({
    role: z.literal("reference", "refusals.inputRole" satisfies MessageKey),
    /** A picture of the library: its bytes are here already. */
    imageId: z
      .uuid("refusals.inputImage" satisfies MessageKey)
      .toLowerCase()
      .optional(),
    /** A picture that was sent, or that went into a generation before. */
    blobHash: z
      .string("refusals.inputHash" satisfies MessageKey)
      .regex(/^[0-9a-f]{64}$/, "refusals.inputHash" satisfies MessageKey)
      .optional(),
  })
  .refine(({ imageId, blobHash }) => (imageId === undefined) !== (blobHash === undefined), {
    error: "refusals.inputOne" satisfies MessageKey,
  });

export type InputRequest = z.infer<typeof inputRequestSchema>;

/** What is to go into a generation, in the order in which it is sent. */
export const inputRequestsSchema = z
  .array(inputRequestSchema, "refusals.inputList" satisfies MessageKey)
  .max(referencesMax, "refusals.inputsMost" satisfies MessageKey);
