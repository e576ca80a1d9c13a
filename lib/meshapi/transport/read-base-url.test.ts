import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

describe("an address is used as it is given, once it names a version or an API", () => {
  test.each([
    ["https://h/v1", "https://h/v1"],
    ["https://h/v1/", "https://h/v1"],
    ["https://h/v1///", "https://h/v1"],
    ["https://h//v1", "https://h/v1"],
    ["https://proxy.example/https://h/v1", "https://proxy.example/https://h/v1"],
    ["https://h/v4", "https://h/v4"],
    ["https://h/V1", "https://h/V1"],
    ["https://open.bigmodel.cn/api/paas/v4", "https://open.bigmodel.cn/api/paas/v4"],
    ["https://ark.cn-beijing.volces.com/api/v3", "https://ark.cn-beijing.volces.com/api/v3"],
    ["https://h/openai", "https://h/openai"],
    ["https://h/v1beta/openai/", "https://h/v1beta/openai"],
    ["https://h/v1p1beta1", "https://h/v1p1beta1"],
    ["https://h/openai/deployments/x", "https://h/openai/deployments/x"],
    ["https://h/openai/deployments/models", "https://h/openai/deployments/models"],
    [
      "https://gateway.ai.cloudflare.com/v1/account/mine/openai",
      "https://gateway.ai.cloudflare.com/v1/account/mine/openai",
    ],
    [
      "https://dashscope.aliyuncs.com/compatible-mode/v1",
      "https://dashscope.aliyuncs.com/compatible-mode/v1",
    ],
  ])("%s", (text, baseUrl) => {
    expect(readBaseUrl(text)).toMatchObject({ ok: true, baseUrl });
  });
});

describe("/v1 is added to a bare host and to a plain prefix", () => {
  test.each([
    ["https://api.meshapi.ai", "https://api.meshapi.ai/v1"],
    ["HTTPS://API.MeshAPI.ai/", "https://api.meshapi.ai/v1"],
    ["http://localhost:8080", "http://localhost:8080/v1"],
    ["http://[::1]:8080/", "http://[::1]:8080/v1"],
    ["https://h:443/gateway", "https://h/gateway/v1"],
    ["https://openrouter.ai/api", "https://openrouter.ai/api/v1"],
    ["https://bücher.example", "https://xn--bcher-kva.example/v1"],
    ["https://h/vision", "https://h/vision/v1"],
    ["https://h/my-openai", "https://h/my-openai/v1"],
  ])("%s", (text, baseUrl) => {
    expect(readBaseUrl(text)).toMatchObject({ ok: true, baseUrl, origin: new URL(baseUrl).origin });
  });
});

describe("a pasted endpoint is cut back", () => {
  test.each([
    ["https://h/v1/images/models", "https://h/v1"],
    ["https://api.minimaxi.com/v1/image_generation", "https://api.minimaxi.com/v1"],
    ["https://h/v1/image-generation/", "https://h/v1"],
    ["https://h/image_edits", "https://h/v1"],
    ["https://h/v1/text2image", "https://h/v1"],
    ["https://h/v1/text-to-image", "https://h/v1"],
    ["https://h/v1/images/generate", "https://h/v1"],
    ["https://h/v1/video_generation", "https://h/v1"],
    ["https://h/v1/text/chatcompletion_v2", "https://h/v1"],
    ["http://h:7860/sdapi/v1/txt2img", "http://h:7860/sdapi/v1"],
    ["http://h:7860/sdapi/v1/img2img", "http://h:7860/sdapi/v1"],
    ["https://ark.example/api/v3/contents/generations/tasks", "https://ark.example/api/v3"],
    [
      "https://dashscope.example/api/v1/services/aigc/text2image/image-synthesis",
      "https://dashscope.example/api/v1",
    ],
    [
      "https://dashscope.example/api/v1/services/aigc/multimodal-generation/generation",
      "https://dashscope.example/api/v1",
    ],
    [
      "https://h/openai/deployments/image_generation",
      "https://h/openai/deployments/image_generation",
    ],
    ["https://h/v1/images/generations", "https://h/v1"],
    ["https://h/v1/images/generations/", "https://h/v1"],
    ["https://h/api/v3/images/edits", "https://h/api/v3"],
    ["https://h/v1/chat/completions", "https://h/v1"],
    ["https://h/v1/models", "https://h/v1"],
    ["https://h/images/generations", "https://h/v1"],
    ["https://h/gateway/models", "https://h/gateway/v1"],
    ["https://h/v1/messages", "https://h/v1"],
    ["https://h/v1/audio/speech", "https://h/v1"],
    ["https://h/v1/image/generations", "https://h/v1"],
    ["https://h/v1/models/flux", "https://h/v1"],
    ["https://h//v1", "https://h/v1"],
    ['"https://h/v1"', "https://h/v1"],
  ])("%s", (text, baseUrl) => {
    expect(readBaseUrl(text)).toMatchObject({ ok: true, baseUrl });
  });

  test("and keeps its query", () => {
    expect(
      readBaseUrl(
        "https://a.example/openai/deployments/x/images/generations?api-version=2025-04-01",
      ),
    ).toEqual({
      ok: true,
      baseUrl: "https://a.example/openai/deployments/x",
      query: "api-version=2025-04-01",
      origin: "https://a.example",
      endpoint: "https://a.example/openai/deployments/x/images/generations?api-version=2025-04-01",
    });
  });
});

