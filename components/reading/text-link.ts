/** How a link looks within text. */
export const TEXT_LINK = 'text-accent underline underline-offset-2';
