/**
 * What the paths of this server begin with: empty, or that of a public address such as `/duizhao`. The page and its
 * workers are loaded from there.
 */
export const base = new URL('.', import.meta.url).pathname.replace(/\/$/, '')
