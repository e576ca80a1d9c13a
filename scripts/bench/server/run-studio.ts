import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve as resolvePath } from "node:path";

export interface RunStudioOptions {
  dataDir: string;
  /** The folder of the studio that is served: this one, unless another version is. */
  folder?: string | undefined;
  gateway: { url: string; apiKey: string };
  /** Others than the defaults. */
  settings?: Record<string, string>;
}

export interface RunningStudio {
  url: string;
  pid: number;
  /** From the start of the process until it said that it is ready. */
  startMs: number;
  /** Ends it in order; its data stays. */
  stop(): Promise<void>;
}

/** Serves the built studio from this folder at any free port. Rejects with its output when it does not start. */
export async function runStudio({
  dataDir,
  folder = ".",
  gateway,
  settings = {},
}: RunStudioOptions): Promise<RunningStudio> {
  const startedAt = performance.now();
  const child = fork(resolvePath(folder, "scripts/serve.ts"), ["--settings", "none"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      DATA_DIR: dataDir,
      PORT: "0",
      MESHAPI_BASE_URL: gateway.url,
      MESHAPI_API_KEY: gateway.apiKey,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }

  const exited = once(child, "close");
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(new URL(Object(message).url).origin));
    exited.then(() => reject(new Error(`The studio did not start.\n${output}`)));
  });

  return {
    url,
    pid: child.pid ?? 0,
    startMs: performance.now() - startedAt,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
