/** The one local owner, seeded by the first migration. */
export const localOwnerId = "00000000-0000-7000-8000-000000000001";
