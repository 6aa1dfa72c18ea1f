/** What the origin of the visits bench answers: 304; 200 with the same bytes, with other bytes and the same text, or with a changed figure. */
export const MODES = ['not-modified', 'same-bytes', 'same-text', 'changed'] as const;
export type Mode = (typeof MODES)[number];
