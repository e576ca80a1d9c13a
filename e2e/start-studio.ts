import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A studio of a test's own: a process, a port and a data folder. */
export interface Studio {
  url: string;
  dataDir: string;
  /** Everything it has printed. */
  output(): string;
  /** Ends it in order: resolves when what was in flight is done. */
  stop(): Promise<void>;
  /** Starts it after it has ended, on the same data and port; `root` is where another build of it lies. */
  start(root?: string): Promise<void>;
  /** Ends it in order and starts it again. Also after `kill`. */
  restart(): Promise<void>;
  /** Ends it as a crash would, with no chance to tidy up. */
  kill(): Promise<void>;
  /** Ends it in order, and removes its data. */
  close(): Promise<void>;
}

const builtRoot = path.join(import.meta.dirname, "..");

/** Starts the built studio with these settings and no others. Rejects with its output when it does not start. */
export async function startStudio(settings: Record<string, string> = {}): Promise<Studio> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "atelier-e2e-"));
  let output = "";
  let process = await start({ port: "0", root: builtRoot });

  async function start({ port, root }: { port: string; root: string }) {
    const child = fork("scripts/serve.ts", ["--settings", "none"], {
      cwd: root,
      env: {
        NODE_ENV: "production",
        PATH: globalThis.process.env["PATH"],
        ...settings,
        DATA_DIR: dataDir,
        PORT: port,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }

    const exited = once(child, "close");
    const ready = new Promise<string>((resolve, reject) => {
      child.once("message", (message) => resolve(new URL(Object(message).url).origin));
      exited.then(() => reject(new Error(`The studio did not start.\n${output}`)));
    });
    return { child, exited, url: await ready };
  }

  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    process.child.kill(signal);
    await process.exited;
  }

  async function startAgain(root = builtRoot): Promise<void> {
    process = await start({ port: new URL(process.url).port, root });
  }

  return {
    url: process.url,
    dataDir,
    output: () => output,
    stop: () => end("SIGTERM"),
    start: startAgain,
    kill: () => end("SIGKILL"),
    async restart() {
      await end("SIGTERM");
      await startAgain();
    },
    async close() {
      await end("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
