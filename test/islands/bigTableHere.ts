/** The device's large table with its worker in this process: jsdom has none. For `vi.mock`. */
import { vi } from 'vitest';
import type * as real from '../../src/device/bigTable.ts';
import { WorkerHere } from '../device/workerHere.ts';

const { BigTable: InBrowser } = await vi.importActual<typeof real>('../../src/device/bigTable.ts');

export class BigTable extends InBrowser {
  constructor() {
    super(() => new WorkerHere() as unknown as Worker);
  }
}
