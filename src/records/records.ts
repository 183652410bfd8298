import { checklistSchema } from '../schemas/checklists.ts';
import { glossarySchema, type Term } from '../schemas/glossary.ts';
import { type Parameter, parametersSchema } from '../schemas/parameters.ts';
import { roleSchema } from '../schemas/roles.ts';
import { customerTypes, type Script, type ScriptFile, scriptsSchema, stages } from '../schemas/scripts.ts';
import { type Fact, syllabusSchema } from '../schemas/syllabus.ts';
import { once, readFolder } from './read.ts';

export { customerTypes, stages };

export const checklistFiles = once(() => readFolder('checklists', checklistSchema));
export const checklists = once(() => checklistFiles().map(({ name, data }) => ({ ...data, id: name })));

export const roleFiles = once(() => readFolder('roles', roleSchema));
export const roles = once(() => roleFiles().map(({ name, data }) => ({ ...data, id: name })));

export const glossaryFiles = once(() => readFolder('glossary', glossarySchema));
export const terms = once((): Term[] => glossaryFiles().flatMap(({ data }) => data.terms));
export const termOf = (id: string): Term | undefined => terms().find((term) => term.id === id);

export const parameterFiles = once(() => readFolder('parameters', parametersSchema));
export const parameters = once((): Parameter[] => parameterFiles().flatMap(({ data }) => data.parameters));
export const parameterOf = (id: string): Parameter | undefined =>
  parameters().find((parameter) => parameter.id === id);

/** A script with the stage and the blanks of its file. */
export type ScriptRecord = Script & Pick<ScriptFile, 'stage' | 'blanks'>;
export const scriptFiles = once(() => readFolder('scripts', scriptsSchema));
export const scripts = once((): ScriptRecord[] =>
  scriptFiles().flatMap(({ data }) =>
    data.scripts.map((script) => ({ ...script, stage: data.stage, blanks: data.blanks })),
  ),
);
export const scriptOf = (id: string): ScriptRecord | undefined =>
  scripts().find((script) => script.id === id);

/** A fact with the part its file belongs to. */
export type FactRecord = Fact & { part: string };
export const syllabusFiles = once(() => readFolder('syllabus', syllabusSchema));
export const facts = once((): FactRecord[] =>
  syllabusFiles().flatMap(({ name, data }) => data.facts.map((fact) => ({ ...fact, part: name }))),
);
