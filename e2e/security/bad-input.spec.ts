import { createStudioApi, pressed } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

const prompt = "a fox";

const wrongBodies = [
  ["an empty prompt", { prompt: "" }, "prompt"],
  ["a prompt of spaces", { prompt: "   " }, "prompt"],
  ["no prompt", {}, "prompt"],
  ["a prompt of 32,001 characters", { prompt: "x".repeat(32_001) }, "prompt"],
  ["a prompt with a NUL", { prompt: "a\0fox" }, "prompt"],
  ["a prompt with half a character", { prompt: "a \ud83d fox" }, "prompt"],
  ["n of 0", { prompt, n: 0 }, "n"],
  ["n of 11", { prompt, n: 11 }, "n"],
  ["n of 1.5", { prompt, n: 1.5 }, "n"],
  ["n as a word", { prompt, n: "2" }, "n"],
  ["size 0x0", { prompt, size: "0x0" }, "size"],
  ["size 1024", { prompt, size: "1024" }, "size"],
  ["size 99999x99999", { prompt, size: "99999x99999" }, "size"],
  ["an unknown model", { prompt, model: "nobody/nothing" }, "model"],
  ["an unknown quality", { prompt, quality: "superb" }, "quality"],
  ["an unknown format", { prompt, output_format: "tiff" }, "output_format"],
  ["an unknown parameter", { prompt, sise: "1024x1024" }, "sise"],
  [
    "a source that is not there",
    { prompt, sourceGenerationId: "01a203a9-2ab5-721a-845c-aacf15e552fa" },
    "sourceGenerationId",
  ],
] as const;

for (const [name, body, field] of wrongBodies) {
  test(`${name} is refused with 422, naming ${field}`, async ({ request, studio }) => {
    const response = await createStudioApi(request, studio.url).press(body);
    expect(response.status()).toBe(422);
    expect(await response.json()).toMatchObject({
      error: { code: "invalid_request", field: `requests.0.${field}`, message: /\S/ },
    });
  });
}

test("a body that is not JSON, too large, or of another type is refused with its status", async ({
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const key = { "Idempotency-Key": "bad-body-1" };
  const notJson = await api.post("/api/batches", "{prompt:", key);
  const tooLarge = await api.post("/api/batches", { prompt: "x".repeat(1_000_001) }, key);
  const asText = await api.post(
    "/api/batches",
    { prompt },
    { ...key, "Content-Type": "text/plain" },
  );

  expect([notJson.status(), tooLarge.status(), asText.status()]).toEqual([400, 413, 415]);
});

test("a missing or malformed Idempotency-Key is named", async ({ request, studio }) => {
  const api = createStudioApi(request, studio.url);
  const missing = await api.post("/api/batches", { prompt });
  const malformed = await api.press({ prompt }, "short");
  for (const response of [missing, malformed]) {
    expect(response.status()).toBe(422);
    expect((await response.json()).error.field).toBe("Idempotency-Key");
  }
});

test("an unknown id is 404, in whatever form it comes", async ({ request, studio }) => {
  const ids = [
    "01a203a9-2ab5-721a-845c-aacf15e552fa",
    "1",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "x".repeat(5_000),
  ];
  const paths = ids.flatMap((id) => [
    `generations/${id}`,
    `images/${id}`,
    `images/${id}/original`,
    `attempts/${id}/partial`,
  ]);
  for (const path of [...paths, "nothing/here"]) {
    const response = await request.get(`${studio.url}/api/${path}`);
    expect([400, 404], path.slice(0, 60)).toContain(response.status());
  }
});

test("a wrong cursor or limit is named; a stale cursor of the events starts the reader anew", async ({
  request,
  studio,
}) => {
  const field = async (path: string) => {
    const response = await request.get(`${studio.url}${path}`);
    expect(response.status()).toBe(422);
    return (await response.json()).error.field;
  };
  expect(await field("/api/images?before=yesterday")).toBe("before");
  expect(await field("/api/images?limit=0")).toBe("limit");
  expect(await field("/api/images?limit=1001")).toBe("limit");
  expect(await field("/api/generations?limit=many")).toBe("limit");
  expect(await field("/api/events?after=-1")).toBe("after");
  expect(await field("/api/events")).toBe("after");

  const [event] = await createStudioApi(request, studio.url).readEvents(
    9_999_999,
    ({ type }) => type === "reset",
  );
  expect(event?.type).toBe("reset");
});

test("text of every kind is kept as it was written", async ({ request, studio }) => {
  const api = createStudioApi(request, studio.url);
  for (const text of [
    "عربي ‮RTL",
    "👩‍👩‍👧 🦊",
    "\u001b[31mred\u001b[0m",
    "two\r\nlines",
    "x".repeat(32_000),
  ]) {
    const response = await api.press({ prompt: text, size: "64x64" });
    expect(response.status()).toBe(202);
    expect((await pressed(response)).prompt).toBe(text);
  }
});
