import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import {
  type AttemptView,
  attemptViewSchema,
  type GenerationView,
} from "#lib/contract/generation-view.ts";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { createEventHub } from "#lib/events/event-hub.server.ts";
import { createEventWaker } from "#lib/events/event-waker.server.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { onlyGeneration, singleRequest } from "#lib/generation/batch/test-single.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { type Runner, startRunner } from "#lib/generation/run/runner.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";
import { createPartialStore } from "#lib/storage/spool/partial-store.server.ts";
import { createSpool } from "#lib/storage/spool/spool.server.ts";
import { identifySpoolFolder } from "#lib/storage/spool/spool-folder.server.ts";

/** The row that the first migration seeds, as the fake gateway serves it. */
const testGateway = {
  id: givenGatewayId,
  kind: "meshapi",
  name: "MeshAPI",
  paid: true,
  slots: 4,
  isEnabled: true,
  isDeleted: false,
} as const;

/** For a claim of it, by no key. */
export const freeGateways = [{ id: testGateway.id, keyId: null }];

/** A studio without its pages: the real parts, a folder of its own, and the fake gateway. */
export interface TestStudio {
  gateway: FakeGateway;
  engine: ImageEngine;
  context: RunContext;
  directory: string;
  start(): Promise<Runner>;
  /** Presses the button; a new key each time unless one is given. */
  submit(
    prompt: string,
    options?: { n?: number; key?: string; model?: string },
  ): Promise<GenerationView>;
  /** Resolves with the generation once an event of this type has been written. */
  until(type: string, generationId: string): Promise<GenerationView>;
  /** Resolves with what the first event of this type told of an attempt, and when, whatever has become of it since. */
  told(type: string, generationId: string): Promise<{ attempt: AttemptView; at: Date }>;
  /** Resolves with the generation once nothing of it is queued or running. */
  ended(generationId: string): Promise<GenerationView>;
  /** Resolves with the generation once an event of it was written after which this is so. */
  follow(
    generationId: string,
    isReached: (type: string, view: GenerationView) => boolean,
  ): Promise<GenerationView>;
  /** The bytes of a small picture. */
  image(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Builds one on an open, empty database, in a folder of its own unless one is given. */
export async function createTestStudio(
  database: Database,
  options: { directory?: string } = {},
): Promise<TestStudio> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "atelier-studio-")));
  const gateway = await startFakeGateway();
  const engine = createTestEngine(gateway, { fetchWaitsMs: [10, 10, 10] });
  const { client } = database;
  const context: RunContext = {
    client,
    blobStore: createDiskBlobStore({ directory: join(directory, "files") }),
    spool: createSpool({ directory: join(directory, "spool") }),
    folder: await identifySpoolFolder(directory),
    partials: createPartialStore({ directory: join(directory, "partials") }),
    engine: async () => engine,
    fetchImage: engine.fetchImage,
    gateways: async () => [{ ...testGateway, engine: await context.engine(testGateway.id) }],
    hasRoom: async () => true,
    spoolAgainMs: 200,
    hitFailpoint: () => {},
  };
  const waker = await createEventWaker(database);
  const hub = createEventHub({ client, waker });
  const runners: Runner[] = [];

  /** Looks only after the generation's own events of this type: each look takes the database from the runner. */
  const follow = async (
    generationId: string,
    isReached: (type: string, view: GenerationView) => boolean,
    onlyType?: string,
  ) => {
    const signal = AbortSignal.timeout(300_000);
    for await (const event of hub.follow({ userId, after: 0, signal })) {
      if (event === "reset" || (onlyType && event.type !== onlyType)) continue;
      if (!Buffer.from(event.frame).includes(generationId)) continue;
      const view = await getGeneration(client, { userId, id: generationId });
      if (isReached(event.type, view)) return view;
    }
    throw new Error("the events ended before what was waited for");
  };

  return {
    gateway,
    engine,
    context,
    directory,
    async start() {
      const runner = await startRunner({ context, database });
      runners.push(runner);
      return runner;
    },
    async submit(prompt, { n = 1, key = crypto.randomUUID(), ...given } = {}) {
      const { batch } = await createBatch(
        { client, gateways: await context.gateways(), hitFailpoint: context.hitFailpoint },
        {
          userId,
          idempotencyKey: key,
          request: singleRequest({ prompt, n, size: "256x256", ...given }),
        },
      );
      return onlyGeneration(batch);
    },
    follow,
    image: () =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } })
        .png()
        .toBuffer(),
    until: (type, generationId) => follow(generationId, () => true, type),
    async told(type, generationId) {
      await follow(generationId, () => true, type);
      const { data, createdAt } = await client.event.findFirstOrThrow({
        where: { type, data: { path: ["attempt", "generationId"], equals: generationId } },
        orderBy: { sequence: "asc" },
        select: { data: true, createdAt: true },
      });
      return { attempt: attemptViewSchema.parse(Object(data).attempt), at: createdAt };
    },
    ended: (generationId) =>
      follow(
        generationId,
        (_, view) => !["queued", "running"].includes(view.state),
        "generation-ended",
      ),
    async close() {
      for (const runner of runners) await runner.close({ graceMs: 10_000 });
      await waker.close();
      await gateway.close();
      if (!options.directory) await rm(directory, { recursive: true });
    },
  };
}
