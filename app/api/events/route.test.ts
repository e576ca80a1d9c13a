import { expect, test } from "vitest";
import { GET } from "#app/api/events/route.ts";
import { startTestServices } from "#app/api/test-services.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import type { Services } from "#lib/services/services.server.ts";

const write = ({ database }: Services, ...words: string[]) =>
  database.client.$transaction((transaction) =>
    appendEvents(transaction, {
      userId,
      events: words.map((word) => ({ type: "generation-deleted", generationId: word })),
    }),
  );

/** A request to follow, and what ends it as a browser does that goes. */
async function follow({ query = "?after=0", headers = {} } = {}) {
  const going = new AbortController();
  const request = new Request(`http://localhost/api/events${query}`, {
    headers: { host: "localhost", ...headers },
    signal: going.signal,
  });
  const response = await GET(request, { params: Promise.resolve({}) });
  return { response, go: () => going.abort() };
}

/** Reads until a text has come. */
async function readUntil(response: Response, text: string): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let read = "";
  while (reader && !read.includes(text)) {
    const next = await reader.read();
    if (next.done) break;
    read += next.value;
  }
  return read;
}

test("the stream replays from the cursor, where Last-Event-ID wins, and follows", async () => {
  const services = await startTestServices();
  await write(services, "one", "two", "three");
  const { response } = await follow({ headers: { "last-event-id": "1" } });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const reading = readUntil(response, "four");
  await write(services, "four");
  expect(await reading).toBe(
    `: open\n\n${["two", "three", "four"]
      .map(
        (word, index) =>
          `id: ${index + 2}\nevent: generation-deleted\ndata: {"generationId":"${word}"}\n\n`,
      )
      .join("")}`,
  );
});

test("a cursor that cannot be continued from is answered with a reset, and the stream ends", async () => {
  await startTestServices();
  const { response } = await follow({ query: "?after=9" });
  expect(await response.text()).toBe(": open\n\nevent: reset\ndata: {}\n\n");
});

test.each([
  ["EVENT_STREAMS_PER_USER_MAX", 429, "too_many_streams"],
  ["EVENT_STREAMS_MAX", 503, "unavailable"],
])(
  "over %s the answer is %i before a stream opens, with the remedy",
  async (setting, status, code) => {
    const services = await startTestServices({ [setting]: "1" });
    const first = await follow();
    const refused = await follow();
    expect(refused.response.status).toBe(status);
    expect(await refused.response.json()).toEqual({
      error: { code, message: expect.stringContaining(setting) },
    });

    first.go();
    const second = await follow();
    expect(second.response.status).toBe(200);
    await second.response.body?.cancel();
    expect(services.events.readers()).toBe(0);
  },
);

test("whoever goes is counted no more: before the first event, between two, or when the request was over before", async () => {
  const services = await startTestServices();
  const { response, go } = await follow();
  expect(services.events.readers()).toBe(1);
  const reading = readUntil(response, "one");
  await write(services, "one");
  await reading;
  go();
  expect(services.events.readers()).toBe(0);
});

test("streams end when the studio stops, and whoever comes then gets 503", async () => {
  const services = await startTestServices();
  const { response } = await follow();
  const reading = response.text();
  await services.close();
  expect(await reading).toBe(": open\n\n");
  expect((await follow()).response.status).toBe(503);
});