test("which models a list is to show is no part of the address", () => {
  expect(readBaseUrl("https://h/v1/models?type=image&a=1")).toMatchObject({
    baseUrl: "https://h/v1",
    query: "a=1",
  });
});

test("what a paste brings with it does no harm", () => {
  expect(readBaseUrl(" \u200bhttps://h/v1\ufeff\n")).toMatchObject({
    ok: true,
    baseUrl: "https://h/v1",
  });
  expect(readBaseUrl("https://h/v1?#")).toMatchObject({ ok: true, query: "" });
});

describe("what is no address is told with its remedy", () => {
  test.each([
    ["", /Enter the gateway's address/],
    ["  ", /Enter the gateway's address/],
    ["api.meshapi.ai", /in front of the address, as https:\/\/api\.meshapi\.ai\./],
    ["//api.meshapi.ai/v1", /as https:\/\/api\.meshapi\.ai\/v1\./],
    ["localhost:8080/v1", /as http:\/\/localhost:8080\/v1\./],
    ["192.168.1.2:8080", /as http:\/\/192\.168\.1\.2:8080\./],
    ["[::1]:8080", /as http:\/\/\[::1\]:8080\./],
    ["ftp://h", /begins with https:\/\/ or http:\/\/, and not with ftp:/],
    ["file:///etc", /and not with file:/],
    ["javascript:alert(1)", /begins with https/],
    ["https://", /no web address/],
    ["https://h:99999", /no web address/],
    ["https://user:secret@h", /Leave the user and the password out/],
    ["https://user@h", /Leave the user and the password out/],
    ["user:secret@h", /begins with https/],
    ["OPENAI_BASE_URL=https://h/v1", /the address alone, as https:\/\/h\/v1\./],
    ['export OPENAI_BASE_URL="https://h/v1"', /the address alone, as https:\/\/h\/v1\./],
    ["base_url: https://h/v1", /the address alone, as https:\/\/h\/v1\./],
    ["URL=https://user:secret@h/v1", /begins with https/],
    ["https//h/v1", /as https:\/\/h\/v1\./],
    ["http/h:8080", /as http:\/\/h:8080\./],
    ["https;//h/v1", /as https:\/\/h\/v1\./],
    ["https//user:secret@h", /begins with https/],
    ["https://h/v1#images", /Leave out the #/],
    ["https://h/my gateway", /no spaces/],
    ["https://h.openai.azure.com/openai/deployments", /deployments\/NAME/],
    ["https://h/openai/Deployments/", /deployments\/NAME/],
    ["https://h/\nv1", /no spaces or line breaks/],
    ["https://h/\0", /no spaces/],
    ["https://h/\ud800", /broken character/],
    [`https://h/${"x".repeat(2_000)}`, /2,000 characters at most/],
  ])("%j", (text, message) => {
    const read = readBaseUrl(text);

    expect(read).toEqual({ ok: false, message: expect.stringMatching(message) });
    expect(JSON.stringify(read)).not.toContain("secret");
  });
});

test("what was read reads the same again, and nothing makes it throw", () => {
  const parts = fc.array(
    fc.constantFrom("/", "v1", "v4", "openai", "models", "images", "x", "?a=1", "deployments"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        parts.map((all) => `https://h/${all.join("")}`),
      ),
      (text) => {
        const read = readBaseUrl(text);
        if (!read.ok) return;
        const again = readBaseUrl(`${read.baseUrl}${read.query && `?${read.query}`}`);
        expect(again).toEqual(read);
        expect(readBaseUrl(read.endpoint)).toEqual(read);
      },
    ),
  );
});
