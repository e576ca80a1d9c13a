import compile from "icu-minify/compile";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { createWords } from "#messages/create-words.ts";
import { english as t } from "#messages/english.server.ts";

test("a message takes its values", () => {
  expect(t("models.use", { name: "Flux" })).toBe("Use “Flux”");
});

test("numbers and plurals are those of the language", () => {
  const messages = { ui: { close: compile("{n, plural, one {# Bild} other {# Bilder}}") } };
  const german = createWords("de", messages);
  expect(german("ui.close", { n: 1 })).toBe("1 Bild");
  expect(german("ui.close", { n: 1_200 })).toBe("1.200 Bilder");
});

test("an element stands where its tag does, around what the tag holds", () => {
  const words = createWords("en", { ui: { close: compile("Sent <b>now</b>.") } });
  const drawn = words.rich("ui.close", { b: (inside) => createElement("b", null, ...inside) });
  expect(renderToStaticMarkup(drawn)).toBe("Sent <b>now</b>.");
});

test("a key that was not brought stands for itself", () => {
  expect(createWords("en", {})("ui.close")).toBe("ui.close");
});
