import type { MetadataRoute } from "next";
import { getWords } from "#app/words.server.ts";

const icons: MetadataRoute.Manifest["icons"] = [
  { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
  { src: "/icon-192.png", type: "image/png", sizes: "192x192" },
  { src: "/icon-512.png", type: "image/png", sizes: "512x512" },
  { src: "/icon-maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
];

/** What a browser needs to know to install the studio as an app. */
export async function GET(): Promise<Response> {
  const t = await getWords();
  const manifest: MetadataRoute.Manifest = {
    id: "/",
    name: "Atelier",
    short_name: "Atelier",
    description: t("app.description"),
    lang: t.language,
    start_url: "/",
    scope: "/",
    display: "standalone",
    // Only until the first page: from then on the page's own colour holds, light or dark.
    background_color: "#0f0f0f",
    theme_color: "#0f0f0f",
    icons,
    shortcuts: [
      { name: t("app.newPicture"), url: "/?write" },
      { name: t("app.gallery"), url: "/gallery" },
    ],
    share_target: {
      action: "/share",
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        url: "url",
        files: [{ name: "pictures", accept: ["image/*"] }],
      },
    },
  };
  return Response.json(manifest, {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "no-cache" },
  });
}
