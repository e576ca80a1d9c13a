/** Who may import whom. `scripts/check/find-import-violations.test.ts` seeds each rule with a violation and sees it bite. */

/** Tests, and what several of them share. */
const test = ["\\.test\\.tsx?$", "/test-[^/]+\\.ts$"];
const ours = "^(app|components|lib|messages|prisma|scripts)/";

const services = "^lib/services/";

/** From the lowest to the highest; those of one row stand side by side. */
const layers = [
  ["^lib/platform/"],
  ["^lib/meshapi/", "^lib/storage/", "^lib/painter/"],
  ["^lib/engine/"],
  ["^lib/contract/"],
  ["^lib/(events|settings|account)/"],
  ["^lib/images/"],
  ["^lib/generation/"],
  ["^lib/(library|push)/"],
  ["^lib/(health|backup)/"],
  [services],
  ["^app/"],
];

/** Tests wire real adapters and real databases, and so may look upwards. */
const layerRules = layers.slice(0, -1).map((layer, index) => ({
  name: "layers",
  severity: "error",
  from: { path: layer, pathNot: test },
  to: { path: layers.slice(index + 1).flat() },
}));

const rules = [
  { name: "no-cycles", from: {}, to: { circular: true } },
  { name: "app-is-the-top", from: { pathNot: "^app/" }, to: { path: "^app/" } },
  { name: "lib-is-below-components", from: { path: "^lib/" }, to: { path: "^components/" } },
  {
    name: "browser-sees-no-server-file",
    from: { path: "^components/", pathNot: test },
    to: { path: ["\\.server\\.ts$", "^lib/meshapi/client\\.ts$", "^prisma/"], reachable: true },
  },
  {
    name: "browser-shares-the-contract",
    comment: "and the port, the reader of an address, and three small things without a noun.",
    from: { path: "^components/", pathNot: test },
    to: {
      path: "^lib/",
      pathNot: [
        "^lib/contract/",
        "^lib/engine/[^/]+\\.ts$",
        "^lib/meshapi/transport/read-base-url\\.ts$",
        "^lib/platform/(cn|text/cut-text|http/event-ping)\\.ts$",
      ],
    },
  },
  {
    name: "ui-knows-no-domain",
    from: { path: "^components/ui/" },
    to: {
      path: ["^lib/", "^components/"],
      pathNot: ["^lib/platform/cn\\.ts$", "^components/(ui|words)/"],
    },
  },
  {
    name: "screens-do-not-share",
    from: { path: "^components/([^/]+)/", pathNot: "^components/ui/" },
    to: {
      path: "^components/",
      pathNot: "^components/($1|ui|words|layout|image|data|queue|notify)/",
    },
  },
  {
    name: "words-stand-alone",
    from: { path: ["^messages/", "^components/words/"], pathNot: test },
    to: { path: ours, pathNot: "^(messages|components/words)/" },
  },
  {
    name: "meshapi-stands-alone",
    from: { path: "^lib/meshapi/", pathNot: test },
    to: { path: ours, pathNot: "^lib/meshapi/" },
  },
  {
    name: "painter-stands-alone",
    from: { path: "^lib/painter/", pathNot: test },
    to: { path: ours, pathNot: "^lib/painter/" },
  },
  {
    name: "adapters-stand-alone",
    from: { path: "^lib/engine/([^/]+)/", pathNot: test },
    to: {
      path: "^lib/",
      pathNot: ["^lib/engine/$1/", "^lib/engine/[^/]+\\.ts$", "^lib/(meshapi|painter|platform)/"],
    },
  },
  {
    name: "adapters-stand-alone",
    from: { path: "^lib/storage/", pathNot: test },
    to: { path: "^lib/", pathNot: "^lib/(storage|meshapi|platform)/" },
  },
  {
    name: "ports-only",
    from: { path: "^lib/(images|generation|library)/", pathNot: test },
    to: {
      path: [
        "^lib/engine/[^/]+/",
        "^lib/painter/",
        "^lib/storage/disk/",
        "^lib/storage/s3/",
        services,
      ],
    },
  },
  {
    name: "one-wiring-place",
    from: { pathNot: ["^(app|scripts)/", "^(instrumentation|worker)\\.ts$", services, ...test] },
    to: { path: services },
  },
  {
    name: "one-database-door",
    from: {
      pathNot: [
        "^lib/(platform/database|events|settings|account|images|generation|library)/",
        "^prisma/client/",
      ],
    },
    to: { path: "^prisma/client/" },
  },
  {
    name: "e2e-is-a-user",
    comment: "It imports no code of ours,",
    from: { path: "^e2e/" },
    to: { path: ours, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "e2e-is-a-user",
    comment: "only the types of the contract and of requests;",
    from: { path: "^e2e/" },
    to: {
      path: ours,
      pathNot: ["^lib/contract/", "^lib/(engine|meshapi)/[^/]+-(request|parameters)\\.ts$"],
    },
  },
  {
    name: "e2e-is-a-user",
    comment: "the fake gateway imports nothing of ours at all;",
    from: { path: "^e2e/fake-gateway/" },
    to: { path: [ours, "^e2e/"], pathNot: "^e2e/fake-gateway/" },
  },
  {
    name: "e2e-is-a-user",
    comment: "and only tests, measurements, crashes and real gateways import the fake one.",
    from: { pathNot: ["^e2e/", "^scripts/(bench|crash|portkey|screenshots)/", ...test] },
    to: { path: "^e2e/" },
  },
  {
    name: "e2e-is-a-user",
    comment:
      "Unit tests import nothing else of the browser tests than what stands in for others' services; measurements and pictures of the screens share their browser.",
    from: { pathNot: ["^e2e/", "^scripts/(bench|screenshots)/"] },
    to: { path: "^e2e/", pathNot: "^e2e/fake-(gateway|push-service)/" },
  },
];

module.exports = {
  forbidden: [...layerRules, ...rules.map((rule) => ({ severity: "error", ...rule }))],
  options: {
    // Type imports bind as much as others.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^prisma/client/"] },
    exclude: { path: ["^node_modules", "^\\.next"] },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json"] },
  },
};
