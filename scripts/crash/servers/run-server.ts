import { fork } from "node:child_process";

export interface ServerOptions {
  port: number;
  /** Its environment, and nothing else. */
  settings: Readonly<Record<string, string>>;
  /** As `storing:2`; null: it does not crash by itself. */
  crashAt: string | null;
  /** Where it keeps the journal of its disk; null: nowhere. */
  journal: string | null;
}

/** How a server ended: by a signal, or by itself with a code. */
export interface ServerEnd {
  at: number;
  signal: NodeJS.Signals | null;
  code: number | null;
}

export interface RunningServer {
  pid: number;
  startedAt: number;
  /** True once it serves; false when it ended before. */
  ready: Promise<boolean>;
  ended: Promise<ServerEnd>;
  /** Whether it ended before it was sent SIGKILL: at its failpoint, if that is how it ended. */
  hasReached(): boolean;
  send(signal: "SIGKILL" | "SIGTERM" | "SIGSTOP" | "SIGCONT"): void;
  /** What it printed last. */
  output(): string;
}

/** Kept of what a server prints. */
const outputMax = 64 * 1024;

/** Starts a studio of this folder's build. */
export function runServer({ port, settings, crashAt, journal }: ServerOptions): RunningServer {
  const child = fork(
    "scripts/crash/serve-crashing.ts",
    [...(crashAt ? ["--crash-at", crashAt] : []), ...(journal ? ["--journal", journal] : [])],
    {
      env: {
        NODE_ENV: "production",
        PATH: process.env["PATH"],
        PORT: String(port),
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-outputMax);
    });
  }

  let isKilled = false;
  const ended = new Promise<ServerEnd>((resolve) => {
    child.once("exit", (code, signal) => resolve({ at: Date.now(), signal, code }));
  });
  const said = new Promise<boolean>((resolve) => child.once("message", () => resolve(true)));
  return {
    pid: child.pid ?? 0,
    startedAt: Date.now(),
    ready: Promise.race([said, ended.then(() => false)]),
    ended,
    hasReached: () => !isKilled,
    send(signal) {
      // False when it is gone already.
      if (child.exitCode === null && child.signalCode === null) {
        isKilled = child.kill(signal) && signal === "SIGKILL";
      }
    },
    output: () => output,
  };
}
