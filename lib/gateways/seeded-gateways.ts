/** The gateway over whose fields the environment goes (`MESHAPI_*`); seeded by the first migration, as MeshAPI. */
export const givenGatewayId = "00000000-0000-7000-8000-0000000000a1";

/** The built-in painter; seeded by the first migration, behind all others. */
export const painterGatewayId = "00000000-0000-7000-8000-0000000000a2";
