import type { FacetValue, ImageFacets } from "#lib/contract/library/find-answers.ts";
import { capCount, someFound } from "#lib/library/find/count-images.server.ts";
import { type FindOptions, toFindCondition } from "#lib/library/find/find-condition.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

type ListedFacet = "model" | "gateway" | "shape" | "size";

interface Row extends FacetValue {
  facet: ListedFacet | "all";
}

/** Values of one facet that are told. */
const valuesMax = 50;

/** What the pictures that a search finds have in common, counted: among the first of them where they are more than are counted. */
export async function listFacets(
  client: Pick<PrismaClient, "$queryRaw" | "gateway">,
  options: FindOptions,
): Promise<ImageFacets> {
  const found = someFound(await toFindCondition(client, options));
  // Pictures share their generations' models and their blobs' sizes: counted first, few rows are left to be named.
  const rows = await client.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (${found}),
    made AS (
      SELECT generation.model, gateway.name AS gateway, count(*) AS count
      FROM found JOIN "Generation" AS generation ON generation.id = found."generationId"
      JOIN "Gateway" AS gateway ON gateway.id = generation."gatewayId"
      GROUP BY 1, 2
    ), sized AS (
      SELECT blob.width, blob.height, count(*) AS count
      FROM found JOIN "Blob" AS blob ON blob.hash = found."blobHash" GROUP BY 1, 2
    )
    SELECT 'all' AS facet, '' AS value, count(*)::int AS count FROM found
    UNION ALL SELECT 'model', model, sum(count)::int FROM made WHERE model IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'gateway', gateway, sum(count)::int FROM made GROUP BY 2
    UNION ALL SELECT 'shape', search_shape(width, height), sum(count)::int FROM sized GROUP BY 2
    UNION ALL SELECT 'size', width || 'x' || height, sum(count)::int FROM sized GROUP BY 2
    ORDER BY count DESC, value`;

  const valuesOf = (facet: ListedFacet) =>
    rows.flatMap((row) => (row.facet === facet ? [{ value: row.value, count: row.count }] : []));
  return {
    ...capCount(rows.find(({ facet }) => facet === "all")?.count ?? 0),
    model: valuesOf("model").slice(0, valuesMax),
    gateway: valuesOf("gateway"),
    shape: valuesOf("shape"),
    size: valuesOf("size").slice(0, valuesMax),
  };
}
