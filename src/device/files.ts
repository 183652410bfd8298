import { showText } from './dialogs.ts';

/** Hands a file to the browser to keep. @returns false where downloads are forbidden */
export function saveBlob(name: string, blob: Blob): boolean {
  try {
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return true;
  } catch {
    return false;
  }
}

/** Saves text as a file, UTF-8 with BOM so that spreadsheets read the Chinese; where downloads are forbidden, shows it to copy. */
export function saveFile(name: string, text: string, type: string): void {
  const blob = new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` });
  if (!saveBlob(name, blob)) showText('这里不能下载文件，请全选复制', text);
}
