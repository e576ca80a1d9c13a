import * as z from "zod";

/** Versions with a hole that is known and used, and the first that closed it. */
const closedSince: Record<string, readonly [number, number, number]> = {
  // Remote code execution in the image optimizer, closed in 16.3.3; what follows it is our floor.
  next: [16, 4, 6],
};

/** Releases that were taken over and must never be installed, whatever asks for them. */
const badReleases = new Set([
  "event-stream@3.3.6",
  "flatmap-stream@0.1.1",
  "ua-parser-js@0.7.29",
  "ua-parser-js@0.8.0",
  "ua-parser-js@1.0.0",
  "chalk@5.6.1",
  "debug@4.4.2",
  "ansi-styles@6.2.2",
  "strip-ansi@7.1.1",
  "color-convert@3.1.1",
  "color-name@2.0.1",
  "is-arrayish@0.3.3",
  "error-ex@1.3.3",
  "simple-swizzle@0.2.3",
  "supports-color@10.2.1",
]);

export const manifestSchema = z.object({
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

export const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optional: z.boolean().optional(),
      /** It comes within another package's file, whose integrity covers it. */
      inBundle: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Says what is wrong with what we depend on, a line each; none when the policy holds. */
export function findDependencyFaults(
  manifest: z.infer<typeof manifestSchema>,
  lock: z.infer<typeof lockSchema>,
): string[] {
  const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const inexact = direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));

  return [
    ...inexact.map(([name, version]) => `${name} is asked for as ${version}: pin one version.`),
    ...Object.entries(lock.packages)
      .filter(([folder]) => folder !== "")
      .flatMap(([folder, entry]) => {
        const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
        return findFaults(name, entry, manifest.allowScripts);
      }),
    ...Object.entries(lock.packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(lock, { folder, name }))
        .map((name) => `${name}, which ${folder} wants on some system, is not locked.`),
    ),
  ];
}

/** Whether the lock holds a package for whoever asks for it from `folder`, by Node's way of looking: outwards. */
function isLocked(
  { packages }: z.infer<typeof lockSchema>,
  { folder, name }: { folder: string; name: string },
): boolean {
  const inner = folder === "" ? "" : `${folder}/`;
  if (packages[`${inner}node_modules/${name}`]) return true;
  if (folder === "") return false;

  const parent = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1));
  return isLocked({ packages }, { folder: parent, name });
}

type LockEntry = z.infer<typeof lockSchema>["packages"][string];

function findFaults(
  name: string,
  entry: LockEntry,
  allowScripts: Record<string, boolean>,
): string[] {
  const { version = "", resolved, integrity, inBundle, hasInstallScript } = entry;
  const faults: string[] = [];
  const floor = closedSince[name];
  if (floor && isOlder(version, floor)) faults.push(`is older than ${floor.join(".")}`);
  if (badReleases.has(`${name}@${version}`)) faults.push("is a release known to be malicious");
  if (!integrity && !inBundle) faults.push("has no integrity in package-lock.json");
  // A lock file without addresses works with any registry; an address in it is one that nobody reviewed.
  if (resolved) faults.push(`comes from an address of its own, ${resolved}`);
  if (hasInstallScript && !isNamed(name, entry, allowScripts)) {
    faults.push("runs a script at install that allowScripts in package.json does not name");
  }
  return faults.map((fault) => `${name}@${version} ${fault}.`);
}

/** The packages of one program for several systems are one decision: naming ours names them all. */
function isNamed(
  name: string,
  { optional }: LockEntry,
  allowScripts: Record<string, boolean>,
): boolean {
  if (name in allowScripts) return true;
  const scope = name.slice(0, name.indexOf("/") + 1);
  return (
    optional === true && Object.keys(allowScripts).some((allowed) => allowed.startsWith(scope))
  );
}

function isOlder(version: string, floor: readonly [number, number, number]): boolean {
  const numbers = version.split(/[.-]/).slice(0, 3).map(Number);
  const at = floor.findIndex((least, index) => numbers[index] !== least);
  return at >= 0 && Number(numbers[at]) < Number(floor[at]);
}
