import { expect, test } from "vitest";
import { resolveConnection } from "#lib/gateways/connection/resolve-connection.ts";
import { toGatewayView } from "#lib/gateways/gateway-view.server.ts";
import { givenGatewayId as id } from "#lib/gateways/seeded-gateways.ts";

const gateway = { id, kind: "meshapi", name: "MeshAPI", paid: true, slots: null } as const;
const stored = { baseUrl: null, stream: true, apiKey: null, headers: null };

test.each([
  ["rsk_canary12", "ry12"],
  ["rsk_canary1", ""],
  ["abcd", ""],
])(
  "of the secret %s the end is shown as %j: four characters, and none of a short one",
  (secret, last4) => {
    const env = { MESHAPI_API_KEY: secret, MESHAPI_HEADERS: { "x-team": secret } };
    const connection = resolveConnection(stored, env);
    const view = toGatewayView(
      { ...gateway, isEnabled: true, isDeleted: false, connection },
      { ...env, ATTEMPTS_IN_FLIGHT: 4 },
    );

    expect(view.connection).toMatchObject({
      keyLast4: last4,
      headers: [{ name: "x-team", last4 }],
    });
    expect(JSON.stringify(view)).not.toContain(secret);
  },
);
