/** The gateway over whose fields the environment goes (`MESHAPI_*`); seeded by the first migration, as MeshAPI. */
export const givenGatewayId = "00000000-0000-7000-8000-0000000000a1";

/** The built-in one, which needs no network; seeded by the first migration, behind all others. */
export const localGatewayId = "00000000-0000-7000-8000-0000000000a2";
