import { spawn } from "node:child_process";
import { once } from "node:events";

export interface CommandOptions {
  env?: Record<string, string>;
  /** Collects what the command prints instead of showing it. */
  quiet?: boolean;
}

/**
 * Runs a program on our Node, as `["node_modules/next/dist/bin/next", "build"]`, and waits for it. When this
 * process is asked to stop, or loses its parent, the program ends too and so does this process.
 */
export async function runCommand(
  parameters: readonly string[],
  { env = {}, quiet = false }: CommandOptions = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, parameters, {
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }

  const end = () => {
    child.kill();
    process.exit(130);
  };
  process.on("message", end).on("disconnect", end);
  try {
    const [code]: [number | null] = await once(child, "close").then(([first]) => [first]);
    return { code: code ?? 1, output };
  } finally {
    process.off("message", end).off("disconnect", end);
  }
}
