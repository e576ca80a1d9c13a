/** What people write, in their scripts; each generation has one of them and a number. */
export const prompts = [
  "A lighthouse on a cliff in a storm, oil on canvas",
  "Macro photograph of a dew drop on a fern, morning light",
  "Isometric cutaway of a bakery, warm colours, tiny people",
  "Portrait of an old fisherman, 85 mm, film grain",
  "Product shot of a glass teapot on white, softbox",
  "Ein Fuchs im verschneiten Wald, Aquarell",
  "Une ruelle de Lisbonne à l’aube, gouache",
  "Un gato con sombrero leyendo el periódico",
  "Маяк на скале в шторм, масло",
  "Зимний лес на рассвете, акварель",
  "Ένα ψαροχώρι στο ηλιοβασίλεμα",
  "一只戴着眼镜的猫在图书馆里看书",
  "黄山云海，水墨画",
  "桜の下の古い茶屋、浮世絵",
  "夜の東京、雨に濡れた路地",
  "비 내리는 서울의 골목, 수채화",
  "قارب خشبي في بحر هادئ عند الغروب",
  "חתול ישן על אדן החלון",
  "हिमालय की तलहटी में एक गाँव",
  "แมวนอนบนเรือไม้ยามเย็น",
  "Con mèo ngủ trên mái nhà 🐈",
  "Logo for a coffee roastery, single line, no text",
  "Seamless pattern of lemons and leaves, 1950s print",
  "Astronaut planting a tree on the moon 🌱, wide angle",
] as const;

/** The models that are asked for in turn; null leaves the choice to the engine. */
export const models = [
  "openai/gpt-image-1",
  "google/gemini-2.5-flash-image",
  "black-forest-labs/flux-1.1-pro",
  null,
] as const;
