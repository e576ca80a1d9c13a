import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractImages } from "#lib/meshapi/extract/extract-images.ts";
import { answerOf, read } from "#lib/meshapi/extract/test-extracted.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

const cuts = fc.array(fc.nat());

/** Of no picture in particular, and too long to be anything else. */
const long = "QUJD".repeat(100);

describe("whatever the picture, its spelling and the pieces it comes in", () => {
  /** How servers write base64 into JSON: .NET escapes "+", PHP "/", some break lines. */
  const spellings: ((json: string) => string)[] = [
    (json) => json,
    (json) => json.replaceAll("+", "\\u002B"),
    (json) => json.replaceAll("/", "\\/"),
    (json) => json.replaceAll(/[A-Za-z0-9+/]{5}/g, "$&\\r\\n"),
  ];

  test("its bytes are lifted, and no base64 of it is left in the text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 200, maxLength: 400 }),
        fc.constantFrom(...spellings),
        fc.boolean(),
        cuts,
        async (bytes, spell, isUri, places) => {
          const base64 = spell(Buffer.from(bytes).toString("base64"));
          const image = isUri
            ? `"url": "data:image\\/png;base64,${base64}"`
            : `"b64_json":"${base64}"`;
          const text = `{"object":"image.chunk","data":[{${image},"revised_prompt":"ä \\"fox\\""}]}`;

          const { left, parse } = await read(text, places);
          const extracted = { bytes: Buffer.from(bytes) };

          expect(left).not.toContain(base64.slice(-16));
          expect(parse()).toEqual({
            object: "image.chunk",
            data: [{ [isUri ? "url" : "b64_json"]: extracted, revised_prompt: 'ä "fox"' }],
          });
        },
      ),
    );
  });

  test("it is judged as the text would have been", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'AQz09+/-_= \n!é\\"'), minLength: 1 }),
        cuts,
        async (b64_json, places) => {
          const { parse } = await read(JSON.stringify({ b64_json }), places);
          const extracted = Object(parse()).b64_json;
          const found =
            typeof extracted === "string" ? imageOf({ b64_json: extracted }) : imageOf(extracted);

          expect(found).toEqual(imageOf({ b64_json }));
        },
      ),
    );
  });
});

describe("a picture is known by its first bytes, whatever its field is called", () => {
  const starts = [
    "\x89PNG\r\n\x1a\n",
    "\xff\xd8\xff\xe0",
    "GIF89a",
    "RIFF\0\0\0\0WEBP",
    "\0\0\0 ftypavif",
  ];

  test.each(starts)("%j", async (start) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }),
        fc.boolean(),
        cuts,
        async (rest, isEscaped, places) => {
          const image = Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(16), rest]);
          const base64 = image.toString("base64");
          const spelt = isEscaped ? `\\n${base64.replaceAll("/", "\\/")}` : base64;
          const text = `{"output": ["${spelt}"], "image" : "${spelt}", "note": "say: \\"${spelt}\\""}`;

          const { left, parse } = await read(text, places);
          const extracted = { bytes: image };
          expect(parse()).toMatchObject({ output: [extracted], image: extracted });
          expect(left).toContain(`"note": "say: \\"${spelt}\\""`);
        },
      ),
    );
  });
});

test("JSON without pictures is passed on as it is, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), cuts, async (json, places) => {
      expect((await read(json, places)).left).toBe(json);
    }),
  );
});

test.each([
  ['{"url":"https://cdn.example/a.png?data:,x"}'],
  ['{"url":"data:","b64_json":""}'],
  [`{"url":"data:${"x".repeat(300)}"}`],
  ['{"revised_prompt":"write \\"b64_json\\":\\"QUJD\\" to me"}'],
  ['{"b64_json":null,"url":null}'],
])("%s is left as it is", async (text) => {
  expect((await read(text)).left).toBe(text);
});

test("a line that breaks off in a picture does not swallow the next event", async () => {
  const { left } = await read(`data: {"b64_json":"${long}\n\ndata: {"b64_json":"${long}"}\n\n`);

  expect(left).toMatch(/^data: \{"b64_json":"\n\ndata: \{"b64_json":"picture .*"\}\n\n$/);
});

test("a word that the answer writes itself gets no picture", async () => {
  const { parse } = await read(`{"b64_json":"${long}","revised_prompt":"picture 1"}`);

  expect(parse()).toEqual({
    b64_json: { bytes: Buffer.from(long, "base64") },
    revised_prompt: "picture 1",
  });
});

describe("of what is lifted and not yet parsed", () => {
  const one = `{"b64_json":"${long}"}`;

  test("no more is held than is allowed", async () => {
    await expect(read(one, [], 400)).resolves.toBeDefined();
    await expect(read(one, [], 399)).rejects.toMatchObject({ name: "AnswerTooLargeError" });
    await expect(read(`[${one},${one}]`, [], 799)).rejects.toThrow("larger");
  });

  test("what is parsed counts no more, nor what broke off", async () => {
    const answer = answerOf(`${one}\n{"b64_json":"${long}\n${one}\n`, []);
    const extracted = extractImages(answer, { charactersMax: 400 });
    let left = "";
    let parsed = 0;
    for await (const piece of extracted.body) {
      left += Buffer.from(piece).toString();
      const lines = left.split("\n");
      left = lines.pop() ?? "";
      for (const line of lines.filter((text) => text.endsWith("}"))) {
        extracted.parseJson(line);
        parsed += 1;
      }
    }

    expect(parsed).toBe(2);
  });
});

test("the name of a field is known behind another field, too", async () => {
  const text = JSON.stringify({ type: "thought", signature: long, b64_json: long });
  const { parse } = await read(text);

  expect(parse()).toEqual({
    type: "thought",
    signature: long,
    b64_json: { bytes: Buffer.from(long, "base64") },
  });
});
