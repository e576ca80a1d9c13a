import { expect, test } from "vitest";
import { gatewaySite } from "#components/queue/gateway/gateway-site.ts";

test.each([
  ["https://api.meshapi.ai", "https://meshapi.ai"],
  ["https://meshapi.ai/v1", "https://meshapi.ai"],
  ["https://notmeshapi.ai", "https://notmeshapi.ai"],
  ["http://10.0.0.7:4000/v1", "http://10.0.0.7:4000"],
])("the site of %s is %s", (baseUrl, site) => {
  expect(gatewaySite(baseUrl)).toBe(site);
});
