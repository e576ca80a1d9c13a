import { expect, test } from "vitest";
import { describeAddress } from "#lib/gateways/connection/describe-address.ts";

const meshapiHosts = ["mesh.lan:8080"];

test.each([
  ["https://api.meshapi.ai/v1", { kind: "meshapi", name: "MeshAPI" }],
  ["http://localai:8080", { kind: "openai", name: "localai:8080" }],
  ["http://mesh.lan:8080/v1", { kind: "meshapi", name: "MeshAPI" }],
  ["http://127.0.0.1:8080", { kind: "openai", name: "Local gateway" }],
  ["http://[::1]:8080", { kind: "openai", name: "Local gateway" }],
  ["http://localhost", { kind: "openai", name: "Local gateway" }],
  ["not an address", { kind: "openai", name: "not an address" }],
  ["https://api.meshapi.ai.example", { kind: "openai", name: "api.meshapi.ai.example" }],
])("a gateway at %s is called by its name", (baseUrl, said) => {
  expect(describeAddress(baseUrl, { meshapiHosts })).toEqual(said);
});
