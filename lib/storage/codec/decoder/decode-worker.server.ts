/**
 * The process that decodes one large picture: `decode-apart.server.ts` starts it, gives it the picture by the standard input,
 * and reads a line of JSON and the pixels from the standard output.
 */
import { writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { decodeImage } from "#lib/storage/codec/decoder/decode-image.server.ts";

volunteerForTheKernel();
// They are meant for the studio, which waits for its pictures: a terminal and systemd send them to every process of the group.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const [, , kind, edge] = process.argv;

try {
  const bytes = await buffer(process.stdin);
  const { data, ...facts } = await decodeImage(bytes, {
    isAnimation: kind === "animation",
    edge: edge ? Number(edge) : undefined,
  });
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  process.stdout.write(data);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ error: message })}\n`);
}

/** If memory runs out after all, the kernel ends this process and not the studio. */
function volunteerForTheKernel(): void {
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // Another system than Linux, or one that does not allow it: it chooses by itself.
  }
}
