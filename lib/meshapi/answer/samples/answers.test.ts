import { once } from "node:events";
import { afterAll, describe, expect, test } from "vitest";
import {
  answerImages,
  createAnswerServer,
  fill,
  readAnswers,
} from "#lib/meshapi/answer/samples/test-answers.ts";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { isMeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

const answers = readAnswers();
const server = createAnswerServer(answers).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => void server.close().closeAllConnections());
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;

/** Whether pictures are decoded on arrival, as the studio does it, or left as the text that they are. */
const clients = [
  ["decoding", { decodedCharactersMax: 1_000_000 }],
  ["leaving text as it is", {}],
] as const;

describe.each(clients)("a client that is %s reads the answer of", (_, options) => {
  test.each(answers.map((answer) => [`${answer.gateway}: ${answer.title}`, answer] as const))(
    "%s",
    async (_title, { name, request, expected }) => {
      const client = new MeshAPI({
        apiKey: "rsk_canary",
        baseUrl: `${origin}/${name}`,
        ...options,
      });
      const images: string[] = [];
      let error: unknown = null;
      try {
        for await (const chunk of client.images.stream({ prompt: "A fox", ...request })) {
          images.push(...chunk.data.map((item) => nameOf(imageOf(item))));
        }
      } catch (thrown) {
        error = thrown;
      }

      expect(images).toEqual(expected.images.map((text) => fill(text, origin)));
      expect(error === null || isMeshAPIError(error)).toBe(true);
      expect(error === null).toBe(expected.code === null);
      if (expected.says) expect(JSON.stringify(error) + String(error)).toContain(expected.says);
      expect(JSON.stringify(error)).not.toContain("rsk_canary");
    },
  );
});

function nameOf(image: ReturnType<typeof imageOf>): string {
  if (image.type === "url") return image.url;
  if (image.type === "unreadable") return image.reason;

  const found = Object.entries(answerImages).find(([, bytes]) => bytes.equals(image.bytes));
  return found?.[0] ?? "other bytes";
}
