import { describe, expect, test } from "vitest";
import { findImages } from "#lib/meshapi/document/find-images.ts";

const requestUrl = "https://gateway.example/v1/images/generations";
const address = "https://cdn.example/abc?sig=1";
const other = "https://cdn.example/def?sig=1";

const urlsIn = (json: unknown) => findImages(json, { requestUrl }).items.map(({ url }) => url);

const names = [
  "upscaled_image",
  "edited_image",
  "processed_image",
  "new_image_url",
  "image_list",
  "img_list",
  "image_link",
  "image_hd",
  "image_1",
  "imageUri1",
  "secure_url",
  "content_url",
  "png_url",
  "pic_url",
  "photo_url",
  "photo",
  "render_image",
  "image_address",
];

describe("an address without an ending is a picture's", () => {
  test.each(names)("in %s", (name) => {
    expect(urlsIn({ [name]: address })).toEqual([address]);
    expect(urlsIn({ output: { [name]: [address] } })).toEqual([address]);
  });

  test.each([
    [{ original: address }],
    [{ status: "done", generated: [address] }],
    [{ data: { final: { link: address } } }],
    [{ choices: [{ message: { content: `Here is your image: ${address}` } }] }],
    [{ choices: [{ message: { content: `[Download image](${address})` } }] }],
    [
      {
        choices: [
          { message: { content: `Done.\n\`\`\`json\n{"image_url":"${address}"}\n\`\`\`` } },
        ],
      },
    ],
    [{ messages: [{ role: "assistant", content: `![fox](${address})` }] }],
    [{ messages: [{ role: "user", content: "A fox" }, { images: [{ url: address }] }] }],
  ])("where it is the only one: %j", (json) => {
    expect(urlsIn(json)).toEqual([address]);
  });
});

describe("no picture's is", () => {
  test.each([
    [{ message: "See our help.", docs: "https://help.example" }],
    [{ documentation_url: "https://help.example/images" }],
    [{ status_url: "https://queue.example/1", cancel_url: "https://queue.example/1/cancel" }],
    [{ id: "1", callback: "https://hook.example/1" }],
    [{ input: { image_url: address } }],
    [{ original_image: address }],
    [{ image_prompt: address, mask_image: other }],
    [{ error: { message: `See ${address}` } }],
    [{ first: address, second: other }],
    [{ choices: [{ message: { content: "No picture today. See https://help.example/terms" } }] }],
    [
      {
        messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: address } }] }],
      },
    ],
    [{ image_page_url: "https://host.example/view/1", html_image_link: address }],
    [{ image_id: "7", image_hash: "0f".repeat(32), image_model: "flux/dev" }],
  ])("%j", (json) => {
    expect(urlsIn(json)).toEqual([]);
  });
});
