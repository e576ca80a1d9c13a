import * as z from "zod";

/**
 * What an input is there for: what is changed, what is looked at, where it may be changed, and what a person drew over it to say
 * what they mean.
 */
export const inputRoleSchema = z.enum(["source", "reference", "mask", "markup"]);

export type InputRole = z.infer<typeof inputRoleSchema>;
