/** The limits of a request; apart from the schema, so that zod can load later. */
export { imagesMax, seedMax } from "#lib/meshapi/parameters/image-limits.ts";

/** References of one request, of any model: what gpt-image takes. */
export const referencesMax = 16;

/** What gpt-image takes, the longest of the gateway's models. */
export const promptCharactersMax = 32_000;
/** Pixels of one side. Larger pictures than any model makes would only be a way to fill the memory. */
export const sideMin = 64;
export const sideMax = 4_096;
