import { type Shop, shopSchema } from '../schemas/shops.ts';
import { once, readFolder } from './read.ts';
import { parameterOf } from './records.ts';

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

type Numbers = Readonly<Record<string, unknown>>;

/** `mianxian.sunshirt` → a product with its price and costs. @throws RangeError naming what there is */
export function shopProduct(path: string): Shop['products'][string] {
  const [id = '', key = ''] = path.split('.');
  const { products } = shopOf(id);
  const product = products[key];
  if (!product) throw new RangeError(`${id} 没有商品「${key}」；现有：${Object.keys(products).join('、')}`);
  return product;
}

/** `mianxian.2026-03` or `mianxian.sunshirt` → everything stored there. @throws RangeError naming what there is */
function shopRecord(path: string): Numbers {
  const [id = '', group = ''] = path.split('.');
  const shop = shopOf(id);
  const record: Numbers | undefined = shop.months[group] ?? shop.products[group];
  if (record) return record;
  const known = [...Object.keys(shop.months), ...Object.keys(shop.products)];
  throw new RangeError(`${id} 里没有「${group}」；现有：${known.join('、')}`);
}

/** `mianxian.2026-03.visitors` or `mianxian.sunshirt.price` → the number stored. @throws RangeError naming what there is */
export function shopNumber(path: string): number {
  const [id, group, ...keys] = path.split('.');
  const record = shopRecord(`${id ?? ''}.${group ?? ''}`);
  const value = keys.reduce<unknown>((found, key) => (found as Numbers | undefined)?.[key], record);
  if (typeof value === 'number') return value;
  throw new RangeError(`${path} 不是一个数；那里有：${Object.keys(record).join('、')}`);
}

/** `tb_base` → the value a calculator starts from. @throws RangeError when the parameter has none */
function feeOf(id: string): string {
  const fee = parameterOf(id)?.value;
  if (fee === undefined) throw new RangeError(`参数表没有「${id}」，或它没有数值`);
  return fee;
}

/** A value for a tool as an author writes it: typed text, `@shop.month.key`, or `@fee.tb_base` from the parameters. */
export const resolveGiven = (value: string | number): string => {
  const text = String(value);
  if (text.startsWith('@fee.')) return feeOf(text.slice('@fee.'.length));
  return text.startsWith('@') ? String(shopNumber(text.slice(1))) : text;
};
