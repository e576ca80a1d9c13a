import { mkdir, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type OpenedStudio, openStudio } from "#lib/backup/test-place.ts";
import type { Sample } from "#lib/backup/test-sample.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { repair } from "#lib/backup/verify/repair.server.ts";
import type { AttemptState } from "#lib/contract/attempt-state.ts";

export const dayMs = 24 * 60 * 60 * 1000;

/** What a verification finds. */
export async function verify(
  { place }: Sample,
  options: { quick: boolean } = { quick: false },
): Promise<Finding[]> {
  return (await inspect(place, options)).findings;
}

/** What a repair does about it. */
export function mend(findings: Finding[], { place }: Sample, backupDir: string | null = null) {
  return repair(findings, { place, backupDir });
}

/** Writes a file as if it had been a day ago: nothing in flight has to do with it. */
export async function writeOld(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  const before = new Date(Date.now() - dayMs);
  await utimes(path, before, before);
}

/** Changes the newest attempt as no studio would, and answers its id. */
export async function changeRows(
  { place }: Sample,
  data: { state?: AttemptState; sentAt?: Date; endedAt?: Date; leaseUntil?: Date },
  also?: (studio: OpenedStudio, id: string) => Promise<void>,
): Promise<string> {
  const studio = await openStudio(place);
  const { client } = studio.context;
  const { id } = await client.attempt.findFirstOrThrow({ orderBy: { position: "desc" } });
  await client.attempt.update({ where: { id }, data });
  await also?.(studio, id);
  await studio.close();
  return id;
}
