/** Where the site is served: set by SITE and BASE at build, known to every link. */
export const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address of ours below whatever path the site is served from: `href('/tools/gmv/')`. */
export const href = (address: string): string => base + address;
