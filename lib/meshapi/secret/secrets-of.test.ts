import { expect, test } from "vitest";
import { secretsOf } from "#lib/meshapi/secret/secrets-of.ts";

const token = "cfkey-0123456789abcdef";

test.each([
  `Bearer ${token}`,
  token,
  `token=${token}`,
  JSON.stringify({ provider: "openai", api_key: token }),
  `theme=dark; session=${token}; Path=/`,
  `Key id:${token}`,
])("the key in the header %j is a secret by itself", (header) => {
  expect(secretsOf({ apiKey: "", headers: { "x-auth": header }, query: "" })).toContain(token);
});

test.each(["dark", "openai", "Bearer", "provider", "text-to-image", "application/json"])(
  "%j in a header is none",
  (word) => {
    const headers = { "x-auth": `{"a":"${word}", "b": "${word}"}` };
    expect(secretsOf({ apiKey: "", headers, query: "" })).not.toContain(word);
  },
);

test.each(["x", "1", "none", "local", "1234567"])(
  "a key as short as %j is a word in its place, and hidden nowhere",
  (word) => {
    expect(secretsOf({ apiKey: word, headers: {}, query: "" })).toEqual([]);
  },
);

test("the password of a header with one is a secret, and so is the whole", () => {
  const basic = Buffer.from("me:hunter2").toString("base64");
  const headers = { authorization: `Basic ${basic}` };
  expect(secretsOf({ apiKey: "", headers, query: "" })).toEqual(
    expect.arrayContaining(["hunter2", `Basic ${basic}`]),
  );
});
