import { RowServer } from './rowServer.ts';
import type { Ask } from './rowsProtocol.ts';

const server = new RowServer((answer, transfer) => postMessage(answer, { transfer }));
addEventListener('message', ({ data }: MessageEvent<Ask>) => void server.ask(data));
