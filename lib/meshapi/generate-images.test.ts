import { expect, test } from "vitest";
import { imageOf } from "#lib/meshapi/image/image-of.ts";
import { ask, startTestClient } from "#lib/meshapi/test-client.ts";

const { clientOf } = await startTestClient();

test.each([
  ["base64", "[[b64]] a fox", "bytes"],
  ["a data: URI", "[[data-uri]] a fox", "bytes"],
  ["an address", "[[url]] a fox", "url"],
  ["base64 in lines", "[[whitespace]] a fox", "bytes"],
])("a picture that comes as %s is told apart", async (_, prompt, type) => {
  const { data, requestId } = await clientOf().images.generate(ask(prompt));

  expect(requestId).toMatch(/^req_/);
  expect(data.map((item) => imageOf(item).type)).toEqual([type]);
});

test("an answer with more pictures than asked is given as it is", async () => {
  const { images } = clientOf();

  expect((await images.generate(ask("[[extra:2]] a fox"))).data).toHaveLength(3);
});

test("each parameter of the guide arrives", async () => {
  const result = await clientOf().images.generate(
    ask("[[b64]] a fox", {
      model: "openai/gpt-image-1",
      n: 2,
      quality: "low",
      response_format: "b64_json",
      output_format: "jpeg",
      stream: true,
    }),
  );

  expect(result).toMatchObject({ size: "64x64", quality: "low", output_format: "jpeg" });
  expect(result.data).toHaveLength(2);
});
