import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program in a folder to its end, whatever its exit code, and returns what it printed. */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  { cwd }: { cwd: string },
): Promise<string> {
  const child = spawn(program, parameters, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const end = () => child.kill();
  process.once("exit", end);
  await once(child, "close");
  process.off("exit", end);
  return output;
}
