import { showText } from './dialogs.ts';

/** Saves text as a file, UTF-8 with BOM so that spreadsheets read the Chinese; where downloads are forbidden, shows it to copy. */
export function saveFile(name: string, text: string, type: string): void {
  try {
    const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch {
    showText('这里不能下载文件，请全选复制', text);
  }
}
