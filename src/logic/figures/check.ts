/** Looks at data an author typed and adds what is wrong with it, in words, to `problems`. */
export type Check = (value: unknown, path: string, problems: string[]) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value, path, problems) => {
  if (typeof value !== 'string' || value.trim() === '') problems.push(`${path} 要写文字`);
};

export const number: Check = (value, path, problems) => {
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value)))
    problems.push(`${path} 要写数字（没有就写 null）`);
};

export const flag: Check = (value, path, problems) => {
  if (typeof value !== 'boolean') problems.push(`${path} 只能写 true 或 false`);
};

export const oneOf =
  (allowed: readonly string[]): Check =>
  (value, path, problems) => {
    if (typeof value !== 'string' || !allowed.includes(value))
      problems.push(`${path} 只能写：${allowed.join('、')}`);
  };

export const optional =
  (check: Check): Check =>
  (value, path, problems) => {
    if (value !== undefined) check(value, path, problems);
  };

export const list =
  (check: Check, least = 1, most = Infinity): Check =>
  (value, path, problems) => {
    if (!Array.isArray(value)) problems.push(`${path} 要写成列表 […]`);
    else if (value.length < least) problems.push(`${path} 至少要有 ${least} 项`);
    else if (value.length > most) problems.push(`${path} 最多写 ${most} 项`);
    else value.forEach((item: unknown, i) => check(item, `${path}[${i}]`, problems));
  };

/** A record with exactly the fields of T: a field that is not one of them is a slip of the pen. */
export const shape =
  <T>(fields: { readonly [K in keyof T]-?: Check }): Check =>
  (value, path, problems) => {
    if (!isRecord(value)) {
      problems.push(`${path} 要写成 {…}`);
      return;
    }
    const checks = new Map<string, Check>(Object.entries(fields));
    for (const key of Object.keys(value)) {
      if (!checks.has(key)) problems.push(`${path}.${key} 不认得，可写：${[...checks.keys()].join('、')}`);
    }
    for (const [key, check] of checks) check(value[key], `${path}.${key}`, problems);
  };

export const units = oneOf(['money', 'percent', 'count', 'number', 'ratio']);
