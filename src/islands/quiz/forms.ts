import type { Sheet } from '#logic/quiz/sheet.ts';
import type { Faces } from './faces.tsx';

/** What stands in the forms of a page, by question id, before it is checked. */
export type Forms = Readonly<Record<string, { raw: unknown; sure: number }>>;

export const readForms = (sheet: Sheet, faces: Faces): Forms =>
  Object.fromEntries(
    sheet.questions.flatMap(({ id, kind }) => {
      const form = document.getElementById(id)?.querySelector('form');
      const face = faces[kind];
      if (!form || !face) return [];
      const data = new FormData(form);
      return [[id, { raw: face.step ? undefined : face.read(data), sure: Number(data.get('sure')) }]];
    }),
  );
