import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { freemem, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readFreeMemory } from "./read-free-memory.server.ts";

const mb = 1024 * 1024;

/** What is free where the system's files are these. */
async function freeWith(files: Record<string, string>) {
  const root = await mkdtemp(join(tmpdir(), "atelier-root-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return readFreeMemory({ root });
}

test("a container's limit counts, less what is used and cannot be given up", async () => {
  const { shared } = await freeWith({
    "proc/self/cgroup": "0::/\n",
    "sys/fs/cgroup/memory.max": `${100 * mb}\n`,
    "sys/fs/cgroup/memory.current": `${70 * mb}\n`,
    "sys/fs/cgroup/memory.stat": `anon 1\ninactive_file ${20 * mb}\nactive_file 5\n`,
  });

  expect(shared).toBe(50 * mb);
});

test("of the groups above one another the narrowest counts", async () => {
  const { shared } = await freeWith({
    "proc/self/cgroup": "0::/pod/box\n",
    "sys/fs/cgroup/pod/memory.max": `${40 * mb}\n`,
    "sys/fs/cgroup/pod/memory.current": `${10 * mb}\n`,
    "sys/fs/cgroup/pod/box/memory.max": "max\n",
    "sys/fs/cgroup/pod/box/memory.current": `${10 * mb}\n`,
  });

  expect(shared).toBe(30 * mb);
});

test("the first version's groups count as well", async () => {
  const { shared } = await freeWith({
    "proc/self/cgroup": "5:cpu:/\n4:memory:/box\n0::/\n",
    "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
    "sys/fs/cgroup/memory/box/memory.limit_in_bytes": `${60 * mb}\n`,
    "sys/fs/cgroup/memory/box/memory.usage_in_bytes": `${25 * mb}\n`,
    "sys/fs/cgroup/memory/box/memory.stat": `total_inactive_file ${5 * mb}\n`,
  });

  expect(shared).toBe(40 * mb);
});

test("the process's own limits are told apart, since a child has them anew", async () => {
  const free = await freeWith({
    "proc/self/limits": `Max data size  ${90 * mb}  unlimited  bytes\nMax address space  unlimited  unlimited  bytes\n`,
    "proc/self/status": `VmSize:\t  900000 kB\nVmData:\t  ${30 * 1024} kB\n`,
  });

  expect(free).toMatchObject({ own: 60 * mb, ownLimit: 90 * mb });
});

test("without any limit it is what the machine has free", async () => {
  const before = freemem();
  const { shared, own } = await freeWith({});
  const after = freemem();

  // Others take memory, and give it back.
  expect(shared).toBeGreaterThan(Math.min(before, after) - 500 * mb);
  expect(shared).toBeLessThan(Math.max(before, after) + 500 * mb);
  expect(own).toBe(Number.POSITIVE_INFINITY);
});
