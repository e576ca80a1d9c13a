import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { bring, chooseModel, makePicture, namesIn } from "./make-picture.ts";

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const picker = "Add reference pictures";

test("pictures that are picked, dropped and pasted go to the gateway in their order, and again with Run again", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const red = await makePicture("red.png", "red");
  const green = await makePicture("green.png", "green");
  const blue = await makePicture("blue.png", "blue");
  await page.goto("/");
  await page.getByLabel(picker).setInputFiles(red);
  await expect.poll(() => namesIn(page)).toEqual(["red.png"]);
  await expect
    .poll(async () => {
      await bring(page, "drop", [green]);
      return (await namesIn(page)).length;
    })
    .toBeGreaterThan(1);
  await bring(page, "paste", [blue]);
  await expect.poll(async () => (await namesIn(page)).at(-1)).toBe("blue.png");
  const names = await namesIn(page);

  await press(page, `a fox ${mark}`);
  await expect(imageOf(page, `a fox ${mark}`)).toBeVisible();
  const bytes = { "red.png": red, "green.png": green, "blue.png": blue };
  const expected = names.map((name) =>
    hashOf(Object.entries(bytes).find(([own]) => own === name)?.[1].buffer ?? Buffer.alloc(0)),
  );
  expect(chargesOf(gateway, mark)[0]?.references).toEqual(expected);

  const card = cardOf(page, `a fox ${mark}`);
  await expect(card.getByRole("list", { name: "References" }).getByRole("listitem")).toHaveCount(
    names.length,
  );
  await card.getByRole("button", { name: "Run again" }).click();
  await expect.poll(() => chargesOf(gateway, mark).length).toBe(2);
  expect(chargesOf(gateway, mark)[1]?.references).toEqual(expected);
});

test("a picture of the feed is used as a reference by its button, and by dragging it", async ({
  page,
  gateway,
}) => {
  const [first, second] = [newGate(), newGate()];
  await page.goto("/");
  await press(page, `a fox ${first}`);
  await expect(imageOf(page, `a fox ${first}`)).toBeVisible();
  await imageOf(page, `a fox ${first}`).hover();
  await cardOf(page, `a fox ${first}`).getByRole("button", { name: "Use as reference" }).click();
  await expect.poll(() => namesIn(page)).toEqual([`a fox ${first}`]);
  await imageOf(page, `a fox ${first}`).dragTo(page.getByLabel("Prompt"));
  await expect.poll(() => namesIn(page)).toEqual([`a fox ${first}`, `a fox ${first}`]);

  await press(page, `an owl ${second}`);
  await expect(imageOf(page, `an owl ${second}`)).toBeVisible();
  const [made] = chargesOf(gateway, first);
  expect(chargesOf(gateway, second)[0]?.references).toEqual([made?.hashes[0], made?.hashes[0]]);
});

test("a picture's page, and the gallery, send it to the tray, and the page tells what went into it", async ({
  page,
}) => {
  const mark = newGate();
  await page.goto("/");
  await page.getByLabel(picker).setInputFiles(await makePicture("pink.png", "pink"));
  await expect.poll(() => namesIn(page)).toEqual(["pink.png"]);
  await press(page, `a fox ${mark}`);
  await imageOf(page, `a fox ${mark}`).click();
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("list", { name: "References" }).getByRole("img")).toHaveCount(1);

  await details.getByRole("link", { name: "Use as reference" }).click();
  await expect.poll(() => namesIn(page)).toEqual(["pink.png", `a fox ${mark}`]);
  await expect(page).toHaveURL(/\/$/);

  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByRole("img", { name: mark }) });
  await tile.hover();
  await tile.getByRole("button", { name: "Use as reference" }).click();
  await expect.poll(() => namesIn(page)).toEqual(["pink.png", `a fox ${mark}`, `a fox ${mark}`]);
});

test("a model that takes none is named, what is in the tray is not sent, and comes back with one that does", async ({
  page,
  gateway,
}) => {
  const [without, withOne] = [newGate(), newGate()];
  await page.goto("/");
  await page.getByLabel(picker).setInputFiles(await makePicture("red.png", "red"));
  await expect.poll(() => namesIn(page)).toEqual(["red.png"]);
  await chooseModel(page, /Imagen/);
  await expect(page.getByText("Imagen 3 takes no references")).toBeVisible();
  await expect(page.getByLabel(picker)).toHaveCount(0);
  await press(page, `a fox ${without}`);
  await expect(imageOf(page, `a fox ${without}`)).toBeVisible();
  expect(chargesOf(gateway, without)[0]?.references).toEqual([]);

  await page.getByRole("button", { name: "Use GPT Image 1" }).click();
  await expect(page.getByText("takes no references")).toHaveCount(0);
  await press(page, `an owl ${withOne}`);
  await expect(imageOf(page, `an owl ${withOne}`)).toBeVisible();
  expect(chargesOf(gateway, withOne)[0]?.references).toHaveLength(1);
});

test("a photograph from a camera goes upright, and without where it was taken", async ({
  page,
  gateway,
  studio,
}) => {
  const mark = newGate();
  const sharp = (await import("sharp")).default;
  const buffer = await sharp({ create: { width: 80, height: 40, channels: 3, background: "teal" } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .toBuffer();
  await page.goto("/");
  await page
    .getByLabel(picker)
    .setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer });
  await expect.poll(() => namesIn(page)).toEqual(["photo.jpg"]);
  await press(page, `a fox ${mark}`);
  await expect(imageOf(page, `a fox ${mark}`)).toBeVisible();
  const [hash = ""] = chargesOf(gateway, mark)[0]?.references ?? [];
  const sent = await readFile(`${studio.dataDir}/files/${hash.slice(0, 2)}/${hash}.jpg`);
  const metadata = await sharp(sent).metadata();
  expect([metadata.width, metadata.height, metadata.exif]).toEqual([40, 80, undefined]);
});
