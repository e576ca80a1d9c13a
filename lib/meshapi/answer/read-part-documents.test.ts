import { afterEach, expect, test, vi } from "vitest";
import { answerImages } from "#lib/meshapi/answer/samples/test-answers.ts";
import { type Played, play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const { jpeg } = answerImages;
const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture,  crc.\0\0\0\0IENDcrc.", "latin1");
const related = { "content-type": 'multipart/related; boundary="b=1"' };
const json = 'Content-Type: application/json\r\n\r\n{"created":1,"data":[]}';
const typed = "Content-Type: image/png\r\nContent-ID: <1>";
const twoParts = [`--b=1\r\n${json}\r\n--b=1\r\n${typed}\r\n\r\n`, png, "\r\n--b=1--\r\n"];
const inBase64 = `${typed}\r\nContent-Transfer-Encoding: base64\r\n\r\n${png.toString("base64")}`;

test.each<[string, Played, Record<string, string>]>([
  ["behind JSON", twoParts, related],
  ["of parts that are called JSON", twoParts, { "content-type": "application/json" }],
  ["in base64", [`--b=1\r\n${inBase64}\r\n--b=1--`], related],
  ["behind words for nobody", ["This has parts.\r\n", ...twoParts], related],
  ["without heads, in lines of another system", ["--b=1\n\n", png, "\n--b=1--"], related],
  ["whose transfer never ends", [...twoParts, "open"], related],
  ["whose transfer breaks off behind it", [...twoParts, "reset"], related],
  ["whose last boundary never comes", [...twoParts.slice(0, -1), "open"], related],
])("a picture %s is read", async (_, body, headers) => {
  expect((await play(body, { headers })).images).toMatchObject([{ image: png.length }]);
});

test("of a picture that breaks off it is not known what became of it, and one before it is kept", async () => {
  const cut: Played = [...twoParts.slice(0, -1), "\r\n--b=1\r\n\r\n", png.subarray(0, 40), "reset"];

  const { images, error } = await play(cut, { headers: related, n: 2 });

  expect(images).toMatchObject([{ image: png.length }]);
  expect(error).toMatchObject({ sent: "maybe" });
});

test("two pictures are two, and an address in a part is one", async () => {
  const text = '{"data":[{"url":"https://cdn.example/1.png"}]}';
  const body = ["--b\r\n\r\n", png, "\r\n--b\r\n\r\n", jpeg, `\r\n--b\r\n\r\n${text}\r\n--b--`];

  const { images } = await play(body, { headers: related, n: 3 });

  expect(images.map(({ image }) => image)).toEqual([
    png.length,
    jpeg.length,
    "https://cdn.example/1.png",
  ]);
});

test("an error in a part is told, and parts without a picture are kept", async () => {
  const error = '{"error":{"code":"moderation_blocked","message":"No."}}';
  const refused = await play([`--b\r\n\r\n${error}\r\n--b--`], { headers: related });
  const empty = await play(["--b\r\n\r\nSorry.\r\n--b--"], { headers: related });

  expect(refused.error).toMatchObject({ code: "moderation_blocked" });
  expect(empty.error?.answer?.bytes.toString()).toContain("Sorry.");
});
