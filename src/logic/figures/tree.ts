import type { Kind } from './render.ts';
import { showSign, type TreeData, treeText } from './tree-data.ts';
import { drawOutline } from './tree-outline.ts';
import { drawSpread } from './tree-spread.ts';

export type { Sign, TreeData } from './tree-data.ts';

const named = (node: TreeData): string => {
  const value = treeText(node);
  return `${node.label}${value && `（${value}）`}${node.note ? `：${node.note}` : ''}`;
};

function tell(node: TreeData): string {
  const children = node.children ?? [];
  if (children.length === 0) return '';
  const formula = children.some((child) => child.sign);
  const joined = children
    .map((child, i) => `${child.sign ? showSign(child.sign) : i === 0 ? '' : '、'}${named(child)}`)
    .join('');
  return `${named(node)}${formula ? '＝' : '分为'}${joined}。${children.map(tell).join('')}`;
}

export const tree: Kind<TreeData> = {
  draw: (data, width) => {
    if (!data.label.trim() && !data.children?.length) return { nodes: [], height: 0 };
    return drawSpread(data, width) ?? drawOutline(data, width);
  },
  tell: (data) => tell(data) || `${named(data)}。`,
};
