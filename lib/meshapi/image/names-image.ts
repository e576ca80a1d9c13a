const imageName = /^[^\s?#]+\.(png|jpe?g|jfif|webp|gif|avif|heic|bmp|tiff?|jxl)([?#]\S*)?$/i;

/** Whether a path, with its query, is that of a picture's file by its name. */
export function isImageName(text: string): boolean {
  return imageName.test(text);
}

/** Whether an address names the file of a picture. */
export function namesImage(address: string): boolean {
  const path = URL.parse(address)?.pathname.slice(1);
  return path !== undefined && isImageName(path.replaceAll(":", "_"));
}
