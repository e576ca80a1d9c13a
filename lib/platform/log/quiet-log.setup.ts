import { afterEach, beforeEach } from "vitest";
import { openLog } from "./logger.server.ts";

/** Many tests cause faults on purpose: what the log says of them is of use only where a test fails. */
const lines: string[] = [];

openLog({ level: "error", destination: { write: (line) => void lines.push(line) } });

beforeEach(() => {
  lines.length = 0;
});

afterEach(({ task }) => {
  if (task.result?.state === "fail") process.stderr.write(lines.join(""));
});
