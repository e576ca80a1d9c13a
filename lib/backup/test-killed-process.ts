import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a function of ours in a process of its own, which kills itself, as a power cut would, the first time that it is told of a step.
 * Answers the signal that ended it.
 */
export async function runAndKillAt(
  step: string,
  { file, name, options }: { file: string; name: string; options: object },
): Promise<NodeJS.Signals | null> {
  const script = `
    const { ${name} } = await import(${JSON.stringify(new URL(file, import.meta.url))});
    const tell = (step) => step === ${JSON.stringify(step)} && process.kill(process.pid, "SIGKILL");
    await ${name}({ ...${JSON.stringify(options)}, tell });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [, signal]: [number | null, NodeJS.Signals | null] = await once(child, "exit").then(
    ([code, by]) => [code, by],
  );
  return signal;
}
