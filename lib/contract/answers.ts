import * as z from "zod";
import { batchViewSchema } from "#lib/contract/batch-view.ts";
import { feedSnapshotSchema } from "#lib/contract/feed-snapshot.ts";
import { gatewayViewSchema } from "#lib/contract/gateway-view.ts";
import { generationViewSchema } from "#lib/contract/generation-view.ts";
import { healthViewSchema } from "#lib/contract/health-view.ts";
import { imageDetailSchema } from "#lib/contract/image-detail.ts";
import { imageViewSchema } from "#lib/contract/image-view.ts";
import { uploadViewSchema } from "#lib/contract/input/upload-view.ts";
import {
  imageCountSchema,
  imageFacetsSchema,
  imageMonthsSchema,
} from "#lib/contract/library/find-answers.ts";
import { imageLineageSchema } from "#lib/contract/library/image-lineage.ts";
import { imageTileSchema } from "#lib/contract/library/image-tile.ts";
import { ownModelsSchema } from "#lib/contract/model/own-model.ts";
import { modelOfferSchema } from "#lib/contract/model-offer.ts";
import { pauseViewSchema } from "#lib/contract/pause-view.ts";
import { queueViewSchema } from "#lib/contract/queue-view.ts";
import { settingsViewSchema } from "#lib/contract/settings-view.ts";
import { purgedImageSchema } from "#lib/contract/studio-event.ts";
import { connectionReportSchema } from "#lib/engine/connection-report.ts";

/** The newest event that what an answer tells of is sure to contain: by it a browser knows whether it has later news. */
const told = { sequence: z.int() };

const batchSchema = z.strictObject({ batch: batchViewSchema, ...told });
const generationSchema = z.strictObject({ generation: generationViewSchema, ...told });
const imageSchema = z.strictObject({ image: imageViewSchema, ...told });
/** The list as it then is: a change of one may name or move others. */
const gatewaysSchema = z.strictObject({ gateways: z.array(gatewayViewSchema) });
const settingsSchema = z.strictObject({ settings: settingsViewSchema });

/**
 * What each endpoint answers when it did what it was asked: the handlers, the browser's client and the tests read this one table.
 * Those that send bytes, or the stream of events, are not in it; a refusal is an `errorAnswerSchema` everywhere.
 */
export const answerSchemas = {
  /** New, or the same press once more: what events have told of it since is later news. */
  "POST /api/batches": z.strictObject({ batch: batchViewSchema }),
  "DELETE /api/batches/:id": z.strictObject(told),
  "POST /api/batches/:id/hang-up": batchSchema,
  "POST /api/batches/:id/restore": batchSchema,
  "POST /api/batches/:id/retry": batchSchema,
  "POST /api/batches/:id/stop": batchSchema,
  "POST /api/blobs": z.strictObject({ upload: uploadViewSchema }),
  "GET /api/gateways": gatewaysSchema,
  "POST /api/gateways": gatewaysSchema,
  "PUT /api/gateways/order": gatewaysSchema,
  "PATCH /api/gateways/:id": gatewaysSchema,
  "DELETE /api/gateways/:id": gatewaysSchema,
  "POST /api/gateways/test": connectionReportSchema,
  "POST /api/gateways/:id/test": connectionReportSchema,
  "GET /api/generations": feedSnapshotSchema,
  "GET /api/generations/:id": generationSchema,
  /** The queue as it then is. */
  "POST /api/generations/:id/move": queueViewSchema,
  "POST /api/generations/:id/save": generationSchema,
  "POST /api/generations/:id/settle": generationSchema,
  "GET /api/health": healthViewSchema,
  "GET /api/images": z.strictObject({
    /** Newest first. */
    images: z.array(imageTileSchema),
    ...told,
  }),
  "POST /api/images/change": z.strictObject({
    /** Those that were not so already, as they are now. */
    images: z.array(imageTileSchema),
    /** Where the next page of the list begins; null at its end. */
    next: z.uuid().nullable(),
    ...told,
  }),
  "POST /api/images/purge": z.strictObject({
    /** Those that were in the trash: events tell that they are gone. */
    images: z.array(purgedImageSchema),
    /** Where the next page of the list begins; null at its end. */
    next: z.uuid().nullable(),
  }),
  "GET /api/images/count": imageCountSchema,
  "GET /api/images/facets": imageFacetsSchema,
  "GET /api/images/months": imageMonthsSchema,
  "GET /api/images/:id": imageDetailSchema.extend(told),
  "GET /api/images/:id/lineage": imageLineageSchema.extend(told),
  "PATCH /api/images/:id": imageSchema,
  "DELETE /api/images/:id": imageSchema,
  "POST /api/images/:id/restore": imageSchema,
  "GET /api/models": z.strictObject({ offers: z.array(modelOfferSchema) }),
  "GET /api/models/own": ownModelsSchema,
  "PUT /api/models/own": ownModelsSchema,
  "POST /api/pauses/resume": z.strictObject({ pauses: z.array(pauseViewSchema) }),
  "GET /api/queue": queueViewSchema,
  /** The queue as it then is; how many attempts were stopped, and how many of them were sent already and may be billed. */
  "POST /api/queue/stop": queueViewSchema.extend({ stopped: z.int(), sent: z.int() }),
  /** The key that a browser subscribes with, in base64url. */
  "GET /api/push": z.strictObject({ publicKey: z.string() }),
  "POST /api/push/devices": z.strictObject({ deviceId: z.uuid() }),
  "DELETE /api/push/devices/:id": z.strictObject({}),
  "GET /api/settings": settingsSchema,
};

/** A method and an address, in which `:id` stands for an id. */
export type Endpoint = keyof typeof answerSchemas;

export type Answer<Name extends Endpoint> = z.infer<(typeof answerSchemas)[Name]>;
