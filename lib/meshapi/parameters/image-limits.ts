/** The gateway's limits (reference of `POST /v1/images/generations`); apart from the schema, so that zod can load later. */
export const imagesMax = 10;
export const seedMax = 2_147_483_647;

/** So many pictures are kept of one answer. */
export const imagesKeptMax = 32;
export const modelCharactersMax = 512;
