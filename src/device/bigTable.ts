import { MOST_BYTES, type Refused, TOO_LARGE } from '../logic/exchange/encoding.ts';
import type { Answer, Question, Questions } from './rowsProtocol.ts';

export type { Opened, RowShown, Unsettled } from './rowsProtocol.ts';

const CANCELLED = '已取消。';
const UNREADABLE = '这个文件打不开，可能挪走了，或者别的程序正开着。关掉它再选一次。';
const CRASHED = '表格没有算成。刷新页面再试，表很大就换电脑打开。';

const startWorker = (): Worker =>
  new Worker(new URL('./rows.worker.ts', import.meta.url), { type: 'module' });

interface Waiting {
  done: (answer: Questions[Question]['answer'] | Refused) => void;
  progress: (share: number) => void;
}

/**
 * A table too large for the page, held and computed by a worker. Every question is answered with what was asked for or with a
 * sentence for the person, never with an exception.
 */
export class BigTable {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: string | undefined;

  constructor(start: () => Worker = startWorker) {
    this.#worker = start();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id);
      if ('progress' in data) return waiting?.progress(data.progress);
      this.#waiting.delete(data.id);
      waiting?.done(data.done);
    });
    for (const event of ['error', 'messageerror'])
      this.#worker.addEventListener(event, () => this.#end(CRASHED));
  }

  /** @param progress hears the share that is done, 0 to 1 */
  open(
    ask: Questions['open']['ask'],
    progress: (share: number) => void = () => undefined,
  ): Promise<Questions['open']['answer'] | Refused> {
    const { source } = ask;
    if (source !== undefined && source.length > MOST_BYTES) return Promise.resolve({ refused: TOO_LARGE });
    // Handed over, not copied.
    const transfer = typeof source === 'object' ? [source.buffer as ArrayBuffer] : [];
    return this.ask('open', ask, progress, transfer);
  }

  /** A file the person chose. */
  async openFile(
    file: File,
    ask: Questions['open']['ask'],
    progress?: (share: number) => void,
  ): Promise<Questions['open']['answer'] | Refused> {
    if (file.size > MOST_BYTES) return { refused: TOO_LARGE };
    // A file that was moved or is still open elsewhere cannot be read any more.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (!bytes) return { refused: UNREADABLE };
    return this.open({ ...ask, source: new Uint8Array(bytes) }, progress);
  }

  ask<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    progress: (share: number) => void = () => undefined,
    transfer: Transferable[] = [],
  ): Promise<Questions[Q]['answer'] | Refused> {
    if (this.#ended !== undefined) return Promise.resolve({ refused: this.#ended });
    const id = this.#asked++;
    return new Promise((done) => {
      this.#waiting.set(id, { done, progress });
      this.#worker.postMessage({ id, question, ...ask }, transfer);
    });
  }

  /** Cancels what is under way and lets the table go. */
  close(): void {
    this.#end(CANCELLED);
  }

  #end(why: string): void {
    this.#ended ??= why;
    this.#worker.terminate();
    for (const { done } of this.#waiting.values()) done({ refused: why });
    this.#waiting.clear();
  }
}
