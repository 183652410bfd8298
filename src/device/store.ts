import { notify } from './notice.ts';

/**
 * What the device keeps. Every record carries its version and is checked on read: a damaged one is set aside and
 * reported, one of a newer version is left alone, and where nothing can be kept the person is told once.
 */
const PREFIX = 'youshu:';
const DAMAGED = 'youshu-damaged:';

interface Envelope {
  version: number;
  data: unknown;
}

export interface Kept<T> {
  /** what is kept, or `empty` */
  read: () => T;
  write: (value: T) => 'saved' | 'unsaved';
  erase: () => void;
  /** calls back when another tab changed it; returns how to stop */
  watch: (changed: () => void) => () => void;
}

export interface KeptSpec<T> {
  key: string;
  version: number;
  /** gives back a valid value, or undefined where the data cannot be used */
  check: (data: unknown, version: number) => T | undefined;
  empty: () => T;
}

let told = false;
function tellUnsaved(): 'unsaved' {
  if (!told) notify('这台设备现在存不下东西（无痕模式或空间已满），这次的内容关掉页面就没了。');
  told = true;
  return 'unsaved';
}

function setAside(key: string, text: string): void {
  try {
    localStorage.setItem(DAMAGED + key, text);
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing can be written: the damaged text stays where it is and is ignored again next time.
  }
  notify('有一条存在本机的记录坏了，已放到一边，其余的都在。');
}

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' &&
  value !== null &&
  'data' in value &&
  typeof (value as Envelope).version === 'number';

/** Whether a version to come left this text: it is not ours to read or to write over. */
function isNewer(text: string | null, version: number): boolean {
  try {
    const envelope: unknown = JSON.parse(text ?? '');
    return isEnvelope(envelope) && envelope.version > version;
  } catch {
    return false;
  }
}
const tellNewer = (): void => notify('本机存着更新版本留下的记录，这一版先不动它。');

/** A record on the device, under one key. */
export function kept<T>({ key, version, check, empty }: KeptSpec<T>): Kept<T> {
  const read = (): T => {
    let text: string | null = null;
    try {
      text = localStorage.getItem(PREFIX + key);
    } catch {
      return empty();
    }
    if (text === null) return empty();
    if (isNewer(text, version)) {
      tellNewer();
      return empty();
    }
    try {
      const envelope: unknown = JSON.parse(text);
      if (!isEnvelope(envelope)) throw new TypeError('no envelope');
      const value = check(envelope.data, envelope.version);
      if (value === undefined) throw new TypeError('not valid');
      return value;
    } catch {
      setAside(key, text);
      return empty();
    }
  };
  return {
    read,
    write: (value) => {
      try {
        if (isNewer(localStorage.getItem(PREFIX + key), version)) {
          tellNewer();
          return 'unsaved';
        }
        localStorage.setItem(PREFIX + key, JSON.stringify({ version, data: value }));
        return 'saved';
      } catch {
        return tellUnsaved();
      }
    },
    erase: () => {
      try {
        localStorage.removeItem(PREFIX + key);
      } catch {
        // Storage that refuses to be read holds nothing to erase.
      }
    },
    watch: (changed) => {
      const listen = (event: StorageEvent): void => {
        if (event.key === PREFIX + key || event.key === null) changed();
      };
      addEventListener('storage', listen);
      return () => removeEventListener('storage', listen);
    },
  };
}
