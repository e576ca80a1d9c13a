import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import * as z from "zod";
import { controlPath } from "#lib/backup/snapshot/control-path.server.ts";
import { AppError } from "#lib/platform/errors.ts";

const answerSchema = z.object({ error: z.object({ message: z.string() }).optional() });

/**
 * Asks the studio that runs on a data folder to fill a snapshot's folder. Throws its own words when it cannot, and `conflict`
 * when nobody answers, saying `holder`: who has the folder.
 */
export async function askForSnapshot(
  dataDir: string,
  { id, holder }: { id: string; holder: string },
): Promise<void> {
  const { status, text } = await post(await controlPath(dataDir), `/snapshots/${id}`).catch(
    (cause) => {
      throw new AppError(
        "conflict",
        `${holder} It does not answer here: it may be starting, stopping, or another command. Try again in a moment, or when it has ended.`,
        { cause },
      );
    },
  );
  if (status === 200) return;

  const answer = answerSchema.safeParse(JSON.parse(text));
  const message = answer.data?.error?.message ?? "It gave no reason.";
  throw new AppError("unavailable", `The running studio could not copy its database. ${message}`);
}

/** Without a limit of time: a slow disk may take long to copy, and the connection ends when the studio does. */
async function post(socketPath: string, path: string): Promise<{ status: number; text: string }> {
  const sending = request({ socketPath, path, method: "POST" });
  const answering = once(sending, "response");
  sending.end();

  const [response]: IncomingMessage[] = await answering;
  if (!response) throw new Error("There was no response.");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") };
}
