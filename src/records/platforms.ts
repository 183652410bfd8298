import {
  type CellPart,
  type PlatformAspect,
  platformAspects,
  platformsSchema,
} from '../schemas/platforms.ts';
import { once, readOne } from './read.ts';
import { parameterOf } from './records.ts';

export const platformFile = once(() => readOne('content/platforms.yaml', platformsSchema));
export const platforms = once(() => platformFile().data.platforms);

export const aspects = Object.entries(platformAspects).map(([id, label]) => ({
  id: id as PlatformAspect,
  label,
}));

/** One statement as it is printed: what, until when, and whether an official page was read for it. */
interface CellLine {
  text: string;
  asOf: string;
  confidence: 'high' | 'medium' | 'low';
}

const varies = (what: string): string => `${what}：随类目变，看后台。`;

/** What a cell says of one thing. A parameter of low confidence is only named. @throws RangeError for an unknown one */
export function cellLine(part: CellPart): CellLine {
  if ('text' in part) return part;
  if ('varies' in part) return { ...part, text: varies(part.varies) };
  const parameter = parameterOf(part.param);
  if (!parameter) throw new RangeError(`参数表没有「${part.param}」`);
  const { name, text, asOf, confidence } = parameter;
  return { text: confidence === 'low' || text === undefined ? varies(name) : text, asOf, confidence };
}
