import { expect, test } from "vitest";
import { ask, startTestClient } from "#lib/meshapi/test-client.ts";

const { clientOf, gateway, requestsWith } = await startTestClient();

test("the idempotency key is sent as it was given", async () => {
  const prompt = "a fox with a key";
  await clientOf().images.generate(ask(prompt), { idempotencyKey: "attempt-1" });

  expect(requestsWith(prompt)).toMatchObject([{ idempotencyKey: "attempt-1", status: 200 }]);
});

test.each([
  [{ prompt: "a fox", n: 11 }, "n"],
  [{ prompt: "a fox", size: "0x10" }, "size"],
  [{ prompt: " " }, "prompt"],
  [{ prompt: "a fox", colour: "red" }, "colour"],
])("of %j, the wrong parameter is named and nothing is sent", async (parameters, parameter) => {
  const sentBefore = gateway.ledger().requests.length;

  await expect(clientOf().images.generate(parameters)).rejects.toMatchObject({
    sent: "no",
    code: "invalid_parameter",
    parameter,
    message: expect.stringContaining(parameter),
  });
  expect(gateway.ledger().requests).toHaveLength(sentBefore);
});

test.each([
  ["a key with a line break", { apiKey: "rsk\n1" }, "apiKey"],
  ["an address that is none", { baseUrl: "meshapi" }, "baseUrl"],
  ["a file", { baseUrl: "file:///etc" }, "baseUrl"],
])("%s is refused at once", (_, options, parameter) => {
  expect(() => clientOf(options)).toThrow(expect.objectContaining({ parameter, sent: "no" }));
});

test("a base URL may end in /v1 or in a slash", async () => {
  for (const end of ["/", "/v1", "/v1/"]) {
    const { models } = clientOf({ baseUrl: `${gateway.url}${end}` });
    expect((await models.list({ type: "image" })).length).toBeGreaterThan(0);
  }
});

test("a redirect is not followed by any fetch: the prompt, and the charge, stay here", async () => {
  for (const options of [{}, { fetch }]) {
    const prompt = `[[redirect:/v1/models]] a fox by ${Object.keys(options).join()}`;

    await expect(clientOf(options).images.generate(ask(prompt))).rejects.toMatchObject({
      status: 307,
    });
    expect(requestsWith(prompt)).toHaveLength(1);
  }
});

test("the platform's fetch can be given in place of the client's own", async () => {
  const result = await clientOf({ fetch }).images.generate(ask("a fox", { stream: true }));

  expect(result.data).toHaveLength(1);
});
