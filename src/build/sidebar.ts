import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { course } from '../records/course.ts';

/** One group a part; the route middleware shows only the part one is in. */
export const sidebar = (): NonNullable<StarlightUserConfig['sidebar']> =>
  course()
    .filter((part) => part.chapters.length > 0)
    .map((part) => ({
      label: part.title,
      items: part.chapters.map((chapter) => ({ slug: `course/${chapter.id}` })),
    }));
