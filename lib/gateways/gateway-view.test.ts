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

const viewOf = (baseUrl: string) => {
  const connection = resolveConnection({ ...stored, baseUrl }, {});
  const env = { ATTEMPTS_IN_FLIGHT: 4 };
  return toGatewayView({ ...gateway, isEnabled: true, isDeleted: false, connection }, env);
};

test.each([
  ["?key=canary_of_a_query", "?key=***uery"],
  ["?api-version=2025-04-01&code=canary_code==", "?api-version=2025-04-01&code=***de=="],
  ["?sig=canary&a=b", "?sig=***&a=b"],
  ["?authToken=canary&a=b", "?authToken=***&a=b"],
  ["?x=canary_as_long_as_a_key_is", "?x=***y_is"],
  ["?a=b&access_token=canary%2Bof%2Fa%2Btoken", "?a=b&access_token=***oken"],
  ["?Ocp-Apim-Subscription-Key=canary_0123456789", "?Ocp-Apim-Subscription-Key=***6789"],
])("of the address's query %s, what is as a key is shown by its end", (query, shown) => {
  const view = viewOf(`https://host.example/openai${query}`);

  expect(view.connection).toMatchObject({
    baseUrl: `https://host.example/openai${shown}`,
    endpoint: `https://host.example/openai/images/generations${shown}`,
  });
  expect(JSON.stringify(view)).not.toContain("canary");
});
