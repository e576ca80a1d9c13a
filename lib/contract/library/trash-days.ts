/** How long the trash keeps a picture, as its screen says. */
export const trashDays = 30;
