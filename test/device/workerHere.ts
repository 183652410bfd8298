import { RowServer } from '../../src/device/rowServer.ts';
import type { Answer, Ask } from '../../src/device/rowsProtocol.ts';

/** What stands in for the browser's worker: the same server behind the same messages, copied and handed over. */
export class WorkerHere extends EventTarget {
  ended = false;
  readonly #server = new RowServer((answer, transfer) => {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data: handed(answer, transfer) }));
  });
  postMessage(ask: Ask, transfer: Transferable[]): void {
    const data = structuredClone(ask, { transfer });
    queueMicrotask(() => void (this.ended || this.#server.ask(data)));
  }
  terminate(): void {
    this.ended = true;
  }
}

/** jsdom's Blob cannot be cloned, a browser's can. */
const handed = (answer: Answer, transfer: Transferable[]): Answer =>
  'done' in answer && 'blob' in answer.done ? answer : structuredClone(answer, { transfer });
