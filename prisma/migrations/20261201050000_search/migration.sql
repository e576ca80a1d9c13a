-- AlterTable
ALTER TABLE "Image" ADD COLUMN     "search" tsvector;

-- What a picture is found by, and how that is asked for: docs/decisions/0036-search.md.

-- Words as they are compared: no case, no accents, no marks that are not seen.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(normalize(regexp_replace(normalize(words, NFKD),
    '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+', '', 'g'), NFKC))
$$;

-- The lexemes of a text, numbered. What is written without spaces (Han, kana, Thai and their like), hangul for its endings, and emoji
-- become pairs that overlap, and the last character of their run once more by itself ("isTail" where others come before it): so any
-- part of a run is found. Cut, so that the longest prompt costs milliseconds.
CREATE FUNCTION search_lexemes(words text)
RETURNS TABLE (lexeme text, place bigint, "isSingle" boolean, "isTail" boolean)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  paired CONSTANT text := '[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2600-\u27bf\u3005-\u3007\u3040-\u318f'
    '\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff]';
  -- What stands between words; no lexeme of a word has any of it, and the facets' have a colon.
  between CONSTANT text := '[\u0001-\u002f\u003a-\u0060\u007b-\u00b4\u00b6-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05c0'
    '\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u1361-\u1368\u2000-\u206f\u20a0-\u25ff\u27c0-\u2bff'
    '\u2e00-\u2e7f\u3000-\u3004\u3008-\u303f\ufe10-\ufe6f\uff00-\uff65]+';
BEGIN
  RETURN QUERY
  SELECT left(piece || coalesce(next, ''), 60), row_number() OVER (ORDER BY at, nth),
    next IS NULL AND char_length(piece) = 1 AND piece ~ paired, next IS NULL AND nth > 1
  FROM (
    SELECT run.at, cut.nth, cut.piece, lead(cut.piece) OVER (PARTITION BY run.at ORDER BY cut.nth) AS next
    FROM regexp_split_to_table(
        regexp_replace(search_fold(left(words, 4000)), '(' || paired || '+)', ' \1 ', 'g'), between
      ) WITH ORDINALITY AS run (words, at),
      unnest(CASE WHEN run.words ~ paired THEN string_to_array(run.words, NULL) ELSE ARRAY[run.words] END)
        WITH ORDINALITY AS cut (piece, nth)
    WHERE run.words <> ''
  ) AS pieces
  ORDER BY at, nth;
END $$;

-- What finds these words where they stand side by side; the last one, unless it is exact, by its start. Without a word it finds nothing.
CREATE FUNCTION search_words(words text, exact boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(
    CASE WHEN before IS NULL THEN '' ELSE ' <' || place - before || '> ' END || '''' || lexeme || ''''
      || CASE WHEN "isSingle" OR (NOT exact AND after IS NULL AND char_length(lexeme) > 1) THEN ':*' ELSE '' END,
    '' ORDER BY place), '')::tsquery
  FROM (
    SELECT *, lag(place) OVER (ORDER BY place) AS before, lead(place) OVER (ORDER BY place) AS after
    FROM search_lexemes(words) WHERE NOT "isTail"
  ) AS one
$$;

-- The lexeme of a facet's value, as "model:gpt-image-1"; null without one.
CREATE FUNCTION search_facet(facet text, value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT facet || ':' || lower(left(value, 200))
$$;

-- What finds that value.
CREATE FUNCTION search_value(facet text, value text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('''' || replace(replace(search_facet(facet, value), '\', '\\'), '''', '''''') || '''')::tsquery
$$;

-- The shape of a picture of so many pixels: nearly as high as wide it is square, at least twice as wide as high a panorama.
CREATE FUNCTION search_shape(width integer, height integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN width >= 2 * height THEN 'panorama'
    WHEN width > 1.05 * height THEN 'landscape'
    WHEN height > 1.05 * width THEN 'portrait'
    ELSE 'square'
  END
$$;

-- Words and facets of a picture in one document, so that any of them together are one question to one index.
CREATE FUNCTION image_search(image "Image") RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
DECLARE
  words text;
  facets text[];
BEGIN
  SELECT concat_ws(E'\n', generation.prompt, image."revisedPrompt"),
    ARRAY[
      search_facet('model', generation.model),
      search_facet('model', substring(generation.model FROM '/([^/]+)$')),
      search_facet('gateway', generation."gatewayId"::text),
      search_facet('seed', attempt.seed::text),
      search_facet('seed', image.delivered ->> 'seed'),
      search_facet('size', blob.width || 'x' || blob.height),
      search_facet('shape', search_shape(blob.width, blob.height)),
      search_facet('verb', CASE
        WHEN EXISTS (SELECT FROM "Input" WHERE "generationId" = generation.id) THEN 'edit' ELSE 'generate' END)
    ]
  INTO words, facets
  FROM "Generation" AS generation, "Attempt" AS attempt, "Blob" AS blob
  WHERE generation.id = image."generationId" AND attempt.id = image."attemptId" AND blob.hash = image."blobHash";

  RETURN array_to_tsvector(array_remove(facets, NULL)) || coalesce(
    (SELECT string_agg('''' || lexeme || ''':' || place, ' ') FROM search_lexemes(words)), '')::tsvector;
END $$;

-- A picture that was paid for is kept, whatever its words do to this.
CREATE FUNCTION write_image_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A restored row brings its own: what goes into its generation is there after it.
  IF TG_OP = 'UPDATE' OR NEW.search IS NULL THEN NEW.search := image_search(NEW); END IF;
  RETURN NEW;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the image % is not found by its words: %', NEW.id, SQLERRM;
  NEW.search := NULL;
  RETURN NEW;
END $$;

UPDATE "Image" AS image SET search = image_search(image);

CREATE TRIGGER "Image_search" BEFORE INSERT OR UPDATE OF "revisedPrompt", "generationId", "attemptId", "blobHash", delivered
ON "Image" FOR EACH ROW EXECUTE FUNCTION write_image_search();

-- Written at once: a list of what is to be written yet would be read by every search, and its turn would come in the midst of a press.
CREATE INDEX "Image_search_idx" ON "Image" USING GIN ("search") WITH (fastupdate = off);

-- The embedded database analyses in its own process, and without figures of lexemes every question takes the index.
ALTER TABLE "Image" ALTER COLUMN search SET STATISTICS 0;
