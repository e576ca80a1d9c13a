import { afterEach, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const ask = (status: number, location: string) => play([], { status, headers: { location } });

test.each([
  "https://bucket.s3.amazonaws.com/out/abc?X-Amz-Algorithm=AWS4&X-Amz-Signature=1",
  "https://storage.googleapis.com/out/abc?X-Goog-Signature=1&X-Goog-Expires=60",
  "https://account.blob.core.windows.net/out/abc?sv=2024&se=2026-12-01&sr=b&sig=a%2Bb",
  "https://cdn.cloudfront.net/abc?Expires=1&Signature=a~b&Key-Pair-Id=K1",
  "https://bucket.oss-cn-beijing.aliyuncs.com/abc?x-oss-signature=1",
  "https://bucket.cos.ap-beijing.myqcloud.com/abc?q-signature=1",
])("moved to a file with a signature it is the picture: %s", async (location) => {
  for (const status of [301, 302]) {
    expect(await ask(status, location)).toMatchObject({
      images: [{ image: location }],
      error: null,
    });
  }
});

test.each([
  "https://other.example/v1/images/generations?sig=1",
  "https://login.example/saml?SAMLRequest=1&Signature=1",
  "https://login.example/start?state=signature",
])("moved elsewhere nothing was made: %s", async (location) => {
  expect(await ask(302, location)).toMatchObject({ images: [], error: { status: 302 } });
});
