import { addFunctions, number, type Value } from '../expression/functions.ts';
import { None } from '../expression/none.ts';
import { type Decimal, decimal, ONE, ZERO } from '../number/decimal.ts';
import { erlangC, lateShare, leastAgents, MOST_LOAD } from '../statistics/erlang.ts';
import { normalQuantile, normalTail } from '../statistics/normal.ts';

const double = (value: Value | undefined): number => number(value).toNumber();

/** A double as it prints: 17 digits say all it knows. @throws None for what is no number any more */
function fromDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new None('填的数太大或太小，这一步算不出来');
  return decimal(value);
}

/** @throws None for less than nothing */
function root(value: Decimal): Decimal {
  if (value.lt(ZERO)) throw new None('负数开不了平方');
  return value.sqrt();
}

/** Takes the shorter tail in decimals, so that 99.9999% loses nothing. @throws None outside 0 to 1 */
function quantile(share: Decimal): Decimal {
  const rest = ONE.minus(share);
  if (share.lte(ZERO) || rest.lte(ZERO)) throw new None('这个比例要大于0、小于100%');
  return fromDouble(share.lt(rest) ? normalQuantile(share.toNumber()) : -normalQuantile(rest.toNumber()));
}

/** @throws None for a load beyond what is worked out */
function offered(load: Value | undefined): number {
  const erlang = double(load);
  if (erlang > MOST_LOAD) throw new None(`同时在聊的超过${MOST_LOAD}位，这里不算`);
  return erlang;
}

/** @throws None when every number of servers lets some wait: nothing reaches 100% */
function agents(
  load: Value | undefined,
  concurrency: Value | undefined,
  patience: number,
  rate: Decimal,
): number {
  const erlang = offered(load);
  const allowed = ONE.minus(rate).toNumber();
  if (allowed <= 0 && erlang > 0) throw new None('排多少人都做不到100%，目标改成99.9%以内再算');
  return leastAgents(erlang, double(concurrency), patience, allowed);
}

/** What formulas ask of roots, the normal distribution and queues. */
addFunctions({
  sqrt: { face: '开平方', takes: 1, apply: (x) => root(number(x)) },
  quantile: { face: '正态分位数', takes: 1, apply: (share) => quantile(number(share)) },
  twoSided: {
    face: '双侧概率',
    takes: 1,
    apply: (z) => fromDouble(2 * normalTail(Math.abs(double(z)))),
  },
  leastAgents: {
    face: '够用的人数',
    takes: 4,
    apply: (load, concurrency, patience, rate) =>
      fromDouble(agents(load, concurrency, double(patience), number(rate))),
  },
  erlangC: {
    face: '要排队的比例',
    takes: 2,
    apply: (servers, load) => fromDouble(erlangC(double(servers), offered(load))),
  },
  lateShare: {
    face: '等超时的比例',
    takes: 3,
    apply: (servers, load, patience) =>
      fromDouble(lateShare(double(servers), offered(load), double(patience))),
  },
});
