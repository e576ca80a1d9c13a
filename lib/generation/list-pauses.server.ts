import { type PauseView, pauseCodeSchema } from "#lib/generation/pause-view.ts";
import type { Prisma, Transaction } from "#lib/platform/database/database.server.ts";

/** What is read of a pause's row; `toPauseView` makes the view of it. */
const pauseSelect = { code: true, message: true, until: true } satisfies Prisma.PauseSelect;

/** What holds a user's queue up now, oldest first. One whose time is over holds nothing up any more. */
export async function listPauses(
  client: Pick<Transaction, "pause">,
  userId: string,
): Promise<PauseView[]> {
  const records = await client.pause.findMany({
    where: { userId, OR: [{ until: null }, { until: { gt: new Date() } }] },
    orderBy: [{ createdAt: "asc" }, { subject: "asc" }],
    select: pauseSelect,
  });
  return records.map(toPauseView);
}

function toPauseView(record: Prisma.PauseGetPayload<{ select: typeof pauseSelect }>): PauseView {
  return {
    code: pauseCodeSchema.parse(record.code),
    message: record.message,
    until: record.until?.toISOString() ?? null,
  };
}
