/** All tools of the contract. */
import { page } from './page.ts';
import { pricing } from './pricing.ts';
import { promotion } from './promotion.ts';
import { service } from './service.ts';
import { supply } from './supply.ts';
import { traffic } from './traffic.ts';

export const contracts = [...traffic, ...promotion, ...pricing, ...service, ...supply, ...page];
