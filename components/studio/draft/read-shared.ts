/**
 * What another app shared, as the manifest's share target brings it in the address. An app tells a link in the text, in the address, or in
 * both; each thing is taken once.
 */
export function readShared(query: URLSearchParams): string {
  const told = ["title", "text", "url"].map((name) => query.get(name)?.trim() ?? "");
  const lines = told.filter(
    (line, at) =>
      line !== "" &&
      !told.some(
        (other, place) => place !== at && (other === line ? place < at : other.includes(line)),
      ),
  );
  return lines.join("\n");
}
