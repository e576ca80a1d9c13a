import { once } from "node:events";
import { chmod, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { validate } from "uuid";
import { controlPath } from "#lib/backup/snapshot/control-path.server.ts";
import { fillSnapshot } from "#lib/backup/snapshot/fill-snapshot.server.ts";
import { snapshotPath } from "#lib/backup/snapshot/snapshot-folder.server.ts";
import type { DatabaseFolder } from "#lib/platform/database/database.server.ts";
import { statusOf } from "#lib/platform/error-codes.ts";
import { AppError, isAppError } from "#lib/platform/errors.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";

/** The studio's door for commands of the same user on the same machine. */
export interface Control {
  /** Lets what was asked for finish, and closes the door. */
  close(): Promise<void>;
}

interface ControlOptions {
  dataDir: string;
  /** Null for a PostgreSQL: it is read beside its server, and nothing needs to be asked. */
  folder: DatabaseFolder | null;
}

/**
 * Answers `POST /snapshots/<id>` on a Unix socket that no browser can reach: fills the folder of that name with the database
 * and the spool as they are at one moment. Needs the data folder's lock. When the socket cannot be made
 * the studio runs without, and a backup says so.
 */
export async function openControl({ dataDir, folder }: ControlOptions): Promise<Control> {
  if (!folder) return { close: async () => {} };

  const server = createServer(answerSnapshots({ dataDir, folder }));
  try {
    await listen(server, await controlPath(dataDir));
  } catch (error) {
    log("warn", "no backup while the studio runs", { error: describeError(error) });
    return { close: async () => {} };
  }

  return {
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** What a killed process left at the path is nobody's: the lock is ours. */
async function listen(server: Server, path: string): Promise<void> {
  await rm(path, { force: true });
  server.listen(path);
  await once(server, "listening");
  await chmod(path, 0o600);
}

function answerSnapshots({
  dataDir,
  folder,
}: {
  dataDir: string;
  folder: DatabaseFolder;
}): RequestListener {
  const translate = translateStorageErrors(dataDir);

  return async (request, response) => {
    response.setHeader("Content-Type", "application/json").setHeader("Connection", "close");
    try {
      const snapshotDir = await findSnapshotFolder(dataDir, request);
      await translate(() => folder.hold(() => fillSnapshot({ dataDir, snapshotDir })));
      response.end("{}");
    } catch (error) {
      log("warn", "snapshot not made", { error: describeError(error) });
      const { code, message } = isAppError(error)
        ? error
        : new AppError("internal", "The studio could not copy its database.");
      response.statusCode = statusOf(code);
      response.end(JSON.stringify({ error: { code, message } }));
    }
  };
}

/** Whoever asks has made the folder, and holds its lock, so that it is swept when they die. */
async function findSnapshotFolder(
  dataDir: string,
  { method, url = "" }: IncomingMessage,
): Promise<string> {
  const id = url.replace("/snapshots/", "");
  const isKnown = method === "POST" && validate(id);
  const path = join(/* turbopackIgnore: true */ snapshotPath(dataDir), id);
  if (isKnown && (await stat(path).catch(() => null))?.isDirectory()) return path;

  throw new AppError("not_found", "The studio knows no such snapshot.");
}
