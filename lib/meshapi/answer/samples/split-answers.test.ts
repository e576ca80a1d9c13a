import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type RecordedAnswer,
  readAnswers,
  readBody,
} from "#lib/meshapi/answer/samples/test-answers.ts";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

const origin = "http://gateway.example";
const answers = readAnswers().filter(({ status, ending }) => status < 300 && !ending);

/** The pictures of an answer whose body comes in these pieces. */
async function read(answer: RecordedAnswer, cuts: readonly number[]): Promise<string[]> {
  const { bytes, headers } = readBody(answer, origin);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  async function* body() {
    for (const [at, place] of places.entries()) yield bytes.subarray(places[at - 1] ?? 0, place);
    yield bytes.subarray(places.at(-1) ?? 0);
  }
  const client = new MeshAPI({
    apiKey: "rsk_canary",
    baseUrl: `${origin}/${answer.name}`,
    decodedCharactersMax: 1_000_000,
    fetch: async () => ({
      status: answer.status,
      headers: { get: (name) => headers[name]?.toString() ?? null },
      body: body(),
    }),
  });

  const images: string[] = [];
  try {
    for await (const chunk of client.images.stream({ prompt: "A fox", ...answer.request })) {
      images.push(...chunk.data.map((item) => JSON.stringify(imageOf(item))));
    }
  } catch (error) {
    images.push(String(error));
  }
  return images;
}

test.each(answers.map((answer) => [`${answer.gateway}: ${answer.title}`, answer] as const))(
  "however it is cut, the same is read of it: %s",
  async (_, answer) => {
    const whole = await read(answer, []);
    const { length } = readBody(answer, origin).bytes;
    expect(
      await read(
        answer,
        Array.from({ length }, (_byte, at) => at),
      ),
    ).toEqual(whole);

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 6 }), async (cuts) => {
        expect(await read(answer, cuts)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  },
);
