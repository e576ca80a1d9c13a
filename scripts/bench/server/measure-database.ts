import { v7 as uuidv7 } from "uuid";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import type { Figure } from "../report/figure.ts";

const times = 15;
const queuedMax = 10_000;

/** What people wait for in a library of so many images, in ms each time; the claims come last, for they change it. */
export async function measureDatabase({ client }: Database): Promise<Figure[]> {
  const [newest] = await listImages(client, { userId, limit: 1 });
  const [oldest] = await client.image.findMany({
    where: { userId },
    orderBy: { id: "asc" },
    take: 1,
    select: { createdAt: true },
  });
  const span = Date.now() - (oldest?.createdAt.getTime() ?? 0);
  const middle = uuidv7({ msecs: Date.now() - span / 2 });
  const [deep] = await listImages(client, { userId, before: middle, limit: 1 });

  return [
    await measure("gallery, newest page", () => listImages(client, { userId })),
    await measure("gallery, page in the middle", () =>
      listImages(client, { userId, before: middle }),
    ),
    await measure("feed, newest page", () => listGenerations(client, { userId })),
    await measure("favourites, newest page", () =>
      listImages(client, { userId, list: "favorites" }),
    ),
    await measure("image with neighbours, newest", () =>
      getImage(client, { userId, id: newest?.id ?? "" }),
    ),
    await measure("image with neighbours, middle", () =>
      getImage(client, { userId, id: deep?.id ?? "" }),
    ),
    await measure("trash, newest page", () =>
      client.image.findMany({
        where: { userId, deletedAt: { not: null } },
        orderBy: { id: "desc" },
        take: 100,
      }),
    ),
    await measureNoFavorites(client),
    await measureClaims(client),
  ];
}

/** The worst of lists: all would be looked through for what is not there. */
async function measureNoFavorites(client: Database["client"]): Promise<Figure> {
  await client.$executeRaw`UPDATE "Image" SET "favoritedAt" = NULL WHERE "favoritedAt" IS NOT NULL`;
  return measure("favourites, none marked", () =>
    listImages(client, { userId, list: "favorites" }),
  );
}

async function measureClaims(client: Database["client"]): Promise<Figure> {
  await client.$executeRaw`
    UPDATE "Attempt" SET state = 'queued'
    WHERE id IN (SELECT id FROM "Attempt" ORDER BY id DESC LIMIT ${queuedMax}::int)`;
  const gateways = [givenGatewayId, localGatewayId].map((id) => ({ id, keyId: null }));
  return measure(`claim among ${queuedMax} queued, or all`, () =>
    claimAttempt(client, { owner: "bench", gateways }),
  );
}

async function measure(name: string, run: () => Promise<unknown>): Promise<Figure> {
  const values: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    await run();
    values.push(performance.now() - startedAt);
  }
  return { name, unit: "ms", values };
}
