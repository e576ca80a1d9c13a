import { expect, test } from "vitest";
import { findDependencyFaults } from "./find-dependency-faults.ts";

const manifest = {
  allowScripts: { node: true, "@db/linux": true },
  dependencies: {},
  devDependencies: {},
};
const sound = { version: "1.0.0", integrity: "sha512-x" };

function faultsOf(name: string, entry: Record<string, unknown>): string[] {
  const packages = { "": {}, [`node_modules/${name}`]: { ...sound, ...entry } };
  return findDependencyFaults(manifest, { packages });
}

test("a package with an exact version, an integrity and no script passes", () => {
  expect(faultsOf("calm", {})).toEqual([]);
});

test.each(["16.3.9", "16.4.5", "15.9.9", "9.0.0"])("next %s is refused as too old", (version) => {
  expect(faultsOf("next", { version })).toEqual([`next@${version} is older than 16.4.6.`]);
});

test.each(["16.4.6", "16.5.0", "17.0.0"])("next %s is new enough", (version) => {
  expect(faultsOf("next", { version })).toEqual([]);
});

test("a release known to be malicious is refused, however deep it lies", () => {
  const [fault] = faultsOf("a/node_modules/chalk", { version: "5.6.1" });
  expect(fault).toContain("chalk@5.6.1 is a release known to be malicious");
});

test("a package from an address of its own is refused", () => {
  expect(faultsOf("odd", { resolved: "https://example.test/odd.tgz" })[0]).toContain(
    "example.test",
  );
});

test("a package without an integrity is refused", () => {
  expect(faultsOf("loose", { integrity: undefined })[0]).toContain("no integrity");
});

test("an install script must be named, once for all systems that a program comes for", () => {
  expect(faultsOf("sly", { hasInstallScript: true })[0]).toContain("allowScripts");
  expect(faultsOf("node", { hasInstallScript: true })).toEqual([]);
  expect(faultsOf("@db/darwin", { hasInstallScript: true, optional: true })).toEqual([]);
  expect(faultsOf("@db/other", { hasInstallScript: true })[0]).toContain("allowScripts");
});

test("a version range is refused", () => {
  const ranged = { ...manifest, dependencies: { loose: "^1.0.0" } };
  expect(findDependencyFaults(ranged, { packages: {} })[0]).toContain("pin one version");
});

test("a binary for another system that was left out of the lock is named", () => {
  const wants = { ...sound, optionalDependencies: { "@db/darwin": "1.0.0" } };
  const packages = { "": {}, "node_modules/a/node_modules/db": wants };
  expect(findDependencyFaults(manifest, { packages })[0]).toContain("@db/darwin");
  const locked = { ...packages, "node_modules/a/node_modules/@db/darwin": sound };
  expect(findDependencyFaults(manifest, { packages: locked })).toEqual([]);
});
