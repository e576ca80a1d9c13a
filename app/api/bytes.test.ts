import { beforeAll, expect, test } from "vitest";
import { GET as getAnswer } from "#app/api/attempts/[id]/answer/route.ts";
import { GET as getPartial } from "#app/api/attempts/[id]/partial/route.ts";
import { GET as getImage } from "#app/api/images/[id]/[variant]/route.ts";
import { ownRequest, type Sent } from "#app/api/test-request.ts";
import { makeRows } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { Services } from "#lib/services/services.server.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";

const hash = "0".repeat(64);
const bytes = Buffer.from("bytes");

let services: Services;

beforeAll(async () => {
  const studio = await openTestServices();
  services = studio.services;
  await services.blobStore.put(blobKey(hash, "image/png"), bytes);
  for (const edge of ["640", "320"] as const) {
    await services.blobStore.put(thumbnailKey(hash, edge), bytes);
  }
  return studio.close;
});

/** A picture, a partial and an answer, of the owner's or of somebody else's. */
async function build(owner?: string) {
  const { database, partials } = services;
  const { attemptId, imageId } = await makeRows(database.client, owner);
  await partials.put(attemptId, bytes);
  await database.client.answer.create({
    data: { attemptId, contentType: "text/html", bytes, isWhole: true },
    select: { attemptId: true },
  });

  const image = (variant: string, sent: Sent = {}) =>
    getImage(ownRequest("GET", sent), { params: Promise.resolve({ id: imageId, variant }) });
  const params = Promise.resolve({ id: attemptId });
  return {
    image,
    answer: () => getAnswer(ownRequest("GET"), { params }),
    partial: () => getPartial(ownRequest("GET"), { params }),
    nameAnswer: (contentType: string | null) =>
      database.client.answer.updateMany({ data: { contentType } }),
  };
}

test("bytes are never a page, and of no use to another site", async () => {
  const { image, answer, partial } = await build(localOwnerId);
  const responses = [await image("original"), await image("320"), await answer(), await partial()];

  for (const response of responses) {
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(await response.text()).toBe("bytes");
  }
});

test("bytes of somebody else's are not there, though their files are", async () => {
  const { image, answer, partial } = await build();
  const responses = [await image("original"), await image("640"), await answer(), await partial()];

  expect(responses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test("a picture is kept by browsers, each size of it by its own tag; what changes is not", async () => {
  const { image, answer, partial } = await build(localOwnerId);
  const [original, large, small] = [
    await image("original"),
    await image("640"),
    await image("320"),
  ].map(({ headers }) => headers);
  const tag = original?.get("etag") ?? "";

  expect(original?.get("cache-control")).toBe("private, max-age=31536000, immutable");
  expect(original?.get("content-type")).toBe("image/png");
  expect(small?.get("content-type")).toBe("image/webp");
  expect(new Set([tag, large?.get("etag"), small?.get("etag")]).size).toBe(3);
  expect((await image("original", { headers: { "if-none-match": tag } })).status).toBe(304);
  expect((await image("original", { headers: { "if-none-match": `"x", W/${tag}` } })).status).toBe(
    304,
  );
  expect((await image("original", { headers: { "if-none-match": "*" } })).status).toBe(304);
  expect((await image("640", { headers: { "if-none-match": tag } })).status).toBe(200);
  for (const response of [await answer(), await partial()]) {
    expect(response.headers.get("cache-control")).toBe("no-store");
  }
});

test("a part of a picture is given where a part of this very picture is asked for", async () => {
  const { image } = await build(localOwnerId);
  const tag = (await image("original")).headers.get("etag") ?? "";
  const ask = async (headers: Record<string, string>) => {
    const answer = await image("original", { headers });
    const { status } = answer;
    const told = ["content-range", "content-length", "accept-ranges"];
    return [status, await answer.text(), ...told.map((name) => answer.headers.get(name))];
  };

  expect(await ask({})).toEqual([200, "bytes", null, "5", "bytes"]);
  expect(await ask({ range: "bytes=1-2" })).toEqual([206, "yt", "bytes 1-2/5", "2", "bytes"]);
  expect(await ask({ range: "bytes=-2" })).toEqual([206, "es", "bytes 3-4/5", "2", "bytes"]);
  const ofThese = { range: "bytes=3-", "if-range": tag };
  expect(await ask(ofThese)).toEqual([206, "es", "bytes 3-4/5", "2", "bytes"]);
  const ofOthers = { range: "bytes=3-", "if-range": '"another"' };
  expect(await ask(ofOthers)).toEqual([200, "bytes", null, "5", "bytes"]);
  expect(await ask({ range: "bytes=5-" })).toEqual([416, "", "bytes */5", null, "bytes"]);
});

test("a picture is shown, and offered as a file where that is asked", async () => {
  const { image } = await build(localOwnerId);
  const shown = await image("original");
  const offered = await image("original", { query: "?download" });

  expect(shown.headers.get("content-disposition")).toMatch(/^inline; filename=/);
  expect(offered.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
});

test("what a stranger sent is saved and never shown, under no name that would run", async () => {
  const { answer, nameAnswer } = await build(localOwnerId);
  const names: Record<string, string | undefined> = {};
  for (const type of [
    "text/html; charset=utf-8",
    "IMAGE/SVG+XML",
    "application/xhtml+xml",
    "text/javascript",
    "application/javascript",
    "application/x-msdownload",
    "application/problem+json",
    "application/json; charset=utf-8",
    "image/png",
    '"../x.html"',
  ]) {
    await nameAnswer(type);
    const { headers } = await answer();
    expect(headers.get("content-type")).toBe("application/octet-stream");
    names[type] = headers
      .get("content-disposition")
      ?.match(/^attachment; filename="answer-[0-9a-f-]+\.(\w+)"$/)?.[1];
  }
  await nameAnswer(null);

  expect(names).toEqual({
    "text/html; charset=utf-8": "txt",
    "IMAGE/SVG+XML": "txt",
    "application/xhtml+xml": "txt",
    "text/javascript": "txt",
    "application/javascript": "bin",
    "application/x-msdownload": "bin",
    "application/problem+json": "json",
    "application/json; charset=utf-8": "json",
    "image/png": "png",
    '"../x.html"': "bin",
  });
  expect((await answer()).headers.get("content-disposition")).toMatch(/\.bin"$/);
});
