import { notify } from './notice.ts';

/** Copies text; where an in-app browser forbids it, shows the text selected so that it can be copied by hand. */
export async function copy(text: string, said = '已复制'): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    notify(said);
    return true;
  } catch {
    const { showText } = await import('./dialogs.ts');
    showText('这里不让网页复制，请长按全选后复制', text);
    return false;
  }
}
