/** The gateway's limits (reference of `POST /v1/images/generations`); apart from the schema, so that zod can load later. */
export const imagesMax = 10;
export const seedMax = 2_147_483_647;
