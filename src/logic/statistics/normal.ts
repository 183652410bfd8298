/**
 * The standard normal distribution in doubles. Coefficients stand as published, rounded to the nearest double, the
 * highest power first.
 */
interface Quotient {
  over: readonly number[];
  under: readonly number[];
}

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
const at = (x: number, { over, under }: Quotient): number => polynomial(x, over) / polynomial(x, under);

/** Wichura's a and b: |p − ½| ≤ 0.425. */
const MIDDLE: Quotient = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
/** Wichura's c and d: down to tails of e⁻²⁵. */
const FLANK: Quotient = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
/** Wichura's e and f: beyond. */
const FAR: Quotient = {
  over: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

/**
 * Where the normal distribution has `p` to its left, 0 < p < 1. Relative error about 1e-16, in the tails too; near 1
 * take `-normalQuantile(1 - p)`, with the difference worked out before it becomes a double.
 * Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477–484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * at(0.180625 - q * q, MIDDLE);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  return Math.sign(q) * (r <= 5 ? at(r - 1.6, FLANK) : at(r - 5, FAR));
}

/** Cody's |x| ≤ 0.66291, in x². */
const NEAR: Quotient = {
  over: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  under: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};
/** Cody's x ≤ √32, in x. */
const SIDE: Quotient = {
  over: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  under: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
};
/** Cody's x > √32, in 1/x². */
const OUTER: Quotient = {
  over: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  under: [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
};
/** 1/√(2π) */
const PEAK = 0.3989422804014327;

/** e^(−x²/2) for x ≥ 0; the square is split at a sixteenth, where it is exact, so that rounding it costs nothing. */
function bell(x: number): number {
  const whole = Math.trunc(x * 16) / 16;
  return Math.exp((-whole * whole) / 2) * Math.exp((-(x - whole) * (x + whole)) / 2);
}

/**
 * The share of the normal distribution above `x`; ½·erfc(x/√2). Relative error below 1e-15 down to where doubles
 * end (x = 37).
 * Source: W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969), 631–637,
 * in the form of his ANORM (SPECFUN, ACM Algorithm 715, 1993).
 */
export function normalTail(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.66291) return 0.5 - x * at(x * x, NEAR);
  const square = 1 / (x * x);
  const tail = bell(y) * (y <= Math.sqrt(32) ? at(y, SIDE) : (PEAK - square * at(square, OUTER)) / y);
  return x > 0 ? tail : 1 - tail;
}
