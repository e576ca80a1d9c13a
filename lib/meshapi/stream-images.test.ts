import { expect, test } from "vitest";
import { imageOf } from "#lib/meshapi/image/image-of.ts";
import { ask, collect, startTestClient, statusesOf } from "#lib/meshapi/test-client.ts";

const { clientOf, gateway } = await startTestClient();

test.each([
  ["MeshAPI's", "[[meshapi]] [[partials:2]] [[b64]] a fox"],
  ["OpenAI's", "[[openai]] [[partials:2]] a fox"],
  ["MeshAPI's with CR LF", "[[meshapi]] [[partials:2]] [[b64]] [[crlf]] a fox"],
  [
    "MeshAPI's with CR, a byte at a time",
    "[[meshapi]] [[partials:2]] [[b64]] [[cr]] [[bom]] [[pieces:1]] a fox",
  ],
  ["OpenAI's in lines", "[[openai]] [[partials:2]] [[multiline]] [[noise]] a fox"],
])("%s dialect gives sketches and then the picture", async (_, prompt) => {
  const chunks = await collect(clientOf().images.stream(ask(prompt, { size: "16x16" })));
  const told = statusesOf(chunks).filter((status) => status !== "processing");
  const partials = chunks.flatMap((chunk) => (chunk.status === "partial" ? chunk.partials : []));

  expect(told).toEqual(["partial", "partial", "completed"]);
  expect(partials.map(({ index }) => index)).toEqual([0, 1]);
  expect(chunks.at(-1)?.data.map((item) => imageOf(item).type)).toEqual(["bytes"]);
});

test("the first chunk comes with the headers, and knows the request id", async () => {
  const chunks = clientOf().images.stream(ask("[[hold-picture:first]] a fox"));
  const { value } = await chunks.next();

  expect(value).toMatchObject({
    status: "processing",
    requestId: expect.stringMatching(/^req_/),
  });
  gateway.release("first");
  expect(statusesOf(await collect(chunks)).at(-1)).toBe("completed");
});

test("JSON in answer to a stream is one completed chunk, and a stream in answer to JSON a result", async () => {
  const { images } = clientOf();

  expect(statusesOf(await collect(images.stream(ask("[[json]] a fox"))))).toEqual([
    "processing",
    "completed",
  ]);
  expect((await images.generate(ask("[[stream]] a fox", { n: 2 }))).data).toHaveLength(2);
});

test("leaving the loop closes the connection", async () => {
  const prompt = "[[hold-picture:left]] a fox that is left";
  for await (const chunk of clientOf().images.stream(ask(prompt))) {
    if (chunk.status === "processing") break;
  }
  await gateway.idle();

  const charge = gateway.ledger().charges.find((charge) => charge.prompt === prompt);
  expect(charge?.state).toBe("abandoned");
});

test("aborting ends the wait, and closes the connection", async () => {
  const leaving = new AbortController();
  const chunks = clientOf().images.stream(ask("[[hold-picture:aborted]] a fox"), {
    signal: leaving.signal,
  });
  await chunks.next();
  const waiting = collect(chunks);
  await gateway.reached("aborted");
  leaving.abort();

  await expect(waiting).rejects.toMatchObject({ code: "aborted", sent: "maybe" });
  await gateway.idle();
});

test.each(["[[meshapi]]", "[[openai]]", "[[json]]"])(
  "a client that decodes gives the same bytes, by %s, in every spelling, however it is cut",
  async (dialect) => {
    for (const spelling of ["[[b64]]", "[[data-uri]]", "[[whitespace]]"]) {
      const prompt = `${dialect} [[partials:1]] ${spelling} [[pieces:700]] a fox`;
      const asked = ask(prompt, { seed: 7 });
      const decoding = clientOf({ decodedCharactersMax: 1_000_000, eventCharactersMax: 2_000 });
      const decoded = await collect(decoding.images.stream(asked));
      const text = await collect(clientOf().images.stream(asked));

      const item = decoded.at(-1)?.data[0];
      expect(item?.bytes?.length).toBeGreaterThan(100);
      expect(item).toMatchObject({ url: null, b64_json: null });
      expect(imageOf(item ?? {})).toEqual(imageOf(text.at(-1)?.data[0] ?? {}));
    }
  },
);
