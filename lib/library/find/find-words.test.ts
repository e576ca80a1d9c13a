import { describe, expect, test } from "vitest";
import { find, writeImage } from "#lib/library/find/test-library.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("the words of a search", (open) => {
  describe.each([
    ["A café by the sea, 85mm", ["cafe", "CAFÉ", "sea caf", '"by the sea"', "85", "85mm"]],
    ["Маяк на скале в шторм", ["маяк", "МАЯК скал", '"на скале"']],
    ["一只戴着眼镜的猫在图书馆里看书", ["猫", "图书馆", "眼镜 书", '"图书馆里"', "书", "看书"]],
    ["桜の下の古い茶屋、浮世絵", ["茶屋", "浮世絵", "絵", "桜の下"]],
    ["비 내리는 서울의 골목", ["서울", "골목", "서울의 골목"]],
    ["แมวนอนบนเรือไม้ยามเย็น", ["แมว", "เรือ", "ยามเย็น"]],
    ["قارب خشبي في بحر هادئ", ["قارب", "بحر", '"خشبي في"']],
    ["חתול ישן על אדן החלון", ["חתול", "החלון"]],
    ["हिमालय की तलहटी में एक गाँव", ["हिमालय", "गाँव"]],
    ["Con mèo ngủ trên mái nhà 🐈", ["mèo", "meo", "🐈"]],
    ["Ｆｕｌｌ ｗｉｄｔｈ", ["full width"]],
    ["it's l’aube: don't/stop", ["l'aube", "it's", "don't", "stop"]],
    ["a 'quoted' back\\slash & | ! <-> :* (x)", ["quoted", "back\\slash", "!", "& | quoted"]],
  ])("%s", (prompt, lines) => {
    test.each(lines)("is found by %s", async (line) => {
      const database = await open();
      await writeImage(database, { prompt });
      await writeImage(database, { prompt: "something else" });
      // What has no letter asks for nothing.
      expect(await find(database, line === "!" ? `${line} quoted` : line)).toEqual([prompt]);
    });
  });

  test("wants every word, in a phrase in their order and whole, and none that stands behind a minus", async () => {
    const database = await open();
    for (const prompt of ["red fox", "fox in red snow", "the red foxes", "一只猫", "猫一只"]) {
      await writeImage(database, { prompt });
    }
    expect(await find(database, "red fox")).toEqual([
      "the red foxes",
      "fox in red snow",
      "red fox",
    ]);
    expect(await find(database, '"red fox"')).toEqual(["red fox"]);
    expect(await find(database, "fox -snow")).toEqual(["the red foxes", "red fox"]);
    expect(await find(database, 'red -"red fox" -foxes')).toEqual(["fox in red snow"]);
    expect(await find(database, "一只猫")).toEqual(["一只猫"]);
    expect(await find(database, "猫 -一只猫")).toEqual(["猫一只"]);
    expect(await find(database, "-red -猫")).toEqual([]);
    expect(await find(database, "re ed")).toEqual([]);
    expect(await find(database, "- fox …")).toHaveLength(3);
  });

  test("ask for each pair once, and for a single character by the pairs that begin with it", async () => {
    const { client } = await open();
    const [row] = await client.$queryRaw<object[]>`
      SELECT search_words('图书馆', true)::text AS several, search_words('馆', true)::text AS one`;
    expect(row).toEqual({ several: "'图书' <-> '书馆'", one: "'馆':*" });
  });
});
