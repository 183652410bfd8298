import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { chapterOf, partOf } from '../records/course.ts';

/** Keeps the sidebar to the part one is in, so that it does not grow with the course. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  const chapter = chapterOf(route.id.replace(/^course\//, ''));
  const part = chapter && partOf(chapter.part);
  route.sidebar = part ? route.sidebar.filter((entry) => entry.label === part.title) : [];
});
