import * as z from "zod";
import { imagesMax, modelCharactersMax } from "./image-limits.ts";
import { createParameterShape } from "./parameter-shape.ts";
import { isVisible, nameParameter, textParameter } from "./text-parameter.ts";

const promptSchema = textParameter(
  "The prompt",
  z.string("Write a prompt.").refine(isVisible, "Write a prompt."),
);

/** Spaces and slashes within it are some servers'; 312 characters were seen. */
export const modelSchema = nameParameter(
  "The model's name",
  z
    .string()
    .trim()
    .min(1, "Name a model.")
    .max(modelCharactersMax, `A model's name is ${modelCharactersMax} characters at most.`),
);

const imageSchema = textParameter("The picture");

const ownParameters = {
  prompt: promptSchema,
  model: modelSchema.optional(),
  n: z
    .int("The number of images is a whole number.")
    .min(1, "Ask for at least 1 image.")
    .max(imagesMax, `Ask for at most ${imagesMax} images.`)
    .optional(),
  stream: z.boolean().optional(),
  image: z.union([imageSchema, z.array(imageSchema)]).optional(),
};

/**
 * The body of `POST /v1/images/generations`: what the client itself reads, and the rows of the table. Unknown keys are
 * refused, so that a misspelt parameter is not dropped in silence.
 */
export const imageParametersSchema = z.strictObject({
  ...ownParameters,
  ...createParameterShape(Object.keys(ownParameters)),
});

export type ImageParameters = z.infer<typeof imageParametersSchema>;
