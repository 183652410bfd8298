import { type Shop, shopSchema } from '../schemas/shops.ts';
import { once, readFolder } from './read.ts';

export const shopFiles = once(() => readFolder('shops', shopSchema));
export const shops = once((): Shop[] => shopFiles().map(({ name, data }) => ({ ...data, id: name })));

export function shopOf(id: string): Shop {
  const shop = shops().find((candidate) => candidate.id === id);
  if (!shop)
    throw new RangeError(
      `没有叫「${id}」的店；现有：${shops()
        .map((s) => s.id)
        .join('、')}`,
    );
  return shop;
}

/** `mianxian.2026-03.visitors` or `mianxian.sunshirt.price` → the number stored. @throws RangeError naming what there is */
export function shopNumber(path: string): number {
  const [id = '', group = '', key = '', ...rest] = path.split('.');
  const shop = shopOf(id);
  const record: Record<string, unknown> | undefined = shop.months[group] ?? shop.products[group];
  if (!record) {
    throw new RangeError(
      `${id} 里没有「${group}」；现有：${[...Object.keys(shop.months), ...Object.keys(shop.products)].join('、')}`,
    );
  }
  const value = rest.reduce<unknown>(
    (found, part) => (found as Record<string, unknown> | undefined)?.[part],
    record[key],
  );
  if (typeof value !== 'number')
    throw new RangeError(
      `${id}.${group} 里没有数字「${[key, ...rest].join('.')}」；现有：${Object.keys(record).join('、')}`,
    );
  return value;
}

/** A value for a tool as an author writes it: typed text, or `@shop.month.key`. */
export const resolveGiven = (value: string | number): string => {
  const text = String(value);
  return text.startsWith('@') ? String(shopNumber(text.slice(1))) : text;
};
