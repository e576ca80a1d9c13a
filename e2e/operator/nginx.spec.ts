import { request as httpsRequest } from "node:https";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { imageOf, press } from "../fixtures/studio-screen.ts";
import { hasNginx, runNginx } from "./run-nginx.ts";

test.skip(!(await hasNginx()), "nginx is not installed here: apt-get install nginx");
test.use({ ignoreHTTPSErrors: true });

/** Reads an answer without an end; `next` waits for a piece that has these words. */
function follow(url: string) {
  let text = "";
  let look = () => {};
  const sent = httpsRequest(url, { rejectUnauthorized: false }, (response) => {
    response.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      look();
    });
  });
  sent.on("error", () => {}).end();
  return {
    has: (words: string) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (text.includes(words)) resolve();
        };
        look();
      }),
    close: () => sent.destroy(),
  };
}

test("behind the nginx of docs/reverse-proxies.md, with TLS and a port of its own, the page loads, a press is made and its events flow", async ({
  page,
  studio,
}) => {
  const nginx = await runNginx({ studioUrl: studio.url });
  const events = follow(`${nginx.url}/api/events?after=0`);
  try {
    await page.goto(nginx.url);
    await press(page, "a fox behind nginx");
    await expect(imageOf(page, "a fox behind nginx")).toBeVisible();
    // The stream has not ended: what it has told came through at once.
    await events.has("event: image-stored");
  } finally {
    events.close();
    await nginx.close();
  }
});

for (const [name, host, setting] of [
  ["without the Host", "", /ALLOWED_HOSTS=localhost:\d+\./],
  [
    "with $host, which loses the port",
    "proxy_set_header Host $host;",
    /ALLOWED_HOSTS=localhost:\d+\./,
  ],
] as const) {
  test(`behind an nginx ${name}, the refusal says what was seen and what mends it`, async ({
    request,
    studio,
  }) => {
    const change = (text: string) => text.replace("proxy_set_header Host $http_host;", host);
    const nginx = await runNginx({ studioUrl: studio.url, change });
    try {
      const response = await request.post(`${nginx.url}/api/pauses/resume`, {
        headers: { Origin: nginx.url },
      });
      const { error } = await response.json();
      expect({ status: response.status(), code: error.code }).toEqual({
        status: 403,
        code: "forbidden_origin",
      });
      expect(error.message).toContain(`"${nginx.url}"`);
      expect(error.message).toContain(host ? '"localhost"' : `"${new URL(studio.url).host}"`);
      expect(error.message).toMatch(setting);
    } finally {
      await nginx.close();
    }
  });
}
