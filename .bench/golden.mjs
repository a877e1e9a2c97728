var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/seedrandom/lib/alea.js
var require_alea = __commonJS({
  "node_modules/seedrandom/lib/alea.js"(exports, module) {
    (function(global, module2, define2) {
      function Alea(seed) {
        var me = this, mash = Mash();
        me.next = function() {
          var t = 2091639 * me.s0 + me.c * 23283064365386963e-26;
          me.s0 = me.s1;
          me.s1 = me.s2;
          return me.s2 = t - (me.c = t | 0);
        };
        me.c = 1;
        me.s0 = mash(" ");
        me.s1 = mash(" ");
        me.s2 = mash(" ");
        me.s0 -= mash(seed);
        if (me.s0 < 0) {
          me.s0 += 1;
        }
        me.s1 -= mash(seed);
        if (me.s1 < 0) {
          me.s1 += 1;
        }
        me.s2 -= mash(seed);
        if (me.s2 < 0) {
          me.s2 += 1;
        }
        mash = null;
      }
      function copy(f, t) {
        t.c = f.c;
        t.s0 = f.s0;
        t.s1 = f.s1;
        t.s2 = f.s2;
        return t;
      }
      function impl(seed, opts) {
        var xg = new Alea(seed), state = opts && opts.state, prng = xg.next;
        prng.int32 = function() {
          return xg.next() * 4294967296 | 0;
        };
        prng.double = function() {
          return prng() + (prng() * 2097152 | 0) * 11102230246251565e-32;
        };
        prng.quick = prng;
        if (state) {
          if (typeof state == "object") copy(state, xg);
          prng.state = function() {
            return copy(xg, {});
          };
        }
        return prng;
      }
      function Mash() {
        var n = 4022871197;
        var mash = function(data) {
          data = String(data);
          for (var i = 0; i < data.length; i++) {
            n += data.charCodeAt(i);
            var h = 0.02519603282416938 * n;
            n = h >>> 0;
            h -= n;
            h *= n;
            n = h >>> 0;
            h -= n;
            n += h * 4294967296;
          }
          return (n >>> 0) * 23283064365386963e-26;
        };
        return mash;
      }
      if (module2 && module2.exports) {
        module2.exports = impl;
      } else if (define2 && define2.amd) {
        define2(function() {
          return impl;
        });
      } else {
        this.alea = impl;
      }
    })(
      exports,
      typeof module == "object" && module,
      // present in node.js
      typeof define == "function" && define
      // present with an AMD loader
    );
  }
});

// tests/golden/golden.ts
import { createHash } from "node:crypto";

// src/model/model.ts
var NOBODY = -1;
var POISSON = 0;
var RENEWAL = 1;
var LIST = 2;
var VISIT = 0;
var DELAY = 1;
var CHOOSE = 2;
var LEAVE = 3;
var FIRST_COME = 0;
var LAST_COME = 1;
var RANDOM_ORDER = 2;
var SHORTEST_JOB = 3;
var ONE_LINE = 0;
var LINE_EACH = 1;
var JOIN_SHORTEST = 0;
var JOIN_RANDOM = 1;
var JOIN_ROUND_ROBIN = 2;
var JOIN_NEAREST = 3;
var FINISH = 0;
var RESUME = 1;
var RESTART = 2;
var RESAMPLE = 3;
var FINISH_EVERYONE = 0;
var TURN_AWAY = 1;
var CARRY_OVER = 2;

// src/random/keys.ts
var import_alea = __toESM(require_alea(), 1);
function deriveKey(seed, purpose, owner) {
  const random = (0, import_alea.default)(`${seed}|${purpose}|${owner}`);
  return [random.int32(), random.int32()];
}

// src/math/words.ts
var double = new Float64Array(1);
var words = new Int32Array(double.buffer);
var HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
function highWord(x) {
  double[0] = x;
  return words[HIGH];
}
var LEAST_EXPONENT = -1074;
var powers = new Float64Array(1023 - LEAST_EXPONENT + 1);
powers[-LEAST_EXPONENT] = 1;
for (let k = 1; k <= 1023; k++) powers[k - LEAST_EXPONENT] = 2 * powers[k - 1 - LEAST_EXPONENT];
for (let k = -1; k >= LEAST_EXPONENT; k--) powers[k - LEAST_EXPONENT] = powers[k + 1 - LEAST_EXPONENT] / 2;
function powerOfTwo(k) {
  return powers[k - LEAST_EXPONENT];
}
function scaleByPowerOfTwo(x, k) {
  if (k > 1022) return x * powerOfTwo(1022) * powerOfTwo(k - 1022);
  if (k >= -1020) return x * powerOfTwo(k);
  return x * powerOfTwo(k + 100) * powerOfTwo(-100);
}

// src/math/exponential.ts
var LN2_HIGH = 0.6931471803691238;
var LN2_LOW = 19082149292705877e-26;
var INVERSE_LN2 = 1.4426950408889634;
var P1 = 0.16666666666666602;
var P2 = -0.0027777777777015593;
var P3 = 6613756321437934e-20;
var P4 = -16533902205465252e-22;
var P5 = 41381367970572385e-24;
function exp(x) {
  if (!(x > -708 && x < 709)) return farExp(x);
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  return expOfRemainder(x, k) * powerOfTwo(k);
}
function farExp(x) {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  return scaleByPowerOfTwo(expOfRemainder(x, k), k);
}
function expOfRemainder(x, k) {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return 1 - (low - r * c / (2 - c) - high);
}

// src/math/logarithm.ts
var LN2_HIGH2 = 0.6931471803691238;
var LN2_LOW2 = 19082149292705877e-26;
var L1 = 0.6666666666666735;
var L2 = 0.3999999999940942;
var L3 = 0.2857142874366239;
var L4 = 0.22222198432149784;
var L5 = 0.1818357216161805;
var L6 = 0.15313837699209373;
var L7 = 0.14798198605116586;
function log(x) {
  const high = highWord(x);
  if (high < 1048576 || high >= 2146435072) return farLog(x);
  const k = exponentFrom(high);
  return logOf(k, x * powerOfTwo(-k) - 1, 0);
}
function farLog(x) {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (!(x < Infinity)) return x;
  const scaled = x * powerOfTwo(54);
  const k = exponentFrom(highWord(scaled));
  return logOf(k - 54, scaled * powerOfTwo(-k) - 1, 0);
}
function log1p(x) {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (Math.abs(x) < powerOfTwo(-54)) return x;
  if (x > -0.2928932188134525 && x < 0.41421356237309503) return logOf(0, x, 0);
  const u = 1 + x;
  const k = exponentFrom(highWord(u));
  const lost = (u >= 2 ? 1 - (u - x) : x - (u - 1)) / u;
  return logOf(k, u * powerOfTwo(-k) - 1, lost);
}
function exponentFrom(high) {
  return (high >> 20) - 1023 + ((high & 1048575) + 614244 >> 20);
}
function logOf(k, f, tail) {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const rest = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  return k * LN2_HIGH2 - (halfSquare - (s * (halfSquare + rest) + (k * LN2_LOW2 + tail)) - f);
}

// src/math/power.ts
var L12 = 0.5999999999999946;
var L22 = 0.4285714285785502;
var L32 = 0.33333332981837743;
var L42 = 0.272728123808534;
var L52 = 0.23066074577556175;
var L62 = 0.20697501780033842;
var P12 = 0.16666666666666602;
var P22 = -0.0027777777777015593;
var P32 = 6613756321437934e-20;
var P42 = -16533902205465252e-22;
var P52 = 41381367970572385e-24;
var LN2 = 0.6931471805599453;
var LN2_HIGH3 = 0.6931471824645996;
var LN2_LOW3 = -1904654299957768e-24;
var LOG2_OF_3_HALVES_HIGH = 0.5849624872207642;
var LOG2_OF_3_HALVES_LOW = 1350039202129749e-23;
var CP = 0.9617966939259756;
var CP_HIGH = 0.9617967009544373;
var CP_LOW = -7028461650952758e-24;
var INVERSE_LN22 = 1.4426950408889634;
var INVERSE_LN2_HIGH = 1.4426950216293335;
var INVERSE_LN2_LOW = 19259629911266175e-24;
function pow(x, y) {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (x === 0 || x === Infinity || x === -Infinity) {
    const limit = size === 0 === y > 0 ? 0 : Infinity;
    return (x < 0 || 1 / x < 0) && isOdd(y) ? -limit : limit;
  }
  if (x > 0) return y === 0.5 ? Math.sqrt(x) : powOfSize(x, y);
  if (Math.floor(y) !== y) return NaN;
  return isOdd(y) ? -powOfSize(size, y) : powOfSize(size, y);
}
function isOdd(y) {
  return Math.abs(y % 2) === 1;
}
function firstHalf(x) {
  const c = 134217729 * x;
  return c - (c - x);
}
function powOfSize(x, y) {
  if (x === 1) return 1;
  if (Math.abs(y) > powerOfTwo(64)) return x > 1 === y > 0 ? Infinity : 0;
  let high;
  let low;
  if (Math.abs(y) > powerOfTwo(31)) {
    const t = x - 1;
    if (Math.abs(t) > powerOfTwo(-20)) return t > 0 === y > 0 ? Infinity : 0;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * firstHalf(t);
    const v = INVERSE_LN2_HIGH * (t - firstHalf(t)) + (t * INVERSE_LN2_LOW - w * INVERSE_LN22);
    high = firstHalf(u + v);
    low = v - (high - u);
  } else {
    const isSubnormal = x < powerOfTwo(-1022);
    const normal = isSubnormal ? x * powerOfTwo(54) : x;
    const word = highWord(normal);
    const fraction2 = word & 1048575;
    let exponent = (word >> 20) - 1023;
    let near = 1;
    if (fraction2 > 235662) {
      if (fraction2 < 767610) near = 1.5;
      else exponent++;
    }
    const a = normal * powerOfTwo(-exponent);
    const n = isSubnormal ? exponent - 54 : exponent;
    const u = a - near;
    const v = 1 / (a + near);
    const s = u * v;
    const sHigh = firstHalf(s);
    const sumHigh = firstHalf(a + near);
    const sumLow = a - (sumHigh - near);
    const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
    const s2 = s * s;
    const rest = s2 * s2 * (L12 + s2 * (L22 + s2 * (L32 + s2 * (L42 + s2 * (L52 + s2 * L62))))) + sLow * (sHigh + s);
    const square = sHigh * sHigh;
    const threeHigh = firstHalf(3 + square + rest);
    const threeLow = rest - (threeHigh - 3 - square);
    const main = sHigh * threeHigh;
    const minor = sLow * threeHigh + threeLow * s;
    const pHigh = firstHalf(main + minor);
    const pLow = minor - (pHigh - main);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + (near === 1 ? 0 : LOG2_OF_3_HALVES_LOW);
    const base = near === 1 ? 0 : LOG2_OF_3_HALVES_HIGH;
    high = firstHalf(zHigh + zLow + base + n);
    low = zLow - (high - n - base - zHigh);
  }
  const yHigh = firstHalf(y);
  const productLow = (y - yHigh) * high + y * low;
  const productHigh = yHigh * high;
  return twoTo(productHigh, productLow);
}
function twoTo(high, low) {
  const z = low + high;
  if (z >= 1025) return Infinity;
  if (z <= -1076) return 0;
  const n = Math.abs(z) <= 0.5 ? 0 : Math.floor(z + 0.5);
  const remainder = high - n;
  const t = firstHalf(low + remainder);
  const u = t * LN2_HIGH3;
  const v = (low - (t - remainder)) * LN2 + t * LN2_LOW3;
  const r = u + v;
  const w = v - (r - u);
  const square = r * r;
  const c = r - square * (P12 + square * (P22 + square * (P32 + square * (P42 + square * P52))));
  return scaleByPowerOfTwo(1 - (r * c / (c - 2) - (w + r * w) - r), n);
}

// src/math/deviance.ts
function deviance(x, m) {
  const difference = x - m;
  if (Math.abs(difference) > 0.1 * (x + m)) return x * log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

// src/math/gamma.ts
var HALF_LOG_TWO_PI = 0.9189385332046728;
var TWO_PI = 6.283185307179586;
var STIRLING_FROM = 10;
function stirlingError(x) {
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))))) / x;
}
var C = [
  0.42278433509846713,
  0.3224670334241132,
  -0.0673523010531981,
  0.020580808427784546,
  -0.007385551028673986,
  0.0028905103307415234,
  -0.001192753911703261,
  5096695247430425e-19,
  -22315475845357939e-20,
  9945751278180853e-20,
  -4492623673813314e-20,
  2050721277567069e-20,
  -9439488275268397e-21,
  4374866789907488e-21,
  -2039215753801366e-21,
  955141213040742e-21,
  -4492469198764566e-22,
  21207184805554665e-23,
  -10043224823968099e-23,
  47698101693639804e-24,
  -22711094608943164e-24,
  10838659214896955e-24,
  -5183475041970047e-24,
  24836745438024785e-25,
  -11921401405860912e-25,
  5731367241678862e-25,
  -27595228851242334e-26,
  1330476437424449e-25
];
function logGammaNearTwo(s) {
  let sum = 0;
  for (let k = C.length - 1; k >= 0; k--) sum = sum * s + C[k];
  return sum * s;
}
function logGamma(x) {
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
  if (x === Infinity || x === 0) return Infinity;
  if (x >= STIRLING_FROM) return (x - 0.5) * (log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + stirlingError(x);
  if (x < 0.5) return logGammaNearTwo(x) - log(x) - log1p(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  let product = 1;
  let s = x - 2;
  for (; s > 0.5; s--) product *= 1 + s;
  return logGammaNearTwo(s) + log(product);
}

// src/math/solve-positive.ts
function solvePositive(target, start, limit, respond) {
  let low = 0;
  let high = limit;
  let x = start;
  for (let round = 0; round < 200; round++) {
    const { share, elasticity } = respond(x);
    if (share === target) return x;
    if (share < target === elasticity >= 0) low = x;
    else high = x;
    const newton = x * exp(-log(share / target) / elasticity);
    const next = newton > low && newton < high ? newton : between(low, high);
    if (Math.abs(next - x) <= powerOfTwo(-52) * x) return next;
    x = next;
  }
  return x;
}
function between(low, high) {
  if (high === Infinity) return low === 0 ? 1 : low * powerOfTwo(20);
  if (low === 0) return high * powerOfTwo(-20);
  return low * Math.sqrt(high / low);
}

// src/math/beta.ts
function regularizedBeta(x, a, b) {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x must be between 0 and 1, got ${x}`);
  requireParameters(a, b);
  return betaShare(x, 1 - x, a, b);
}
function betaShare(x, y, a, b) {
  if (x === 0) return 0;
  if (y === 0) return 1;
  if (x * b > y * a) return Math.max(0, 1 - betaPower(y, x, b, a) * fraction(y, x, b, a));
  return Math.min(1, betaPower(x, y, a, b) * fraction(x, y, a, b));
}
function betaPower(x, y, a, b) {
  if (a > b) return betaPower(y, x, b, a);
  const n = a + b;
  if (b < STIRLING_FROM) return pow(x, a) * pow(y, b) * exp(logGamma(n) - logGamma(a) - logGamma(b));
  if (a >= STIRLING_FROM) {
    const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
    return exp(exponent) * Math.sqrt(a / n * (b / TWO_PI));
  }
  const logY = x < 0.5 ? log1p(-x) : log(y);
  const ratio2 = (b - 0.5) * log1p(a / b) - a + stirlingError(n) - stirlingError(b);
  return pow(n * x, a) * exp(b * logY + ratio2 - logGamma(a));
}
function fraction(x, y, a, b) {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  let c = 1e300;
  let d = (a + 1) / (a * (1 + lambda));
  let value = d;
  for (let n = 1; ; n++) {
    const before = a + 2 * n - 1;
    const w = n * (b - n) * x;
    const numerator = (a + n - 1) * (a + b + n - 1) * w * x / (before * before);
    const denominator = n + w / before + (a + n) / (before + 2) * (1 + lambda + n * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) return value;
  }
}
function betaQuantile(p, a, b) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  requireParameters(a, b);
  if (p === 0 || p === 1) return p;
  const mean = a / (a + b);
  return betaShare(mean, b / (a + b), a, b) < p ? 1 - lowerQuantile(1 - p, b, a) : lowerQuantile(p, a, b);
}
function lowerQuantile(p, a, b) {
  return solvePositive(p, a / (a + b), 1, (x) => {
    const share = betaShare(x, 1 - x, a, b);
    return { share, elasticity: betaPower(x, 1 - x, a, b) / ((1 - x) * share) };
  });
}
function requireParameters(a, b) {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`a must be positive and finite, got ${a}`);
  if (!(b > 0 && b < Infinity)) throw new RangeError(`b must be positive and finite, got ${b}`);
}

// src/math/normal.ts
var ROOT_TWO_PI = 2.5066282746310007;
var MILLS = [
  1.541785481116115,
  0.03069792508300774,
  -0.12862355173955634,
  0.08166962659714994,
  -0.03398454194518944,
  0.010561562160879674,
  -0.0024835906018969927,
  41608732591845915e-20,
  -3793953752231272e-20,
  -2163177832106162e-21,
  1231449263471786e-21,
  -11166542383489682e-23,
  -20268035272367846e-24,
  51890471774868944e-25,
  18127580025323286e-26,
  -17619889411013782e-26,
  35860384634419586e-28,
  59064767371166965e-28,
  -30246348551864717e-29,
  -21283264328005433e-29,
  13161455610393478e-30,
  8422329541466157e-30,
  -43077751109369236e-32,
  -36062591571609396e-32,
  7524022109816664e-33,
  16125817225894715e-33
];
function millsRatio(z) {
  const t = (z - 5) / (z + 5);
  let next = 0;
  let last = 0;
  for (let k = MILLS.length - 1; k > 0; k--) {
    const now = 2 * t * next - last + MILLS[k];
    last = next;
    next = now;
  }
  return (t * next - last + MILLS[0]) / (1 + 1.5 * z);
}
function normalDensity(z) {
  const size = Math.abs(z);
  if (size > 40) return 0;
  const coarse = Math.floor(size * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (size - coarse) * (size + coarse)) / ROOT_TWO_PI;
}
function shareAboveMiddle(z) {
  const step = -0.5 * z * z;
  let sum = 1;
  let term = 1;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= step / n;
    sum += term / (2 * n + 1);
  }
  return z * sum / ROOT_TWO_PI;
}
function normalQuantile(p) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const tail = Math.min(p, 1 - p);
  const size = tail > 0.3 ? middleQuantile(Math.abs(p - 0.5)) : tailQuantile(tail);
  return p < 0.5 ? -size : size;
}
function middleQuantile(excess) {
  let z = excess * ROOT_TWO_PI;
  for (let round = 0; round < 3; round++) {
    const error = (shareAboveMiddle(z) - excess) / normalDensity(z);
    z -= error / (1 + 0.5 * z * error);
  }
  return z;
}
function tailQuantile(tail) {
  const t = Math.sqrt(-2 * log(tail));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 1308e-6)));
  for (let round = 0; round < 2; round++) {
    const error = tail / normalDensity(z) - millsRatio(z);
    z -= error / (1 + 0.5 * z * error);
  }
  return z;
}

// src/math/student-t.ts
var NORMAL_FROM = 1e18;
function studentTQuantile(p, df) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  requireDegrees(df);
  if (df >= NORMAL_FROM || p === 0 || p === 1) return normalQuantile(p);
  if (p === 0.5) return 0;
  const excess = Math.abs(p - 0.5);
  const start = Math.abs(normalQuantile(p));
  const size = excess < 0.25 ? solvePositive(excess, start, Infinity, (t) => shareAboveMiddle2(t, df)) : solvePositive(Math.min(p, 1 - p), start, Infinity, (t) => tailBeyond(t, df));
  return p < 0.5 ? -size : size;
}
function shareAboveMiddle2(t, df) {
  const { x, y } = split(t, df);
  const share = 0.5 * betaShare(y, x, 0.5, df / 2);
  return { share, elasticity: betaPower(x, y, df / 2, 0.5) / share };
}
function tailBeyond(t, df) {
  const { x, y } = split(t, df);
  const share = 0.5 * betaShare(x, y, df / 2, 0.5);
  return { share, elasticity: -betaPower(x, y, df / 2, 0.5) / share };
}
function split(t, df) {
  const ratio2 = t / Math.sqrt(df);
  if (ratio2 < 1) {
    const square2 = t * t / df;
    return { x: 1 / (1 + square2), y: square2 / (1 + square2) };
  }
  const square = 1 / ratio2 / ratio2;
  return { x: square / (1 + square), y: 1 / (1 + square) };
}
function requireDegrees(df) {
  if (!(df > 0)) throw new RangeError(`df must be positive, got ${df}`);
}

// src/random/law.ts
function requireLaw(law) {
  switch (law.kind) {
    case "fixed":
      requireTime("value", law.value);
      break;
    case "exponential":
      requirePositive("mean", law.mean);
      break;
    case "erlang":
      requirePositive("mean", law.mean);
      if (!(Number.isInteger(law.phases) && law.phases >= 1)) {
        throw new RangeError(`phases must be a whole number of 1 or more, got ${law.phases}`);
      }
      break;
    case "gamma":
    case "lognormal":
      requirePositive("mean", law.mean);
      requirePositive("squaredCV", law.squaredCV);
      break;
    case "weibull":
      requirePositive("mean", law.mean);
      requirePositive("shape", law.shape);
      break;
    case "uniform":
      requireTime("from", law.from);
      requireTime("to", law.to);
      if (law.to < law.from) throw new RangeError(`to must be ${law.from} (from) or more, got ${law.to}`);
      break;
    case "mix":
      requireMix(law.parts);
      break;
    case "empirical":
      requireSample(law.values, law.weights);
      break;
  }
}
function requireMix(parts) {
  let total = 0;
  for (const part of parts) {
    if (!(part.share >= 0 && part.share <= 1)) throw new RangeError(`share must be between 0 and 1, got ${part.share}`);
    requireLaw(part.law);
    total += part.share;
  }
  if (!(Math.abs(total - 1) <= 1e-9)) throw new RangeError(`shares must sum to 1, got ${total}`);
}
function requireSample(values, weights) {
  if (values.length === 0) throw new RangeError("values must hold at least one time, got none");
  for (const value of values) requireTime("values", value);
  if (weights === void 0) return;
  if (weights.length !== values.length) throw new RangeError(`weights must be as many as values (${values.length}), got ${weights.length}`);
  let total = 0;
  for (const weight of weights) {
    requireTime("weights", weight);
    total += weight;
  }
  requirePositive("sum of weights", total);
}
function requirePositive(name, value) {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive, got ${value}`);
}
function requireTime(name, value) {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
}

// src/random/alias-table.ts
var AliasTable = class {
  cuts;
  // up to here a column belongs to its own thing, by column
  others;
  // whose the rest is, by column
  constructor(weights) {
    const columns = weights.length;
    let total = 0;
    for (const weight of weights) total += weight;
    this.cuts = Float64Array.from(weights, (weight) => weight / total * columns);
    this.others = Int32Array.from(weights, (_, column2) => column2);
    const poor = [];
    const rich = [];
    for (let column2 = 0; column2 < columns; column2++) (this.cuts[column2] < 1 ? poor : rich).push(column2);
    for (let giver = rich.pop(); giver !== void 0; giver = rich.pop()) {
      while (this.cuts[giver] >= 1) {
        const receiver = poor.pop();
        if (receiver === void 0) break;
        this.others[receiver] = giver;
        this.cuts[giver] -= 1 - this.cuts[receiver];
      }
      if (this.cuts[giver] < 1) poor.push(giver);
      else this.cuts[giver] = 1;
    }
    for (const column2 of poor) this.cuts[column2] = 1;
  }
  /** The thing that a uniform number in (0, 1) chooses. */
  choose(uniform2) {
    const place = uniform2 * this.cuts.length;
    const column2 = Math.floor(place);
    return place - column2 < this.cuts[column2] ? column2 : this.others[column2];
  }
};

// src/random/threefry.ts
var PARITY = 466688986;
function threefry2x32(key0, key1, counter0, counter1, out) {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let x0 = (counter0 | 0) + k0 | 0;
  let x1 = (counter1 | 0) + k1 | 0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 13 | x1 >>> 19) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 15 | x1 >>> 17) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 26 | x1 >>> 6) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 6 | x1 >>> 26) ^ x0;
  x0 = x0 + k1 | 0;
  x1 = x1 + k2 + 1 | 0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 17 | x1 >>> 15) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 29 | x1 >>> 3) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 16 | x1 >>> 16) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 24 | x1 >>> 8) ^ x0;
  x0 = x0 + k2 | 0;
  x1 = x1 + k0 + 2 | 0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 13 | x1 >>> 19) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 15 | x1 >>> 17) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 26 | x1 >>> 6) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 6 | x1 >>> 26) ^ x0;
  x0 = x0 + k0 | 0;
  x1 = x1 + k1 + 3 | 0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 17 | x1 >>> 15) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 29 | x1 >>> 3) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 16 | x1 >>> 16) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 24 | x1 >>> 8) ^ x0;
  x0 = x0 + k1 | 0;
  x1 = x1 + k2 + 4 | 0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 13 | x1 >>> 19) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 15 | x1 >>> 17) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 26 | x1 >>> 6) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = (x1 << 6 | x1 >>> 26) ^ x0;
  x0 = x0 + k2 | 0;
  x1 = x1 + k0 + 5 | 0;
  out[0] = x0;
  out[1] = x1;
}
var START_OF_STREAM = 0;
var KEY_OF_REPLICATION = 2;
var KEY_OF_PART = 3;

// src/random/uniform.ts
function uniformFrom(high, low) {
  return ((high >>> 12) * 4294967296 + (low >>> 0) + 0.5) * 2220446049250313e-31;
}

// src/random/xoshiro.ts
var words2 = new Int32Array(2);
function startXoshiro(state, key, replication) {
  threefry2x32(key[0], key[1], replication, START_OF_STREAM, words2);
  state[0] = words2[0];
  state[1] = words2[1];
  threefry2x32(key[0], key[1], replication, START_OF_STREAM + 1, words2);
  state[2] = words2[0];
  state[3] = words2[1];
  if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1;
}
function nextXoshiro(state) {
  const s0 = state[0];
  const s3 = state[3];
  const sum = s0 + s3 | 0;
  const s1 = state[1];
  const s2 = state[2] ^ s0;
  const t = s3 ^ s1;
  state[0] = s0 ^ t;
  state[1] = s1 ^ s2;
  state[2] = s2 ^ s1 << 9;
  state[3] = t << 11 | t >>> 21;
  return (sum << 7 | sum >>> 25) + s0 | 0;
}

// src/random/ziggurat-tables.ts
var EXPONENTIAL_EDGES = Float64Array.of(
  8.69711747013105,
  7.69711747013105,
  6.941033629377213,
  6.47837849383257,
  6.144164665772473,
  5.8821443157954,
  5.666410167454034,
  5.4828906275260625,
  5.323090505754399,
  5.181487281301501,
  5.054288489981305,
  4.938777085901251,
  4.832939741025113,
  4.735242996601741,
  4.644491885420085,
  4.559737061707351,
  4.480211746528422,
  4.405287693473573,
  4.334443680317273,
  4.267242480277366,
  4.203313713735184,
  4.1423408656640515,
  4.084051310408298,
  4.028208544647937,
  3.9746060666737884,
  3.9230625001354897,
  3.873417670399509,
  3.8255294185223367,
  3.779270992411668,
  3.7345288940397974,
  3.691201090237419,
  3.6491955157608538,
  3.6084288131289095,
  3.5688252656483375,
  3.530315889129344,
  3.49283765477406,
  3.4563328211327606,
  3.4207483572511204,
  3.386035442460302,
  3.35214903090011,
  3.319047470970749,
  3.286692171599069,
  3.2550473085704503,
  3.2240795652862646,
  3.1937579032122407,
  3.1640533580259733,
  3.134938858084441,
  3.1063890623398245,
  3.0783802152540907,
  3.0508900166154556,
  3.0238975044556766,
  2.9973829495161306,
  2.9713277599210897,
  2.9457143948950457,
  2.920526286512741,
  2.895747768600142,
  2.8713640120155364,
  2.847360965635189,
  2.8237253024500353,
  2.8004443702507382,
  2.777506146439757,
  2.7548991965623455,
  2.732612636194701,
  2.710636095867929,
  2.688959688741804,
  2.667573980773267,
  2.6464699631518096,
  2.6256390267977885,
  2.6050729387408356,
  2.5847638202141408,
  2.5647041263169053,
  2.54488662711187,
  2.525304390037828,
  2.505950763528594,
  2.48681936174021,
  2.467904050297365,
  2.4491989329782498,
  2.4306983392644197,
  2.4123968126888706,
  2.3942890999214583,
  2.376370140536141,
  2.3586350574093373,
  2.341079147703035,
  2.3236978743901964,
  2.30648685828358,
  2.2894418705322694,
  2.272558825553155,
  2.255833774367219,
  2.2392628983129086,
  2.2228425031110364,
  2.2065690132576634,
  2.19043896672322,
  2.1744490099377747,
  2.1585958930438855,
  2.1428764653998416,
  2.127287671317368,
  2.1118265460190417,
  2.0964902118017146,
  2.0812758743932247,
  2.0661808194905755,
  2.051202409468585,
  2.0363380802487696,
  2.021585338318926,
  2.006941757894518,
  1.9924049782135764,
  1.9779727009573602,
  1.963642687789548,
  1.9494127580071845,
  1.9352807862970511,
  1.9212447005915276,
  1.907302480018387,
  1.8934521529393078,
  1.8796917950722107,
  1.8660195276928275,
  1.852433515911175,
  1.8389319670188793,
  1.8255131289035191,
  1.8121752885263902,
  1.7989167704602904,
  1.7857359354841253,
  1.772631179231305,
  1.7596009308890743,
  1.746643651946074,
  1.7337578349855711,
  1.720942002521935,
  1.7081947058780576,
  1.6955145241015377,
  1.6829000629175537,
  1.670349953716452,
  1.6578628525741725,
  1.6454374393037234,
  1.6330724165359911,
  1.6207665088282577,
  1.6085184617988582,
  1.5963270412864832,
  1.5841910325326887,
  1.5721092393862295,
  1.5600804835278879,
  1.5481036037145133,
  1.5361774550410319,
  1.524300908219226,
  1.5124728488721169,
  1.5006921768428165,
  1.4889578055167456,
  1.4772686611561334,
  1.4656236822457451,
  1.4540218188487932,
  1.4424620319720123,
  1.4309432929388795,
  1.4194645827699828,
  1.4080248915695353,
  1.3966232179170417,
  1.3852585682631218,
  1.3739299563284901,
  1.3626364025050866,
  1.351376933258335,
  1.3401505805295046,
  1.3289563811371163,
  1.3177933761763245,
  1.306660610415174,
  1.2955571316866008,
  1.2844819902750126,
  1.2734342382962411,
  1.2624129290696153,
  1.2514171164808525,
  1.2404458543344064,
  1.229498195693849,
  1.2185731922087903,
  1.2076698934267613,
  1.196787346088403,
  1.1859245934042024,
  1.1750806743109117,
  1.1642546227056791,
  1.1534454666557747,
  1.1426522275816728,
  1.1318739194110787,
  1.1211095477013306,
  1.1103581087274115,
  1.0996185885325978,
  1.0888899619385473,
  1.0781711915113728,
  1.067461226479968,
  1.0567590016025519,
  1.0460634359770447,
  1.035373431790529,
  1.0246878730026179,
  1.0140056239570971,
  1.0033255279156974,
  0.9926464055072765,
  0.9819670530850632,
  0.9712862409839039,
  0.9606027116686671,
  0.9499151777640766,
  0.939222319955263,
  0.9285227847472112,
  0.917815182070045,
  0.907098082715691,
  0.8963700155898907,
  0.8856294647617523,
  0.8748748662910258,
  0.8641046048110052,
  0.853317009842374,
  0.8425103518103693,
  0.8316828377342739,
  0.8208326065544125,
  0.8099577240574191,
  0.7990561773554878,
  0.7881258688694932,
  0.7771646097591305,
  0.7661701127354354,
  0.7551399841819829,
  0.7440717155005088,
  0.7329626735843661,
  0.7218100903087569,
  0.7106110509096557,
  0.6993624811032326,
  0.6880611327737486,
  0.6767035680295234,
  0.6652861413926786,
  0.6538049798476656,
  0.642255960424537,
  0.630634684933491,
  0.6189364513948767,
  0.6071562216203008,
  0.5952885842915036,
  0.5833277127487703,
  0.571267316532589,
  0.5591005855115413,
  0.5468201251633111,
  0.5344178812371662,
  0.5218850515921356,
  0.509211982443655,
  0.4963880455186716,
  0.48340149165346225,
  0.47023927508216945,
  0.45688684093142073,
  0.44332786607355296,
  0.4295439402254113,
  0.415514169600357,
  0.4012146788962784,
  0.38661797794112024,
  0.37169214532991784,
  0.3563997602583944,
  0.3406964810648498,
  0.32452911701691006,
  0.3078329546749329,
  0.29052795549123117,
  0.2725131854784655,
  0.25365836338591286,
  0.23379048305967554,
  0.21267151063096745,
  0.18995868962243279,
  0.1651276225641883,
  0.1373049809400138,
  0.10483850756582018,
  0.06385216381500348,
  0
);
var EXPONENTIAL_HEIGHTS = Float64Array.of(
  1670666923079639e-19,
  45413435384149677e-20,
  9672692823271745e-19,
  0.0015362997803015724,
  0.0021459677437189063,
  0.002788798793574076,
  0.003460264777836904,
  0.004157295120833795,
  0.004877655983542392,
  0.005619642207205483,
  0.006381905937319179,
  0.007163353183634984,
  0.00796307743801704,
  0.008780314985808975,
  0.00961441364250221,
  0.010464810181029979,
  0.011331013597834597,
  0.012212592426255381,
  0.013109164931254991,
  0.014020391403181938,
  0.014945968011691148,
  0.015885621839973163,
  0.016839106826039948,
  0.01780620041091136,
  0.01878670074469603,
  0.019780424338009743,
  0.020787204072578117,
  0.02180688750428358,
  0.02283933540638524,
  0.02388442051155817,
  0.024942026419731783,
  0.026012046645134217,
  0.0270943837809558,
  0.028188948763978636,
  0.029295660224637393,
  0.030414443910466604,
  0.03154523217289361,
  0.032687963508959535,
  0.03384258215087433,
  0.03500903769739741,
  0.03618728478193142,
  0.03737728277295936,
  0.03857899550307486,
  0.039792391023374125,
  0.04101744138041482,
  0.042254122413316234,
  0.04350241356888818,
  0.04476229773294328,
  0.04603376107617517,
  0.04731679291318155,
  0.0486113855733795,
  0.04991753428270637,
  0.05123523705512628,
  0.05256449459307169,
  0.05390531019604609,
  0.05525768967669704,
  0.05662164128374288,
  0.05799717563120066,
  0.059384305633420266,
  0.06078304644547963,
  0.062193415408540995,
  0.06361543199980733,
  0.06504911778675375,
  0.06649449638533977,
  0.0679515934219366,
  0.06942043649872875,
  0.07090105516237183,
  0.07239348087570874,
  0.07389774699236475,
  0.07541388873405841,
  0.0769419431704805,
  0.07848194920160642,
  0.0800339475423199,
  0.08159798070923742,
  0.08317409300963238,
  0.08476233053236812,
  0.08636274114075691,
  0.08797537446727022,
  0.08960028191003286,
  0.09123751663104016,
  0.09288713355604354,
  0.09454918937605586,
  0.0962237425504328,
  0.0979108533114922,
  0.09961058367063713,
  0.10132299742595363,
  0.10304816017125772,
  0.10478613930657017,
  0.10653700405000166,
  0.1083008254510338,
  0.11007767640518538,
  0.1118676316700563,
  0.11367076788274431,
  0.11548716357863353,
  0.11731689921155557,
  0.11916005717532768,
  0.12101672182667483,
  0.12288697950954514,
  0.12477091858083096,
  0.12666862943751067,
  0.12858020454522817,
  0.13050573846833077,
  0.13244532790138752,
  0.13439907170221363,
  0.13636707092642886,
  0.1383494288635802,
  0.14034625107486245,
  0.1423576454324722,
  0.14438372216063478,
  0.14642459387834494,
  0.1484803756438668,
  0.1505511850010399,
  0.15263714202744286,
  0.15473836938446808,
  0.15685499236936523,
  0.1589871389693142,
  0.16113493991759203,
  0.16329852875190182,
  0.165478041874936,
  0.1676736186172502,
  0.16988540130252766,
  0.17211353531532006,
  0.1743581691713535,
  0.17661945459049488,
  0.1788975465724783,
  0.1811926034754963,
  0.18350478709776746,
  0.1858342627621971,
  0.18818119940425432,
  0.1905457696631954,
  0.19292814997677135,
  0.19532852067956322,
  0.19774706610509887,
  0.20018397469191127,
  0.20263943909370902,
  0.2051136562938377,
  0.20760682772422204,
  0.21011915938898826,
  0.21265086199297828,
  0.21520215107537868,
  0.21777324714870053,
  0.2203643758433595,
  0.2229757680581202,
  0.22560766011668407,
  0.2282602939307167,
  0.2309339171696274,
  0.23362878343743335,
  0.23634515245705964,
  0.23908329026244918,
  0.24184346939887721,
  0.2446259691318921,
  0.24743107566532763,
  0.2502590823688623,
  0.25311029001562946,
  0.2559850070304154,
  0.25888354974901623,
  0.261806242689363,
  0.2647534188350622,
  0.2677254199320448,
  0.27072259679906,
  0.27374530965280297,
  0.27679392844851736,
  0.2798688332369729,
  0.28297041453878075,
  0.2860990737370768,
  0.28925522348967775,
  0.2924392881618926,
  0.2956517042812612,
  0.2988929210155818,
  0.3021634006756935,
  0.30546361924459026,
  0.3087940669345602,
  0.31215524877417955,
  0.31554768522712895,
  0.31897191284495724,
  0.32242848495608917,
  0.3259179723935562,
  0.3294409642641363,
  0.332998068761809,
  0.3365899140286776,
  0.34021714906678,
  0.3438804447045024,
  0.347580494621637,
  0.35131801643748334,
  0.35509375286678746,
  0.3589084729487498,
  0.3627629733548178,
  0.36665807978151416,
  0.370594648435146,
  0.37457356761590216,
  0.3785957594095808,
  0.38266218149600983,
  0.38677382908413765,
  0.3909317369847971,
  0.39513698183329016,
  0.3993906844752311,
  0.4036940125305303,
  0.4080481831520324,
  0.4124544659971612,
  0.4169141864330029,
  0.4214287289976166,
  0.42599954114303434,
  0.43062813728845883,
  0.4353161032156366,
  0.4400651008423539,
  0.4448768734145485,
  0.449753251162755,
  0.4546961574746155,
  0.4597076156421377,
  0.4647897562504262,
  0.46994482528396,
  0.4751751930373774,
  0.4804833639304542,
  0.4858719873418849,
  0.49134386959403253,
  0.49690198724154955,
  0.5025495018413477,
  0.5082897764106429,
  0.5141263938147486,
  0.5200631773682336,
  0.5261042139836197,
  0.5322538802630433,
  0.5385168720028619,
  0.5448982376724396,
  0.5514034165406413,
  0.5580382822625874,
  0.5648091929124002,
  0.5717230486648258,
  0.578787358602845,
  0.586010318477268,
  0.5934009016917334,
  0.6009689663652322,
  0.608725382079622,
  0.6166821809152077,
  0.624852738703666,
  0.6332519942143661,
  0.6418967164272661,
  0.6508058334145711,
  0.6600008410789997,
  0.6695063167319247,
  0.6793505722647654,
  0.689566496117078,
  0.7001926550827882,
  0.711274760805076,
  0.722867659593572,
  0.7350380924314235,
  0.7478686219851951,
  0.7614633888498963,
  0.7759568520401156,
  0.7915276369724956,
  0.8084216515230084,
  0.8269932966430503,
  0.8477855006239896,
  0.8717043323812036,
  0.9004699299257465,
  0.9381436808621747,
  1
);
var NORMAL_EDGES = Float64Array.of(
  3.910757959524916,
  3.654152885361009,
  3.449278298561431,
  3.3202447338398255,
  3.2245750520478014,
  3.147889289518001,
  3.0835261320021434,
  3.0278377917695933,
  2.978603279881843,
  2.9343668672088876,
  2.894121053613412,
  2.8571387308732246,
  2.822877396826443,
  2.7909211740019275,
  2.760944005279986,
  2.7326853590440114,
  2.705933656123062,
  2.680514643285745,
  2.6562830375767432,
  2.6331163936315827,
  2.6109105184888235,
  2.5895759867082866,
  2.569035452681844,
  2.5492215503247833,
  2.530075232159854,
  2.5115444416266945,
  2.4935830412710467,
  2.476149939670523,
  2.459208374334705,
  2.442725318200364,
  2.4266709849371466,
  2.4110184139011195,
  2.3957431197819274,
  2.3808227951720857,
  2.366237056717291,
  2.3519672273791445,
  2.337996148796529,
  2.3243080188711325,
  2.310888250601372,
  2.2977233489028634,
  2.284800802724492,
  2.2721089902283818,
  2.2596370951737876,
  2.247375032947389,
  2.235313384929921,
  2.2234433400925107,
  2.211756642884161,
  2.2002455466112765,
  2.1889027716263607,
  2.177721467740293,
  2.1666951803543086,
  2.1558178198767375,
  2.145083634047889,
  2.134487182846017,
  2.1240233156895236,
  2.113687150686653,
  2.1034740557148774,
  2.093379631138792,
  2.0833996939983046,
  2.073530263518743,
  2.0637675478117323,
  2.0541079316506523,
  2.0445479652175313,
  2.035084353729619,
  2.025713947863854,
  2.016433734906204,
  2.0072408305605287,
  1.9981324713584196,
  1.989106007617438,
  1.9801588969004766,
  1.9712886979336592,
  1.962493064944363,
  1.9537697423846467,
  1.9451165600086784,
  1.9365314282756947,
  1.9280123340526658,
  1.9195573365931882,
  1.9111645637712533,
  1.9028322085504292,
  1.8945585256707047,
  1.8863418285367828,
  1.8781804862929958,
  1.8700729210712668,
  1.8620176053996742,
  1.8540130597602018,
  1.8460578502851854,
  1.8381505865828067,
  1.830289919682757,
  1.8224745400938858,
  1.8147031759662826,
  1.8069745913508208,
  1.7992875845497203,
  1.7916409865521625,
  1.7840336595494415,
  1.7764644955245228,
  1.7689324149112686,
  1.7614363653189102,
  1.7539753203176716,
  1.7465482782817223,
  1.7391542612859117,
  1.7317923140529632,
  1.724461502948045,
  1.717160915017823,
  1.7098896570713018,
  1.7026468547999232,
  1.6954316519345616,
  1.6882432094371953,
  1.681080704725174,
  1.673943330926125,
  1.6668302961616654,
  1.6597408228581825,
  1.652674147083056,
  1.6456295179047824,
  1.6386061967755476,
  1.6316034569348736,
  1.6246205828330347,
  1.6176568695730156,
  1.6107116223698301,
  1.6037841560260946,
  1.5968737944227882,
  1.5899798700241907,
  1.5831017233960292,
  1.5762387027359064,
  1.5693901634151237,
  1.562555467531045,
  1.5557339834691764,
  1.5489250854741734,
  1.5421281532290019,
  1.535342571441514,
  1.5285677294377125,
  1.521803020760998,
  1.5150478427767147,
  1.5083015962813116,
  1.5015636851154637,
  1.4948335157804935,
  1.4881104970574475,
  1.4813940396281873,
  1.4746835556978555,
  1.4679784586180795,
  1.4612781625102755,
  1.4545820818884103,
  1.447889631280576,
  1.441200224848724,
  1.4345132760058923,
  1.427828197030256,
  1.421144398675309,
  1.4144612897754711,
  1.407778276846399,
  1.401094763679251,
  1.394410150928141,
  1.3877238356899761,
  1.3810352110758555,
  1.3743436657731662,
  1.367648583597476,
  1.360949343033283,
  1.354245316762635,
  1.3475358711805872,
  1.340820365896404,
  1.33409815321936,
  1.3273685776279258,
  1.3206309752210563,
  1.3138846731502205,
  1.3071289890307312,
  1.3003632303308372,
  1.2935866937369478,
  1.2867986644932436,
  1.279998415713818,
  1.2731852076653563,
  1.2663582870182295,
  1.2595168860637143,
  1.2526602218948972,
  1.2457874955486272,
  1.2388978911056874,
  1.2319905747461362,
  1.2250646937565308,
  1.2181193754854815,
  1.211153726243699,
  1.2041668301443815,
  1.1971577478794415,
  1.190125515426692,
  1.1830691426826867,
  1.175987612015452,
  1.168879876730833,
  1.1617448594456115,
  1.1545814503599277,
  1.147388505420849,
  1.1401648443681514,
  1.1329092486525338,
  1.1256204592155334,
  1.118297174119345,
  1.1109380460135758,
  1.1035416794246398,
  1.0961066278520215,
  1.0886313906539797,
  1.0811144097034038,
  1.0735540657924363,
  1.0659486747621225,
  1.0582964833306752,
  1.05059566459093,
  1.042844313144149,
  1.035040439833441,
  1.0271819660356458,
  1.0192667174654841,
  1.0112924174399958,
  1.003256679544673,
  0.995156999635091,
  0.9869907470990624,
  0.9787551552942246,
  0.9704473110642244,
  0.9620641432230406,
  0.953602409881086,
  0.9450586844681654,
  0.9364293402865751,
  0.9277105334020002,
  0.9188981836495906,
  0.9099879534967185,
  0.9009752244612218,
  0.8918550707329416,
  0.8826222295851656,
  0.8732710680888608,
  0.8637955455533088,
  0.8541891710081638,
  0.8444449549091539,
  0.8345553540863822,
  0.8245122087522921,
  0.8143066701352152,
  0.8039291169899713,
  0.7933690588406233,
  0.7826150233072331,
  0.7716544242245681,
  0.7604734064301081,
  0.7490566620178153,
  0.7373872114342956,
  0.7254461409099996,
  0.7132122851909759,
  0.7006618411068151,
  0.6877678927957885,
  0.6744998228372938,
  0.6608225742444197,
  0.6466957148949938,
  0.6320722363860611,
  0.6168969900077514,
  0.6011046177559927,
  0.5846167661063794,
  0.5673382570538188,
  0.5491517023271651,
  0.5299097206615582,
  0.5094233296020918,
  0.487443966139236,
  0.46363433679088223,
  0.4375184022078717,
  0.40838913461199117,
  0.37512133287838056,
  0.33573751921442524,
  0.2861745917920725,
  0.2152418959848817,
  0
);
var NORMAL_HEIGHTS = Float64Array.of(
  47746776460938755e-20,
  0.0012602859304985975,
  0.002609072746102163,
  0.0040379725933630305,
  0.005522403299250998,
  0.007050875471373227,
  0.008616582769398732,
  0.010214971439701471,
  0.01184275785790789,
  0.01349745060173988,
  0.015177088307935327,
  0.01688008315254317,
  0.018605121275724647,
  0.02035109623004452,
  0.022117062707308868,
  0.023902203305795882,
  0.025705804008548896,
  0.027527235669603085,
  0.029365939758133317,
  0.03122141719192025,
  0.03309321945857852,
  0.034980941461716084,
  0.03688421568856729,
  0.03880270740452612,
  0.04073611065594093,
  0.04268414491647444,
  0.04464655225129445,
  0.04662309490193037,
  0.04861355321586853,
  0.05061772386094777,
  0.05263541827679218,
  0.05466646132488892,
  0.0567106901062029,
  0.058767952920933765,
  0.060838108349539864,
  0.06292102443775813,
  0.06501657797124286,
  0.0671246538277885,
  0.06924514439700677,
  0.07137794905889037,
  0.07352297371398127,
  0.07568013035892708,
  0.07784933670209605,
  0.08003051581466306,
  0.08222359581320286,
  0.08442850957035337,
  0.08664519445055796,
  0.0888735920682758,
  0.09111364806637363,
  0.09336531191269087,
  0.09562853671300883,
  0.0979032790388623,
  0.10018949876880982,
  0.1024871589419351,
  0.1047962256224869,
  0.10711666777468365,
  0.10944845714681165,
  0.111791568163838,
  0.11414597782783836,
  0.11651166562561081,
  0.11888861344290999,
  0.12127680548479022,
  0.12367622820159656,
  0.12608687022018586,
  0.12850872227999954,
  0.13094177717364433,
  0.13338602969166913,
  0.13584147657125373,
  0.13830811644855073,
  0.1407859498144447,
  0.14327497897351343,
  0.14577520800599406,
  0.14828664273257455,
  0.1508092906818457,
  0.15334316106026286,
  0.15588826472447923,
  0.1584446141559243,
  0.1610122234375111,
  0.16359110823236572,
  0.16618128576448207,
  0.1687827748012115,
  0.17139559563750595,
  0.17401977008183878,
  0.176655321443735,
  0.17930227452284767,
  0.18196065559952257,
  0.18463049242679927,
  0.18731181422380028,
  0.19000465167046499,
  0.19270903690358915,
  0.19542500351413428,
  0.19815258654577514,
  0.2008918224946566,
  0.20364274931033488,
  0.20640540639788074,
  0.20917983462112502,
  0.21196607630703018,
  0.2147641752511736,
  0.21757417672433116,
  0.22039612748015197,
  0.22323007576391746,
  0.22607607132238022,
  0.22893416541468026,
  0.2318044108243386,
  0.23468686187232993,
  0.23758157443123798,
  0.24048860594050042,
  0.24340801542275015,
  0.24633986350126366,
  0.24928421241852827,
  0.25224112605594196,
  0.2552106699546617,
  0.25819291133761896,
  0.2611879191327209,
  0.2641957639972608,
  0.26721651834356114,
  0.27025025636587524,
  0.2732970540685769,
  0.2763569892956681,
  0.2794301417616378,
  0.28251659308370747,
  0.2856164268155016,
  0.28872972848218276,
  0.29185658561709504,
  0.2949970877999617,
  0.29815132669668537,
  0.30131939610080294,
  0.3045013919766498,
  0.30769741250429195,
  0.31090755812628634,
  0.3141319315963371,
  0.3173706380299135,
  0.32062378495690536,
  0.3238914823763911,
  0.32717384281360135,
  0.3304709813791634,
  0.3337830158307183,
  0.33711006663700593,
  0.3404522570445217,
  0.3438097131468506,
  0.34718256395679353,
  0.35057094148140594,
  0.3539749808000766,
  0.3573948201457803,
  0.3608306009896478,
  0.3642824681290038,
  0.3677505697790323,
  0.3712350576682393,
  0.3747360871378909,
  0.37825381724561896,
  0.38178841087339344,
  0.3853400348400771,
  0.3889088600187886,
  0.3924950614593154,
  0.39609881851583223,
  0.39972031498019706,
  0.40335973922111434,
  0.4070172843294732,
  0.41069314827018805,
  0.41438753404089096,
  0.418100649837848,
  0.4218327092294958,
  0.42558393133802186,
  0.4293545410294413,
  0.43314476911265215,
  0.4369548525479854,
  0.4407850346658038,
  0.4446355653957392,
  0.4485067015072028,
  0.4523987068618483,
  0.45631185267871616,
  0.46024641781284253,
  0.464202689048174,
  0.46818096140569326,
  0.4721815384677298,
  0.47620473271950553,
  0.4802508659090465,
  0.48432026942668294,
  0.48841328470545764,
  0.4925302636438682,
  0.4966715690524894,
  0.5008375751261485,
  0.5050286679434679,
  0.5092452459957476,
  0.5134877207473266,
  0.5177565172297559,
  0.5220520746723215,
  0.526374847171684,
  0.5307253044036616,
  0.5351039323804572,
  0.5395112342569517,
  0.5439477311900258,
  0.5484139632552655,
  0.552910490425832,
  0.5574378936187656,
  0.561996775814524,
  0.566587763256164,
  0.5712115067352528,
  0.5758686829723533,
  0.5805599961007905,
  0.5852861792633709,
  0.5900479963328256,
  0.594846243767987,
  0.5996817526191249,
  0.6045553906974674,
  0.6094680649257731,
  0.6144207238889136,
  0.6194143606058341,
  0.6244500155470262,
  0.6295287799248364,
  0.6346517992876233,
  0.6398202774530563,
  0.6450354808208221,
  0.6502987431108165,
  0.655611470579697,
  0.6609751477766629,
  0.6663913439087499,
  0.6718617198970818,
  0.6773880362187731,
  0.6829721616449944,
  0.6886160830046714,
  0.6943219161261164,
  0.7000919181365113,
  0.7059285013327539,
  0.7118342488782481,
  0.7178119326307216,
  0.7238645334686298,
  0.7299952645614758,
  0.7362075981268623,
  0.7425052963401507,
  0.7488924472191565,
  0.7553735065070958,
  0.7619533468367949,
  0.7686373157984858,
  0.7754313049811867,
  0.7823418326548021,
  0.7893761435660241,
  0.7965423304229586,
  0.8038494831709639,
  0.8113078743126559,
  0.818929191603702,
  0.826726833946221,
  0.8347162929868832,
  0.842915653112204,
  0.8513462584586777,
  0.8600336211963312,
  0.8690086880368567,
  0.8783096558089171,
  0.887984660755833,
  0.8980959218983431,
  0.9087264400521305,
  0.9199915050393467,
  0.9320600759592301,
  0.9451989534422993,
  0.9598790918001063,
  0.9771017012676713,
  1
);

// src/random/unit-variates.ts
var TWO_TO_32 = 4294967296;
var PLACE = 2220446049250313e-31;
var EXPONENTIAL_WIDTHS = EXPONENTIAL_EDGES.map((edge) => edge * PLACE);
var NORMAL_WIDTHS = NORMAL_EDGES.map((edge) => edge * PLACE);
function fillUniform(state, block, size) {
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < size; i++) {
    let sum = s0 + s3;
    const high = (sum << 7 | sum >>> 25) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = s3 << 11 | s3 >>> 21;
    sum = s0 + s3;
    const low = (sum << 7 | sum >>> 25) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = s3 << 11 | s3 >>> 21;
    block[i] = ((high >>> 12) * TWO_TO_32 + (low >>> 0) + 0.5) * PLACE;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}
function fillExponential(state, block, size, mean) {
  const edges = EXPONENTIAL_EDGES;
  const widths = EXPONENTIAL_WIDTHS;
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < size; i++) {
    let sum = s0 + s3;
    const high = (sum << 7 | sum >>> 25) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = s3 << 11 | s3 >>> 21;
    sum = s0 + s3;
    const low = (sum << 7 | sum >>> 25) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = s3 << 11 | s3 >>> 21;
    const layer = high & 255;
    const x = ((high >>> 12) * TWO_TO_32 + (low >>> 0) + 0.5) * widths[layer];
    if (x < edges[layer + 1]) {
      block[i] = mean * x;
      continue;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    block[i] = mean * exponentialAtEdge(state, layer, x);
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}
function exponentialAtEdge(state, layer, x) {
  let tail = 0;
  for (; ; ) {
    if (x < EXPONENTIAL_EDGES[layer + 1]) return tail + x;
    if (layer === 0) tail += EXPONENTIAL_EDGES[1];
    else {
      const floor = EXPONENTIAL_HEIGHTS[layer];
      if (floor + nextUniform(state) * (EXPONENTIAL_HEIGHTS[layer + 1] - floor) < exp(-x)) return tail + x;
    }
    const high = nextXoshiro(state);
    const low = nextXoshiro(state);
    layer = high & 255;
    x = ((high >>> 12) * TWO_TO_32 + (low >>> 0) + 0.5) * EXPONENTIAL_WIDTHS[layer];
  }
}
function fillNormal(state, block, size) {
  const edges = NORMAL_EDGES;
  const widths = NORMAL_WIDTHS;
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < size; i++) {
    let sum = s0 + s3;
    const high = (sum << 7 | sum >>> 25) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = s3 << 11 | s3 >>> 21;
    sum = s0 + s3;
    const low = (sum << 7 | sum >>> 25) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = s3 << 11 | s3 >>> 21;
    const layer = high & 255;
    const x = ((high >> 11) * TWO_TO_32 + (low >>> 0) + 0.5) * widths[layer];
    if (Math.abs(x) < edges[layer + 1]) {
      block[i] = x;
      continue;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    block[i] = normalAtEdge(state, layer, x);
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}
function normalAtEdge(state, layer, x) {
  for (; ; ) {
    if (Math.abs(x) < NORMAL_EDGES[layer + 1]) return x;
    if (layer === 0) return x < 0 ? -normalTail(state) : normalTail(state);
    const floor = NORMAL_HEIGHTS[layer];
    if (floor + nextUniform(state) * (NORMAL_HEIGHTS[layer + 1] - floor) < exp(-0.5 * x * x)) return x;
    const high = nextXoshiro(state);
    const low = nextXoshiro(state);
    layer = high & 255;
    x = ((high >> 11) * TWO_TO_32 + (low >>> 0) + 0.5) * NORMAL_WIDTHS[layer];
  }
}
function normalTail(state) {
  const edge = NORMAL_EDGES[1];
  for (; ; ) {
    const beyond = nextExponential(state) / edge;
    if (2 * nextExponential(state) > beyond * beyond) return edge + beyond;
  }
}
var one = new Float64Array(1);
function nextUniform(state) {
  const high = nextXoshiro(state);
  return uniformFrom(high, nextXoshiro(state));
}
function nextExponential(state) {
  fillExponential(state, one, 1, 1);
  return one[0];
}
function nextNormal(state) {
  fillNormal(state, one, 1);
  return one[0];
}

// src/random/sources.ts
var SUMMED_PHASES = 30;
function sourceOf(law, key) {
  switch (law.kind) {
    case "fixed":
      return new Fixed(law.value);
    case "exponential":
      return new Exponential(law.mean, key);
    case "erlang":
      if (law.phases === 1) return new Exponential(law.mean, key);
      return law.phases <= SUMMED_PHASES ? new Erlang(law.mean, law.phases, key) : new Gamma(law.mean, law.phases, key);
    case "gamma":
      return new Gamma(law.mean, 1 / law.squaredCV, key);
    case "lognormal":
      return new Lognormal(law.mean, law.squaredCV, key);
    case "weibull":
      return new Weibull(law.mean, law.shape, key);
    case "uniform":
      return new Uniform(law.from, law.to, key);
    case "mix":
      return new Mix(law.parts, key);
    case "empirical":
      return new Empirical(law.values, law.weights, key);
  }
}
var Fixed = class {
  value;
  constructor(value) {
    this.value = value;
  }
  restart() {
  }
  fill(block, size) {
    block.fill(this.value, 0, size);
  }
};
var Random = class {
  state = new Int32Array(4);
  key;
  constructor(key) {
    this.key = key;
  }
  restart(replication) {
    startXoshiro(this.state, this.key, replication);
  }
};
var Uniform = class extends Random {
  from;
  width;
  constructor(from, to, key) {
    super(key);
    this.from = from;
    this.width = to - from;
  }
  fill(block, size) {
    fillUniform(this.state, block, size);
    const { from, width } = this;
    for (let i = 0; i < size; i++) block[i] = from + width * block[i];
  }
};
var Exponential = class extends Random {
  mean;
  constructor(mean, key) {
    super(key);
    this.mean = mean;
  }
  fill(block, size) {
    fillExponential(this.state, block, size, this.mean);
  }
};
var AT_ONCE = 64;
var phaseTimes = new Float64Array(AT_ONCE * SUMMED_PHASES);
var Erlang = class extends Random {
  phaseMean;
  phases;
  constructor(mean, phases, key) {
    super(key);
    this.phaseMean = mean / phases;
    this.phases = phases;
  }
  fill(block, size) {
    const { phaseMean, phases } = this;
    for (let from = 0; from < size; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, size - from);
      fillExponential(this.state, phaseTimes, count * phases, phaseMean);
      for (let i = 0, phase = 0; i < count; i++) {
        let sum = 0;
        for (const end = phase + phases; phase < end; phase++) sum += phaseTimes[phase];
        block[from + i] = sum;
      }
    }
  }
};
var Gamma = class extends Random {
  scale;
  shape;
  constructor(mean, shape, key) {
    super(key);
    this.scale = mean / shape;
    this.shape = shape;
  }
  fill(block, size) {
    const { state, scale, shape } = this;
    const isBoosted = shape < 1;
    const d = (isBoosted ? shape + 1 : shape) - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (let i = 0; i < size; i++) {
      const unit = d * acceptedCube(state, c, d);
      block[i] = scale * (isBoosted ? unit * exp(-nextExponential(state) / shape) : unit);
    }
  }
};
function acceptedCube(state, c, d) {
  for (; ; ) {
    const z = nextNormal(state);
    const root = 1 + c * z;
    if (root <= 0) continue;
    const cube = root * root * root;
    const uniform2 = nextUniform(state);
    const square = z * z;
    if (uniform2 < 1 - 0.0331 * square * square) return cube;
    if (log(uniform2) < 0.5 * square + d * (1 - cube + log(cube))) return cube;
  }
}
var Lognormal = class extends Random {
  mean;
  sigma;
  shift;
  constructor(mean, squaredCV, key) {
    super(key);
    const variance = log1p(squaredCV);
    this.mean = mean;
    this.sigma = Math.sqrt(variance);
    this.shift = -variance / 2;
  }
  fill(block, size) {
    fillNormal(this.state, block, size);
    const { mean, sigma, shift } = this;
    for (let i = 0; i < size; i++) block[i] = mean * exp(shift + sigma * block[i]);
  }
};
var Weibull = class extends Random {
  scale;
  power;
  constructor(mean, shape, key) {
    super(key);
    this.scale = mean * exp(-logGamma(1 + 1 / shape));
    this.power = 1 / shape;
  }
  fill(block, size) {
    fillExponential(this.state, block, size, 1);
    const { scale, power } = this;
    for (let i = 0; i < size; i++) block[i] = scale * exp(power * log(block[i]));
  }
};
var Mix = class extends Random {
  choice;
  parts;
  one = new Float64Array(1);
  constructor(parts, key) {
    super(key);
    this.choice = new AliasTable(parts.map((part) => part.share));
    this.parts = parts.map((part, index) => sourceOf(part.law, keyOfPart(key, index)));
  }
  restart(replication) {
    super.restart(replication);
    for (const part of this.parts) part.restart(replication);
  }
  fill(block, size) {
    const { state, choice, parts, one: one2 } = this;
    fillUniform(state, block, size);
    for (let i = 0; i < size; i++) {
      parts[choice.choose(block[i])].fill(one2, 1);
      block[i] = one2[0];
    }
  }
};
function keyOfPart(key, index) {
  const words3 = new Int32Array(2);
  threefry2x32(key[0], key[1], index, KEY_OF_PART, words3);
  return [words3[0], words3[1]];
}
var Empirical = class extends Random {
  values;
  choice;
  constructor(values, weights, key) {
    super(key);
    this.values = Float64Array.from(values);
    this.choice = new AliasTable(weights ?? values.map(() => 1));
  }
  fill(block, size) {
    fillUniform(this.state, block, size);
    const { values, choice } = this;
    for (let i = 0; i < size; i++) block[i] = values[choice.choose(block[i])];
  }
};

// src/random/stream.ts
var FIRST_BLOCK = 64;
var LARGEST_BLOCK = 4096;
var Stream = class {
  at = 0;
  size = 0;
  block = new Float64Array(FIRST_BLOCK);
  nextSize = FIRST_BLOCK;
  source;
  /** @throws RangeError if no time could follow that law */
  constructor(law, key) {
    requireLaw(law);
    this.source = sourceOf(law, key);
    this.restart(0);
  }
  /** Goes to the start of a replication, a whole number from 0 to 2^32 - 1. A new stream stands at replication 0. */
  restart(replication) {
    this.source.restart(replication);
    this.at = this.size = 0;
    this.nextSize = FIRST_BLOCK;
  }
  /** The next time. */
  next() {
    if (this.at === this.size) this.refill();
    return this.block[this.at++];
  }
  // Returns nothing: a fraction that comes back from a function that is not inlined costs an allocation, for every time drawn.
  refill() {
    const size = this.nextSize;
    if (this.block.length < size) this.block = new Float64Array(size);
    this.source.fill(this.block, size);
    this.size = size;
    this.nextSize = Math.min(2 * size, LARGEST_BLOCK);
    this.at = 0;
  }
};

// src/replication/arrivals.ts
var UNIT_EXPONENTIAL = { kind: "exponential", mean: 1 };
var UNIFORM = { kind: "uniform", from: 0, to: 1 };
var Arrivals = class {
  table;
  /** Of the list: the entry that `next` gave last. */
  entry = -1;
  gaps;
  days;
  sizes;
  classes;
  piece = 0;
  // of the rate table
  /** Moment of the arrival that `next` found, in seconds; Infinity: nobody comes any more. */
  at = Number.NaN;
  factor = Number.NaN;
  // of the day
  startsAt = Number.NaN;
  constructor(table, seed, name) {
    this.table = table;
    const law = table.process === POISSON ? UNIT_EXPONENTIAL : table.between;
    this.gaps = table.process === LIST || law === null ? null : new Stream(law, deriveKey(seed, "arrival", name));
    this.days = table.busyness > 0 ? new Stream({ kind: "gamma", mean: 1, squaredCV: table.busyness }, deriveKey(seed, "busyness", "day")) : null;
    this.sizes = table.batchSize.length > 1 ? new Stream(UNIFORM, deriveKey(seed, "batch", name)) : null;
    this.classes = table.mixClass.length > 1 ? new Stream(UNIFORM, deriveKey(seed, "class", name)) : null;
  }
  restart(replication, startsAt) {
    this.gaps?.restart(replication);
    this.sizes?.restart(replication);
    this.classes?.restart(replication);
    this.factor = 1;
    if (this.days !== null) {
      this.days.restart(replication);
      this.factor = this.days.next();
    }
    this.startsAt = startsAt;
    this.piece = 0;
    this.at = startsAt;
    this.entry = -1;
  }
  /** Goes to the next arrival. */
  next() {
    if (this.table.process === POISSON) return this.nextPoisson();
    if (this.table.process === RENEWAL) {
      this.at += this.gaps.next();
      return;
    }
    const { listAt } = this.table;
    do
      this.entry++;
    while (this.entry < listAt.length && listAt[this.entry] < this.startsAt);
    this.at = this.entry < listAt.length ? listAt[this.entry] : Infinity;
  }
  nextPoisson() {
    const { rateAt, rateFrom, rateTo } = this.table;
    let work = this.gaps.next() / this.factor;
    while (this.piece < rateFrom.length) {
      const from = rateAt[this.piece];
      const to = rateAt[this.piece + 1];
      const start = this.at > from ? this.at : from;
      const first = rateFrom[this.piece];
      const last = rateTo[this.piece];
      if (first === last) {
        const step = work / first;
        if (start + step < to) {
          this.at = start + step;
          return;
        }
        if (first > 0) work -= first * (to - start);
      } else {
        const slope = (last - first) / (to - from);
        const rate = first + slope * (start - from);
        const area = (rate + last) / 2 * (to - start);
        if (work < area) {
          const step = 2 * work / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * work)));
          this.at = Math.min(start + step, to);
          return;
        }
        work -= area;
      }
      this.at = to;
      this.piece++;
    }
    this.at = Infinity;
  }
  /** How many come at this arrival. */
  nextBatch() {
    const { batchSize, batchShare } = this.table;
    return this.sizes === null ? batchSize[0] : batchSize[pick(batchShare, this.sizes.next())];
  }
  /** The class of the next customer, as a row. */
  nextClass() {
    const { mixClass, mixShare } = this.table;
    return this.classes === null ? mixClass[0] : mixClass[pick(mixShare, this.classes.next())];
  }
};
function pick(cumulative2, u) {
  const last = cumulative2.length - 1;
  let i = 0;
  while (i < last && u >= cumulative2[i]) i++;
  return i;
}

// src/replication/calendar.ts
var PERIOD = 0;
var SERVICE_END = 1;
var SCHEDULE = 2;
var CALL = 3;
var TIMER = 4;
var PATIENCE = 5;
var ARRIVAL = 6;
var RANKS = 8;
var MOST_EVENTS = 2 ** 31 - 1;
var Calendar = class {
  /** When the event to be scheduled happens, in seconds. */
  due = Number.NaN;
  /** Of the event taken last. */
  time = Number.NaN;
  // seconds
  sequence = 0;
  rank = 0;
  subject = 0;
  // a row from 0: whose event it is
  times = new Float64Array(64 + 4).fill(Infinity);
  // seconds; Infinity beyond the last, so that four children can always be compared
  sequences = new Int32Array(64 + 4);
  codes = new Int32Array(64 + 4);
  size = 0;
  // of the heap, the hole included
  hasHole = false;
  // at the top
  scheduled = 0;
  // so far
  isStale;
  /** `isStale`: nobody waits for this event any more; asked only when the calendar would have to grow. */
  constructor(isStale) {
    this.isStale = isStale;
  }
  clear() {
    this.times.fill(Infinity, 0, this.size);
    this.size = 0;
    this.hasHole = false;
    this.scheduled = 0;
  }
  /**
   * Enters an event that happens when `due` says; returns its sequence, by which its owner can know it again.
   *
   * @throws RangeError after two billion events in one replication
   */
  schedule(rank, subject) {
    const sequence = this.scheduled++;
    if (sequence === MOST_EVENTS) throw new RangeError("more than two billion events in one replication: make it shorter, and run more of them");
    const { hasHole } = this;
    if (!hasHole && this.size === this.codes.length - 4) this.makeRoom();
    const at = hasHole ? 0 : this.size++;
    this.times[at] = this.due;
    this.sequences[at] = sequence;
    this.codes[at] = subject * RANKS + rank;
    this.hasHole = false;
    if (hasHole) this.sink(0);
    else this.rise(at);
    return sequence;
  }
  /** Takes the next event into `time`, `order` and `subject`; false when there is none. */
  next() {
    if (this.hasHole) this.fillHole();
    if (this.size === 0) return false;
    this.time = this.times[0];
    this.sequence = this.sequences[0];
    const code = this.codes[0];
    this.rank = code & RANKS - 1;
    this.subject = code >> 3;
    this.hasHole = true;
    return true;
  }
  /** When the next event happens; Infinity when there is none. */
  nextTime() {
    if (this.hasHole) this.fillHole();
    return this.times[0];
  }
  /** Is anything else due at the very time of the event taken last? */
  hasMoreNow() {
    const { times, time } = this;
    if (!this.hasHole && times[0] === time) return true;
    return times[1] === time || times[2] === time || times[3] === time || times[4] === time;
  }
  fillHole() {
    this.hasHole = false;
    const last = --this.size;
    this.times[0] = this.times[last];
    this.sequences[0] = this.sequences[last];
    this.codes[0] = this.codes[last];
    this.times[last] = Infinity;
    if (last > 1) this.sink(0);
  }
  // Both take a place and not an event: a fraction handed to a function that is not inlined costs an allocation.
  rise(from) {
    const { times, sequences, codes } = this;
    const time = times[from];
    const sequence = sequences[from];
    const code = codes[from];
    let at = from;
    while (at > 0) {
      const parent = at - 1 >> 2;
      const parentTime = times[parent];
      if (parentTime < time || parentTime === time && this.isBefore(codes[parent], sequences[parent], code, sequence)) break;
      times[at] = parentTime;
      sequences[at] = sequences[parent];
      codes[at] = codes[parent];
      at = parent;
    }
    times[at] = time;
    sequences[at] = sequence;
    codes[at] = code;
  }
  sink(from) {
    const { times, sequences, codes, size } = this;
    const time = times[from];
    const sequence = sequences[from];
    const code = codes[from];
    let at = from;
    for (; ; ) {
      const first = 4 * at + 1;
      if (first >= size) break;
      let least = first;
      let leastTime = times[first];
      const last = first + 4 < size ? first + 4 : size;
      for (let child = first + 1; child < last; child++) {
        const childTime = times[child];
        if (childTime > leastTime) continue;
        if (childTime < leastTime || this.isBefore(codes[child], sequences[child], codes[least], sequences[least])) {
          least = child;
          leastTime = childTime;
        }
      }
      if (time < leastTime || time === leastTime && this.isBefore(code, sequence, codes[least], sequences[least])) break;
      times[at] = leastTime;
      sequences[at] = sequences[least];
      codes[at] = codes[least];
      at = least;
    }
    times[at] = time;
    sequences[at] = sequence;
    codes[at] = code;
  }
  /** Of two events at one instant: by rank, then by sequence. */
  isBefore(codeA, sequenceA, codeB, sequenceB) {
    const rankA = codeA & RANKS - 1;
    const rankB = codeB & RANKS - 1;
    return rankA < rankB || rankA === rankB && sequenceA < sequenceB;
  }
  /** Throws out stale timers; grows only if more than half of the calendar is still wanted. */
  makeRoom() {
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      if (this.isStale(this.codes[i] & RANKS - 1, this.codes[i] >> 3, this.sequences[i])) continue;
      this.times[kept] = this.times[i];
      this.sequences[kept] = this.sequences[i];
      this.codes[kept] = this.codes[i];
      kept++;
    }
    this.times.fill(Infinity, kept, this.size);
    this.size = kept;
    const room = this.codes.length - 4;
    if (2 * kept > room) {
      const times = new Float64Array(2 * room + 4).fill(Infinity);
      times.set(this.times.subarray(0, kept));
      this.times = times;
      const sequences = new Int32Array(times.length);
      sequences.set(this.sequences.subarray(0, kept));
      this.sequences = sequences;
      const codes = new Int32Array(times.length);
      codes.set(this.codes.subarray(0, kept));
      this.codes = codes;
    }
    for (let at = kept - 2 >> 2; at >= 0; at--) this.sink(at);
  }
};

// src/replication/row.ts
var OFFERED = 0;
var SERVED = 1;
var GAVE_UP = 2;
var REFUSED = 3;
var TURNED_AWAY = 4;
var DELAYED = 5;
var WAIT_SERVED = 6;
var WAIT_SERVED_SQUARED = 7;
var WAIT_GAVE_UP = 8;
var WAIT_GAVE_UP_SQUARED = 9;
var SOJOURN = 10;
var SOJOURN_SQUARED = 11;
var OVERTAKEN = 12;
var FINISHED = 13;
var FIXED_SUMS = 14;
var WAITING_AREA = 0;
var SYSTEM_AREA = 1;
var BUSY = 2;
var STAFFED = 3;
var WALKING = 4;
var STAFF_OVERTIME = 5;
var PEAK_WAITING = 6;
var CLOCK_SUMS = 7;
var OVERTIME = 1;
var COUNTED_TIME = 2;
var PLACE_AREA = 3;
var DAY_SUMS = 4;
var SERVED_WAITS = 0;
var GAVE_UP_WAITS = 1;
var SOJOURNS = 2;
var HISTOGRAMS = 3;
var QUANTILE_SERVED = 0;
var QUANTILE_ALL = 1;
var QUANTILE_DELAYED = 2;
var QUANTILE_GAVE_UP = 3;
var QUANTILE_SOJOURN = 4;
var QUANTILES = 5;
var RowLayout = class {
  groups;
  stations;
  periods;
  waitWithin;
  sojournWithin;
  percentiles;
  groupSums;
  overallColumns;
  columns;
  /** One station that everyone visits exactly once: the visit's group is the station's. */
  isSingleVisit;
  constructor(model) {
    const { classes, stations, measures } = model;
    this.isSingleVisit = stations.length === 1 && model.steps.every(({ does, branchTo }) => does !== DELAY && does !== CHOOSE && branchTo.length <= 1) && model.steps.filter(({ does }) => does === VISIT).length === 1;
    const scopes = [-1, ...this.isSingleVisit ? [] : stations.keys()];
    const classRows = [-1, ...classes.length > 1 ? classes.keys() : []];
    this.groups = scopes.flatMap((station) => classRows.map((row) => ({ station, class: row })));
    this.stations = stations.length;
    this.periods = Math.max(0, measures.periodAt.length - 1);
    this.waitWithin = measures.waitWithin;
    this.sojournWithin = measures.sojournWithin;
    this.percentiles = measures.percentiles;
    this.groupSums = FIXED_SUMS + 3 * this.waitWithin.length + this.sojournWithin.length;
    this.overallColumns = this.groups.length * (this.groupSums + QUANTILES * this.percentiles.length) + this.stations * CLOCK_SUMS + DAY_SUMS;
    this.columns = this.overallColumns + this.periods * (this.groups.length * this.groupSums + this.stations * CLOCK_SUMS);
  }
  /** Index in `groups`, or -1. */
  groupOf(station, classRow) {
    const scope = this.isSingleVisit ? -1 : station;
    return this.groups.findIndex((group) => group.station === scope && group.class === classRow);
  }
  /** Column of a group's sum over the whole replication. */
  overall(group, sum) {
    return group * this.groupSums + sum;
  }
  servedWithin(threshold) {
    return FIXED_SUMS + threshold;
  }
  delayedServedWithin(threshold) {
    return FIXED_SUMS + this.waitWithin.length + threshold;
  }
  gaveUpWithin(threshold) {
    return FIXED_SUMS + 2 * this.waitWithin.length + threshold;
  }
  /** A sum's place for the share of the finished whose time in system is within a threshold. */
  finishedWithin(threshold) {
    return FIXED_SUMS + 3 * this.waitWithin.length + threshold;
  }
  /** Column of a replication's own quantile; not a number where the population is empty. */
  quantile(group, population, percentile) {
    return this.groups.length * this.groupSums + (group * QUANTILES + population) * this.percentiles.length + percentile;
  }
  clock(station, sum) {
    return this.groups.length * (this.groupSums + QUANTILES * this.percentiles.length) + station * CLOCK_SUMS + sum;
  }
  day(sum) {
    return this.overallColumns - DAY_SUMS + sum;
  }
  period(period, group, sum) {
    return this.overallColumns + (period * this.groups.length + group) * this.groupSums + sum;
  }
  clockPeriod(period, station, sum) {
    return this.overallColumns + this.periods * this.groups.length * this.groupSums + (period * this.stations + station) * CLOCK_SUMS + sum;
  }
};

// src/replication/conservation.ts
var TOLERANCE = 1e-9;
function requireConservation({ row, index }, layout, areas, model) {
  const total = (sum) => row[layout.overall(0, sum)];
  const where = `(seed ${model.seed}, replication ${index})`;
  const came = total(OFFERED);
  const went = total(SERVED) + total(GAVE_UP) + total(REFUSED) + total(TURNED_AWAY);
  if (came !== went) throw new Error(`customers were lost: ${came} came and ${went} were accounted for ${where}`);
  const { waitingArea, presence } = areas;
  if (Math.abs(waitingArea - presence) > TOLERANCE * Math.max(1, waitingArea)) {
    throw new Error(`the area under the lines is ${waitingArea} s, but their people waited ${presence} s ${where}`);
  }
}

// src/replication/customer.ts
var WAITING = 0;
var WALKING2 = 1;
var IN_SERVICE = 2;
var DELAYED2 = 3;
var Customer = class {
  /** Which object this is, for the calendar; not the customer's number. */
  row;
  number = 0;
  // at the door, from 0
  classRow = 0;
  rank = 0;
  // of priority; 0 goes first
  state = 0;
  step;
  place = null;
  // lane or window
  visits = 0;
  // made so far, this one included
  interruptions = 0;
  // so far
  pending = -1;
  // sequence of the one event that waits for them; -1: none
  joinOrder = 0;
  // among all who joined the station
  isOvertaken = 0;
  // at this station; 0 or 1
  wasOvertaken = 0;
  // at some station
  isCounted = false;
  visitBook;
  // where the visit is written down
  joinBook;
  // where this station's part is
  next = null;
  // in a line
  previous = null;
  position = 0;
  // in a bag or heap
  cameAt = Number.NaN;
  // seconds, at the door
  joinedAt = Number.NaN;
  // seconds, the station
  waitingSince = Number.NaN;
  // seconds; joinedAt, or the last interruption
  waited = Number.NaN;
  // seconds, at this station, until service first started; -1: not yet
  totalWait = Number.NaN;
  // seconds, at all stations so far
  stay = Number.NaN;
  // seconds, from joining (or coming) to now; for the book
  patience = Number.NaN;
  // seconds, of the first visit; Infinity: never gives up
  work = Number.NaN;
  // seconds of work at speed 1, left at this station
  endsAt = Number.NaN;
  // seconds, the service in progress
  /** Work of the certain steps, drawn at the door; `Needs` knows the columns. */
  needs;
  /** By step: passes so far; empty when no step can come twice. */
  passes;
  constructor(row, needColumns, passColumns, step, book) {
    this.row = row;
    this.step = step;
    this.visitBook = book;
    this.joinBook = book;
    this.needs = new Float64Array(needColumns);
    this.passes = new Int32Array(passColumns);
  }
};

// src/replication/event-log.ts
var ARRIVED = 0;
var JOINED = 1;
var REFUSED_AT = 2;
var CALLED = 3;
var STARTED = 4;
var INTERRUPTED = 5;
var ENDED = 6;
var SWITCHED = 7;
var GAVE_UP_AT = 8;
var TURNED_AWAY_AT = 9;
var LEFT = 10;

// src/random/draws.ts
var Draws = class {
  key;
  replicationKey = new Int32Array(2);
  words = new Int32Array(2);
  constructor(key) {
    this.key = key;
    this.restart(0);
  }
  /** Goes to a replication, a whole number from 0 to 2^32 - 1. */
  restart(replication) {
    threefry2x32(this.key[0], this.key[1], replication, KEY_OF_REPLICATION, this.replicationKey);
  }
  /** The number between 0 and 1, both excluded, of a customer's visit; visits count from 0. */
  at(customer, visit2) {
    const { replicationKey, words: words3 } = this;
    threefry2x32(replicationKey[0], replicationKey[1], customer, visit2, words3);
    return uniformFrom(words3[0], words3[1]);
  }
};

// src/random/variate-at.ts
var VariateAt = class {
  source;
  key;
  words = new Int32Array(2);
  one = new Float64Array(1);
  key0 = 0;
  key1 = 0;
  /** @throws RangeError if no time could follow that law */
  constructor(law, key) {
    requireLaw(law);
    this.key = key;
    this.source = sourceOf(law, key);
    this.restart(0);
  }
  /** Goes to a replication, a whole number from 0 to 2^32 - 1. */
  restart(replication) {
    threefry2x32(this.key[0], this.key[1], replication, KEY_OF_REPLICATION, this.words);
    this.key0 = this.words[0];
    this.key1 = this.words[1];
  }
  /** The time, in seconds, of a customer's count; counts are whole numbers from 0. */
  at(customer, count) {
    threefry2x32(this.key0, this.key1, customer, count, this.words);
    this.source.restart(this.words[0] >>> 0);
    this.source.fill(this.one, 1);
    return this.one[0];
  }
};

// src/replication/needs.ts
var Needs = class {
  /** Columns of `Customer.needs`. */
  columns;
  model;
  steps;
  patience = [];
  // by class
  laterPatience = [];
  /** By class: the streams of the certain steps, in the order of their columns. */
  certain = [];
  column;
  // by class and step; -1: not certain
  again = [];
  // by class and step
  resampled = [];
  branches = [];
  // by step
  lanes = [];
  constructor(model) {
    const { seed, classes, steps, names } = model;
    this.model = model;
    this.steps = steps.length;
    this.column = new Int32Array(classes.length * steps.length).fill(-1);
    let columns = 0;
    for (const [row, table] of classes.entries()) {
      const name = names.classes[row];
      this.patience.push(table.patience && new Stream(table.patience, deriveKey(seed, "patience", name)));
      this.laterPatience.push(table.patience && new VariateAt(table.patience, deriveKey(seed, "patience again", name)));
      const streams = [];
      for (const [step, does] of steps.entries()) {
        const law = does.law[row];
        const owner = `${name}|${names.steps[step]}`;
        const isCertain = law !== null && does.isCertain[row];
        if (isCertain) {
          this.column[row * steps.length + step] = streams.length;
          streams.push(new Stream(law, deriveKey(seed, "work", owner)));
        }
        this.again.push(law === null || isCertain ? null : new VariateAt(law, deriveKey(seed, "work again", owner)));
        this.resampled.push(law === null ? null : new VariateAt(law, deriveKey(seed, "resample", owner)));
      }
      this.certain.push(streams);
      columns = Math.max(columns, streams.length);
    }
    for (const [step, does] of steps.entries()) {
      this.branches.push(does.branchTo.length > 1 ? new Draws(deriveKey(seed, "branch", names.steps[step])) : null);
      this.lanes.push(does.does === VISIT ? new Draws(deriveKey(seed, "lane", names.steps[step])) : null);
    }
    this.columns = columns;
  }
  restart(replication) {
    for (const stream of this.patience) stream?.restart(replication);
    for (const stream of this.laterPatience) stream?.restart(replication);
    for (const streams of this.certain) for (const stream of streams) stream.restart(replication);
    for (const variate of this.again) variate?.restart(replication);
    for (const variate of this.resampled) variate?.restart(replication);
    for (const draws of this.branches) draws?.restart(replication);
    for (const draws of this.lanes) draws?.restart(replication);
  }
  /** At the door: everything certain about a customer of a class. */
  draw(customer) {
    const patience = this.patience[customer.classRow];
    customer.patience = patience === null ? Infinity : patience.next();
    const streams = this.certain[customer.classRow];
    for (let i = 0; i < streams.length; i++) customer.needs[i] = streams[i].next();
  }
  /** Sets the work of a visit, or the length of a delay, in seconds at speed 1; `pass` counts earlier passes of the step. */
  giveWork(customer, step, pass) {
    const at = customer.classRow * this.steps + step.row;
    const column2 = this.column[at];
    customer.work = column2 >= 0 ? customer.needs[column2] : this.again[at].at(customer.number, pass);
  }
  /** The list's own service time replaces the law's at the first visit. */
  override(customer, step, work) {
    const column2 = this.column[customer.classRow * this.steps + step.row];
    if (column2 >= 0) customer.needs[column2] = work;
  }
  /** For the log: by step, not a number where not certain. */
  certainWork(customer) {
    return this.model.steps.map((_, step) => {
      const column2 = this.column[customer.classRow * this.steps + step];
      return column2 < 0 ? Number.NaN : customer.needs[column2];
    });
  }
  /** Work drawn anew for an interrupted customer. */
  resample(customer) {
    return this.resampled[customer.classRow * this.steps + customer.step.row].at(customer.number, customer.interruptions);
  }
  /** Patience at the second visit and later, by the number of visits before. */
  patienceAgain(customer) {
    const variate = this.laterPatience[customer.classRow];
    return variate === null ? Infinity : variate.at(customer.number, customer.visits - 1);
  }
  /** Row of the step that a customer chooses. */
  branch(customer, step, pass) {
    const { branchTo, branchShare } = this.model.steps[step.row];
    return branchTo[pick(branchShare, this.branches[step.row].at(customer.number, pass))];
  }
  /** Uniform in (0, 1): how a customer breaks ties and chooses at random. */
  lane(customer, pass) {
    return this.lanes[customer.step.row].at(customer.number, pass);
  }
};

// src/replication/histogram.ts
var BITS = new Float64Array(1);
var WORDS = new Uint32Array(BITS.buffer);
BITS[0] = 1;
var HIGH2 = WORDS[1] !== 0 ? 1 : 0;
var FIRST = (1023 - 20 << 8) - 1;
var BUCKETS = 54 * 256 + 2;
function bucketOf(seconds) {
  BITS[0] = seconds;
  const bucket = (WORDS[HIGH2] >>> 12) - FIRST;
  return bucket < 1 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}
function lowerEdge(bucket) {
  if (bucket <= 0) return 0;
  WORDS[HIGH2] = bucket + FIRST << 12 >>> 0;
  WORDS[1 - HIGH2] = 0;
  return BITS[0];
}
function middleOf(bucket) {
  return bucket <= 0 ? 0 : (lowerEdge(bucket) + lowerEdge(bucket + 1)) / 2;
}
var Histogram = class {
  counts = new Int32Array(BUCKETS);
  used = new Int32Array(256);
  size = 0;
  min = Infinity;
  max = -Infinity;
  add(seconds) {
    BITS[0] = seconds;
    let bucket = (WORDS[HIGH2] >>> 12) - FIRST;
    if (bucket < 1) bucket = 0;
    else if (bucket >= BUCKETS) bucket = BUCKETS - 1;
    if (this.counts[bucket]++ === 0) this.use(bucket);
    if (seconds < this.min) this.min = seconds;
    if (seconds > this.max) this.max = seconds;
  }
  use(bucket) {
    if (this.size === this.used.length) {
      const longer2 = new Int32Array(2 * this.size);
      longer2.set(this.used);
      this.used = longer2;
    }
    this.used[this.size++] = bucket;
  }
  /** Hands over what was counted and begins anew. */
  take() {
    const bucket = this.used.slice(0, this.size).sort();
    const count = new Int32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      count[i] = this.counts[bucket[i]];
      this.counts[bucket[i]] = 0;
    }
    const taken = { bucket, count, min: this.min, max: this.max };
    this.size = 0;
    this.min = Infinity;
    this.max = -Infinity;
    return taken;
  }
};
var EMPTY = { bucket: new Int32Array(0), count: new Int32Array(0), min: Infinity, max: -Infinity };
function mergeHistograms(a, b) {
  if (a.bucket.length === 0) return b;
  if (b.bucket.length === 0) return a;
  const bucket = new Int32Array(a.bucket.length + b.bucket.length);
  const count = new Int32Array(bucket.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.bucket.length || j < b.bucket.length; size++) {
    const next = Math.min(i < a.bucket.length ? a.bucket[i] : BUCKETS, j < b.bucket.length ? b.bucket[j] : BUCKETS);
    bucket[size] = next;
    if (a.bucket[i] === next) count[size] += a.count[i++];
    if (b.bucket[j] === next) count[size] += b.count[j++];
  }
  return { bucket: bucket.slice(0, size), count: count.slice(0, size), min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}
function withoutZero(all) {
  if (all.bucket[0] !== 0) return all;
  return { bucket: all.bucket.slice(1), count: all.count.slice(1), min: all.bucket.length > 1 ? lowerEdge(all.bucket[1]) : Infinity, max: all.bucket.length > 1 ? all.max : -Infinity };
}
function sizeOf(histogram) {
  let size = 0;
  for (const count of histogram.count) size += count;
  return size;
}
function quantileOf(histogram, p) {
  const size = sizeOf(histogram);
  if (size === 0) return Number.NaN;
  const rank = Math.max(1, Math.ceil(p * size - 1e-9));
  let below = 0;
  for (let i = 0; i < histogram.bucket.length; i++) {
    below += histogram.count[i];
    if (below >= rank) return Math.min(Math.max(middleOf(histogram.bucket[i]), histogram.min), histogram.max);
  }
  return histogram.max;
}

// src/replication/recorder.ts
var VISIT_SCOPE = 0;
var Book = class {
  offered = 0;
  refused = 0;
  turnedAway = 0;
  finished = 0;
  givenUp = 0;
  delayed = 0;
  overtaken = 0;
  waitServed = Number.NaN;
  waitServedSquared = Number.NaN;
  waitGaveUp = Number.NaN;
  waitGaveUpSquared = Number.NaN;
  sojourn = Number.NaN;
  sojournSquared = Number.NaN;
  layout;
  /** Served, delayed and served, gave up within each wait; then finished within each time in system. */
  within;
  servedWaits;
  gaveUpWaits;
  sojourns;
  hasWithin;
  constructor(layout, [servedWaits, gaveUpWaits, sojourns]) {
    this.layout = layout;
    this.within = new Float64Array(3 * layout.waitWithin.length + layout.sojournWithin.length);
    this.hasWithin = this.within.length > 0;
    this.servedWaits = servedWaits;
    this.gaveUpWaits = gaveUpWaits;
    this.sojourns = sojourns;
    this.clear();
  }
  clear() {
    this.offered = this.refused = this.turnedAway = this.finished = this.givenUp = this.delayed = this.overtaken = 0;
    this.waitServed = this.waitServedSquared = this.waitGaveUp = this.waitGaveUpSquared = this.sojourn = this.sojournSquared = 0;
    this.within.fill(0);
  }
  /** One station of a customer is done. */
  stationDone(customer) {
    this.write(customer.waited, customer.stay, customer.isOvertaken);
  }
  /** The whole visit is done. */
  visitDone(customer) {
    this.write(customer.totalWait, customer.stay, customer.wasOvertaken);
  }
  /** Wait and time from joining to departure, in seconds. */
  write(wait, stay, isOvertaken) {
    this.finished++;
    this.sojourn += stay;
    this.sojournSquared += stay * stay;
    if (wait > 0) {
      this.delayed++;
      this.waitServed += wait;
      this.waitServedSquared += wait * wait;
      this.overtaken += isOvertaken;
    }
    if (this.hasWithin) this.writeInTime(wait, stay);
    this.servedWaits.add(wait);
    this.sojourns.add(stay);
  }
  gaveUp(wait, isOvertaken) {
    this.givenUp++;
    this.waitGaveUp += wait;
    this.waitGaveUpSquared += wait * wait;
    this.overtaken += isOvertaken;
    if (wait > 0) this.delayed++;
    const { waitWithin } = this.layout;
    const first = 2 * waitWithin.length;
    for (let i = waitWithin.length - 1; i >= 0 && wait <= waitWithin[i]; i--) this.within[first + i]++;
    this.gaveUpWaits.add(wait);
  }
  writeInTime(wait, stay) {
    const { waitWithin, sojournWithin } = this.layout;
    const { within } = this;
    const thresholds = waitWithin.length;
    for (let i = thresholds - 1; i >= 0 && wait <= waitWithin[i]; i--) {
      within[i]++;
      if (wait > 0) within[thresholds + i]++;
    }
    for (let i = sojournWithin.length - 1; i >= 0 && stay <= sojournWithin[i]; i--) within[3 * thresholds + i]++;
  }
  /** Adds the sums in the places that `row.ts` gives them, from `at` on. */
  addTo(row, at) {
    row[at + OFFERED] += this.offered;
    row[at + SERVED] += this.finished;
    row[at + GAVE_UP] += this.givenUp;
    row[at + REFUSED] += this.refused;
    row[at + TURNED_AWAY] += this.turnedAway;
    row[at + DELAYED] += this.delayed;
    row[at + WAIT_SERVED] += this.waitServed;
    row[at + WAIT_SERVED_SQUARED] += this.waitServedSquared;
    row[at + WAIT_GAVE_UP] += this.waitGaveUp;
    row[at + WAIT_GAVE_UP_SQUARED] += this.waitGaveUpSquared;
    row[at + SOJOURN] += this.sojourn;
    row[at + SOJOURN_SQUARED] += this.sojournSquared;
    row[at + OVERTAKEN] += this.overtaken;
    row[at + FINISHED] += this.finished;
    const first = at + this.layout.servedWithin(0);
    for (let i = 0; i < this.within.length; i++) row[first + i] += this.within[i];
  }
};
var Recorder = class {
  layout;
  classes;
  scopes;
  periods;
  // at least 1
  books = [];
  // by period, scope and class; then those that are never read
  clocks;
  // by period, station and sum
  distributions;
  // by scope and class; then one that is never read
  constructor(model) {
    const layout = new RowLayout(model);
    this.layout = layout;
    this.classes = model.classes.length;
    this.scopes = layout.isSingleVisit ? 1 : 1 + model.stations.length;
    this.periods = Math.max(1, layout.periods);
    const perPeriod = this.scopes * this.classes;
    this.clocks = new Float64Array(this.periods * model.stations.length * CLOCK_SUMS);
    this.distributions = Array.from({ length: perPeriod + 1 }, () => [new Histogram(), new Histogram(), new Histogram()]);
    for (let i = 0; i < this.periods * perPeriod; i++) this.books.push(new Book(layout, this.distributions[i % perPeriod]));
    for (let i = 0; i < perPeriod; i++) this.books.push(new Book(layout, this.distributions[perPeriod]));
  }
  clear() {
    for (const book of this.books) book.clear();
    this.clocks.fill(0);
  }
  /** Where a class is written down in a scope and period; a negative period is not counted. */
  book(period, scope, classRow) {
    return this.books[((period < 0 ? this.periods : period) * this.scopes + scope) * this.classes + classRow];
  }
  /** Adds to an area or length of a station in a period (0 where the day is not told in periods). */
  clock(period, station, sum, amount) {
    this.clocks[(period * this.layout.stations + station) * CLOCK_SUMS + sum] += amount;
  }
  peak(period, station, people) {
    const at = (period * this.layout.stations + station) * CLOCK_SUMS + PEAK_WAITING;
    if (people > this.clocks[at]) this.clocks[at] = people;
  }
  /** Hands over everything as one row and begins anew. */
  finish(index, daySums) {
    const { layout } = this;
    const row = new Float64Array(layout.columns);
    const histograms = this.takeHistograms();
    for (let group = 0; group < layout.groups.length; group++) {
      this.addGroup(row, group);
      this.addQuantiles(row, group, histograms);
    }
    this.addClocks(row);
    for (let i = 0; i < daySums.length; i++) row[layout.day(i)] = daySums[i];
    this.clear();
    return { index, row, histograms };
  }
  /** Sums of a group: over its classes by period, then over the periods. */
  addGroup(row, group) {
    const { layout } = this;
    const { station, class: only } = layout.groups[group];
    const first = only < 0 ? 0 : only;
    const last = only < 0 ? this.classes - 1 : only;
    const overall = layout.overall(group, 0);
    for (let period = 0; period < this.periods; period++) {
      const at = layout.periods > 0 ? layout.period(period, group, 0) : overall;
      for (let of = first; of <= last; of++) this.book(period, station + 1, of).addTo(row, at);
      if (layout.periods > 0) for (let sum = 0; sum < layout.groupSums; sum++) row[overall + sum] += row[at + sum];
    }
  }
  takeHistograms() {
    const taken = this.distributions.map((kinds) => kinds.map((kind) => kind.take()));
    return this.layout.groups.flatMap(({ station, class: only }) => {
      const first = (station + 1) * this.classes;
      if (only >= 0) return taken[first + only];
      return Array.from({ length: HISTOGRAMS }, (_, kind) => {
        let all = EMPTY;
        for (let of = 0; of < this.classes; of++) all = mergeHistograms(all, taken[first + of][kind]);
        return all;
      });
    });
  }
  addQuantiles(row, group, histograms) {
    const { layout } = this;
    const served = histograms[group * HISTOGRAMS + SERVED_WAITS];
    const gaveUp = histograms[group * HISTOGRAMS + GAVE_UP_WAITS];
    const all = mergeHistograms(served, gaveUp);
    const populations = new Array(QUANTILES);
    populations[QUANTILE_SERVED] = served;
    populations[QUANTILE_ALL] = all;
    populations[QUANTILE_DELAYED] = withoutZero(all);
    populations[QUANTILE_GAVE_UP] = gaveUp;
    populations[QUANTILE_SOJOURN] = histograms[group * HISTOGRAMS + SOJOURNS];
    for (let population = 0; population < QUANTILES; population++) {
      for (let i = 0; i < layout.percentiles.length; i++) {
        row[layout.quantile(group, population, i)] = quantileOf(populations[population], layout.percentiles[i]);
      }
    }
  }
  addClocks(row) {
    const { layout, clocks } = this;
    for (let period = 0; period < this.periods; period++) {
      for (let station = 0; station < layout.stations; station++) {
        for (let sum = 0; sum < CLOCK_SUMS; sum++) {
          const amount = clocks[(period * layout.stations + station) * CLOCK_SUMS + sum];
          const overall = layout.clock(station, sum);
          row[overall] = sum === PEAK_WAITING ? Math.max(row[overall], amount) : row[overall] + amount;
          if (layout.periods > 0) row[layout.clockPeriod(period, station, sum)] = amount;
        }
      }
    }
  }
};

// src/replication/lines.ts
function makeLine(order, draws) {
  if (order === FIRST_COME) return new FirstCome();
  if (order === LAST_COME) return new LastCome();
  return order === RANDOM_ORDER ? new RandomOrder(draws) : new ShortestJob();
}
var FirstCome = class {
  size = 0;
  head = null;
  tail = null;
  append(customer) {
    const { tail } = this;
    customer.next = null;
    customer.previous = tail;
    if (tail === null) this.head = customer;
    else tail.next = customer;
    this.tail = customer;
    this.size++;
  }
  restore(customer) {
    const { head } = this;
    customer.previous = null;
    customer.next = head;
    if (head === null) this.tail = customer;
    else head.previous = customer;
    this.head = customer;
    this.size++;
  }
  first() {
    return this.head;
  }
  last() {
    return this.tail;
  }
  remove(customer) {
    const { next, previous } = customer;
    if (previous === null) this.head = next;
    else previous.next = next;
    if (next === null) this.tail = previous;
    else next.previous = previous;
    this.size--;
  }
  clear() {
    this.size = 0;
    this.head = null;
    this.tail = null;
  }
};
var LastCome = class extends FirstCome {
  append(customer) {
    this.restore(customer);
  }
};
var RandomOrder = class {
  bag = [];
  draws;
  constructor(draws) {
    this.draws = draws;
  }
  get size() {
    return this.bag.length;
  }
  append(customer) {
    customer.position = this.bag.length;
    this.bag.push(customer);
  }
  restore(customer) {
    this.append(customer);
  }
  first() {
    return this.bag.length === 0 ? null : this.bag[Math.floor(this.draws.next() * this.bag.length)];
  }
  /** Nobody knows who would be called last; the newest is who gives way. */
  last() {
    let newest = null;
    for (const customer of this.bag) if (newest === null || customer.joinOrder > newest.joinOrder) newest = customer;
    return newest;
  }
  remove(customer) {
    const mover = this.bag.pop();
    if (mover === customer) return;
    this.bag[customer.position] = mover;
    mover.position = customer.position;
  }
  clear() {
    this.bag.length = 0;
  }
};
var ShortestJob = class {
  heap = [];
  get size() {
    return this.heap.length;
  }
  append(customer) {
    this.heap.push(customer);
    this.rise(this.heap.length - 1, customer);
  }
  restore(customer) {
    this.append(customer);
  }
  first() {
    return this.heap.length === 0 ? null : this.heap[0];
  }
  last() {
    let last = null;
    for (const customer of this.heap) if (last === null || isShorter(last, customer)) last = customer;
    return last;
  }
  remove(customer) {
    const at = customer.position;
    const mover = this.heap.pop();
    if (mover === customer) return;
    if (at > 0 && isShorter(mover, this.heap[at - 1 >> 1])) this.rise(at, mover);
    else this.sink(at, mover);
  }
  clear() {
    this.heap.length = 0;
  }
  rise(from, customer) {
    let at = from;
    while (at > 0) {
      const parent = at - 1 >> 1;
      if (!isShorter(customer, this.heap[parent])) break;
      this.put(at, this.heap[parent]);
      at = parent;
    }
    this.put(at, customer);
  }
  sink(from, customer) {
    const { length } = this.heap;
    let at = from;
    for (; ; ) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && isShorter(this.heap[child + 1], this.heap[child])) child++;
      if (isShorter(customer, this.heap[child])) break;
      this.put(at, this.heap[child]);
      at = child;
    }
    this.put(at, customer);
  }
  put(at, customer) {
    this.heap[at] = customer;
    customer.position = at;
  }
};
function isShorter(a, b) {
  return a.work < b.work || a.work === b.work && a.joinOrder < b.joinOrder;
}

// src/replication/station.ts
var POOL = 0;
var WINDOWS = 1;
var LANES = 2;
var OFF = 0;
var IDLE = 1;
var RELEASED = 2;
var HELD = 3;
var Clock = class {
  now = Number.NaN;
  // seconds
  isAfterHours = false;
};
var Step = class {
  row;
  does;
  station = null;
  // of a visit
  next = null;
  // null: branches decide
  constructor(row, does) {
    this.row = row;
    this.does = does;
  }
};
var Place = class {
  station;
  index;
  // 0 is the leftmost
  caller;
  // whose CALL events are these
  lines;
  // by priority rank; a window's are the station's
  state = OFF;
  isOpen = false;
  customer = null;
  // walking up or in service
  people = 0;
  // of a lane: waiting, walking and in service
  waiting = 0;
  // of a lane
  constructor(station, index, caller, lines) {
    this.station = station;
    this.index = index;
    this.caller = caller;
    this.lines = lines;
  }
};
var Station = class {
  row;
  table;
  clock;
  mode;
  speed;
  room;
  // people; Infinity: no limit
  hasInterruptions;
  caller;
  lines;
  // by priority rank, of the one line
  places = [];
  staff = 0;
  // scheduled now
  onDuty = 0;
  // scheduled, and those who still have someone in hand
  idle = 0;
  released = 0;
  // of a pool: about to call
  busy = 0;
  walking = 0;
  // servers held for a customer who walks up
  waiting = 0;
  // people
  peak = 0;
  // most people waiting in this period
  joins = 0;
  // customers who joined so far
  latestCalled = -1;
  // highest order of joining among those called
  turn = 0;
  // round robin
  isUnsettled = false;
  // somebody may want to switch
  lastChange = Number.NaN;
  // seconds; areas are taken up to here
  waitingArea = Number.NaN;
  // person seconds since the last flush, and so on
  busyArea = Number.NaN;
  walkingArea = Number.NaN;
  staffedArea = Number.NaN;
  overtimeArea = Number.NaN;
  inService = [];
  // of a pool whose staff may be interrupted: in the order of starting
  constructor(model, row, clock2, draws, callers) {
    const table = model.stations[row];
    this.row = row;
    this.table = table;
    this.clock = clock2;
    this.mode = table.line === LINE_EACH ? LANES : table.walkFirst > 0 || table.walkEach > 0 ? WINDOWS : POOL;
    this.speed = table.speed;
    this.room = table.room;
    this.hasInterruptions = table.leaving !== 0;
    const ranks = table.hasPriority ? 1 + model.classes.reduce((most, { priority }) => Math.max(most, priority), 0) : 1;
    const lines = () => Array.from({ length: ranks }, () => makeLine(table.order, draws));
    this.lines = lines();
    this.caller = callers.length;
    callers.push(this);
    if (this.mode === POOL) return;
    for (let index = 0; index < table.servers; index++) {
      const place = new Place(this, index, callers.length, this.mode === LANES ? lines() : this.lines);
      callers.push(place);
      this.places.push(place);
    }
  }
  restart(startsAt) {
    this.staff = this.onDuty = this.idle = this.released = this.busy = this.walking = this.waiting = this.peak = this.joins = this.turn = 0;
    this.latestCalled = -1;
    this.isUnsettled = false;
    this.lastChange = startsAt;
    this.clearAreas();
    this.inService.length = 0;
    for (const line of this.lines) line.clear();
    for (const place of this.places) {
      for (const line of place.lines) line.clear();
      place.state = OFF;
      place.isOpen = false;
      place.customer = null;
      place.people = place.waiting = 0;
    }
  }
  clearAreas() {
    this.waitingArea = this.busyArea = this.walkingArea = this.staffedArea = this.overtimeArea = 0;
  }
  /** Takes the areas up to now; to be called before any count changes. After hours only those who serve are on the books. */
  areasUpToNow() {
    const { now, isAfterHours } = this.clock;
    const length = now - this.lastChange;
    if (length === 0) return;
    this.lastChange = now;
    this.waitingArea += this.waiting * length;
    this.busyArea += this.busy * length;
    if (this.walking > 0) this.walkingArea += this.walking * length;
    if (isAfterHours) {
      this.staffedArea += (this.busy + this.walking) * length;
      this.overtimeArea += (this.busy + this.walking) * length;
    } else {
      this.staffedArea += this.onDuty * length;
      if (this.onDuty > this.staff) this.overtimeArea += (this.onDuty - this.staff) * length;
    }
  }
};

// src/replication/simulation.ts
var MOST_EVENTS_AT_ONCE = 1e6;
var Simulation = class {
  model;
  calendar = new Calendar((rank, subject, sequence) => this.isStale(rank, subject, sequence));
  needs;
  recorder;
  arrivals;
  stations;
  steps;
  firstSteps;
  // by class
  ranks;
  // by class
  callers = [];
  // whose CALL events they are
  orderDraws = [];
  changes = [];
  // in the order in which they are scheduled
  customers = [];
  // every object there is
  free = [];
  // those whose customer has left
  // What of the model the loop asks often.
  isDay;
  isSingleVisit;
  hasPasses;
  doorClosesAt;
  // seconds; Infinity in a long run
  lastCustomer;
  // customers; Infinity where time ends the run
  log = null;
  clock = new Clock();
  period = 0;
  // that newcomers count in; -1: not counted
  clockPeriod = 0;
  // that areas count in
  admitted = 0;
  // customers at the door so far
  countedHere = 0;
  // counted customers in the place
  isWindowOver = false;
  // of a long run by time
  isUnsettledSomewhere = false;
  lastDeparture = Number.NaN;
  // seconds
  windowFrom = Number.NaN;
  // of the areas, seconds
  windowTo = Number.NaN;
  presence = Number.NaN;
  // person seconds waited, added up customer by customer
  waitingTotal = Number.NaN;
  // the same, from the areas
  inPlace = 0;
  // people
  placeArea = Number.NaN;
  // person seconds in the counted window
  placeChange = Number.NaN;
  // seconds
  constructor(model) {
    const { horizon, names, seed } = model;
    this.model = model;
    this.needs = new Needs(model);
    this.recorder = new Recorder(model);
    this.arrivals = model.sources.map((source, row) => new Arrivals(source, seed, names.sources[row]));
    this.isDay = horizon.isDay;
    this.isSingleVisit = this.recorder.layout.isSingleVisit;
    this.hasPasses = model.steps.some((step) => step.branchTo.length > 1);
    this.doorClosesAt = horizon.isDay ? horizon.endsAt : Infinity;
    this.lastCustomer = horizon.customers;
    this.stations = model.stations.map((table, row) => {
      let draws = null;
      if (table.order === RANDOM_ORDER) {
        draws = new Stream({ kind: "uniform", from: 0, to: 1 }, deriveKey(seed, "order", names.stations[row]));
        this.orderDraws.push(draws);
      }
      return new Station(model, row, this.clock, draws, this.callers);
    });
    for (const station of this.stations) this.addStaffChanges(station);
    if (horizon.isDay) this.changes.push({ at: horizon.endsAt, station: null, staff: 0 });
    this.steps = model.steps.map((table, row) => new Step(row, table.does));
    for (const [row, table] of model.steps.entries()) {
      this.steps[row].station = table.does === VISIT ? this.stations[table.station] : null;
      this.steps[row].next = table.next < 0 ? null : this.steps[table.next];
    }
    this.firstSteps = model.classes.map((table) => this.steps[table.firstStep]);
    this.ranks = model.classes.map((table) => table.priority);
  }
  /** Only what can happen: the value in force at the start, and changes before closing. */
  addStaffChanges(station) {
    const { startsAt, endsAt, isDay } = this.model.horizon;
    const { staffAt, staff } = station.table;
    for (let i = 0; i < staffAt.length; i++) {
      const isOver = i + 1 < staffAt.length && staffAt[i + 1] <= startsAt;
      if (isOver || isDay && staffAt[i] >= endsAt) continue;
      this.changes.push({ at: Math.max(startsAt, staffAt[i]), station, staff: staff[i] });
    }
  }
  /** One history, from empty. `log`, if given, receives what happens. */
  replicate(index, log2 = null) {
    this.log = log2;
    this.restart(index);
    const { calendar } = this;
    let eventsNow = 0;
    for (; ; ) {
      if (this.isUnsettledSomewhere && calendar.nextTime() > this.clock.now) this.settle();
      if (!calendar.next()) break;
      if (calendar.time > this.clock.now) {
        this.clock.now = calendar.time;
        eventsNow = 0;
      } else if (++eventsNow > MOST_EVENTS_AT_ONCE) this.refuseEndlessInstant();
      switch (calendar.rank) {
        case SERVICE_END:
          this.serviceEnds(this.customers[calendar.subject]);
          break;
        case ARRIVAL:
          this.customersArrive(calendar.subject);
          break;
        case PATIENCE:
          this.patienceEnds(this.customers[calendar.subject]);
          break;
        case CALL:
          this.releasedServerCalls(this.callers[calendar.subject]);
          break;
        case TIMER:
          this.timeIsUp(this.customers[calendar.subject]);
          break;
        case SCHEDULE:
          this.scheduleChanges(this.changes[calendar.subject]);
          break;
        case PERIOD:
          this.periodRollsOver(calendar.subject);
          break;
      }
      if (this.isWindowOver && this.countedHere === 0) break;
    }
    return this.finish(index);
  }
  // ---- beginning and end
  restart(index) {
    const { model, calendar } = this;
    const { startsAt } = model.horizon;
    calendar.clear();
    this.recorder.clear();
    this.needs.restart(index);
    for (const draws of this.orderDraws) draws.restart(index);
    for (const station of this.stations) station.restart(startsAt);
    this.free.length = 0;
    for (let i = this.customers.length - 1; i >= 0; i--) this.free.push(this.customers[i]);
    this.clock.now = startsAt;
    this.admitted = this.countedHere = this.inPlace = 0;
    this.placeArea = this.presence = this.waitingTotal = 0;
    this.placeChange = this.lastDeparture = startsAt;
    this.clock.isAfterHours = this.isWindowOver = this.isUnsettledSomewhere = false;
    this.startPeriods();
    for (let i = 0; i < this.changes.length; i++) this.scheduleAt(this.changes[i].at, SCHEDULE, i);
    for (let source = 0; source < this.arrivals.length; source++) {
      this.arrivals[source].restart(index, startsAt);
      this.scheduleArrival(source);
    }
  }
  scheduleAt(time, rank, subject) {
    this.calendar.due = time;
    this.calendar.schedule(rank, subject);
  }
  startPeriods() {
    const { horizon, measures } = this.model;
    this.windowFrom = horizon.startsAt;
    this.windowTo = horizon.endsAt;
    this.period = this.clockPeriod = 0;
    if (horizon.isDay) {
      if (measures.periodAt.length > 2) this.scheduleAt(measures.periodAt[1], PERIOD, 1);
    } else if (horizon.customers < Infinity) {
      if (horizon.warmUpCustomers > 0) this.period = this.clockPeriod = -1;
    } else {
      this.windowFrom = horizon.warmUp;
      this.period = this.clockPeriod = -1;
      this.scheduleAt(horizon.warmUp, PERIOD, 0);
    }
  }
  /** Half hours of a day; in a long run by time the counted window (0) and what follows (1). */
  periodRollsOver(entered) {
    const { horizon, measures } = this.model;
    if (horizon.isDay) {
      this.enterClockPeriod(entered);
      this.period = entered;
      if (entered + 2 < measures.periodAt.length) this.scheduleAt(measures.periodAt[entered + 1], PERIOD, entered + 1);
      return;
    }
    this.isWindowOver = entered === 1;
    this.period = this.isWindowOver ? -1 : 0;
    this.enterClockPeriod(this.period);
    if (entered === 0) this.scheduleAt(horizon.endsAt, PERIOD, 1);
  }
  enterClockPeriod(entered) {
    this.closeBooks();
    this.clockPeriod = entered;
  }
  finish(index) {
    if (this.isDay) for (const station of this.stations) this.turnAwayWaiting(station);
    this.closeBooks();
    const { horizon } = this.model;
    const { layout } = this.recorder;
    const overtime = horizon.isDay ? Math.max(0, this.lastDeparture - horizon.endsAt) : 0;
    const replication = this.recorder.finish(index, [0, overtime, this.windowTo - this.windowFrom, this.placeArea]);
    replication.row[layout.day(0)] = replication.row[layout.overall(0, 0)];
    if (this.isSingleVisit) replication.row[layout.day(PLACE_AREA)] = replication.row[layout.clock(0, SYSTEM_AREA)];
    const presence = this.presence + this.presenceOfThoseLeft();
    requireConservation(replication, layout, { waitingArea: this.waitingTotal, presence }, this.model);
    return replication;
  }
  /** A long run by time may end with uncounted people in line. */
  presenceOfThoseLeft() {
    let presence = 0;
    for (const station of this.stations) {
      for (const line of [...station.lines, ...station.mode === LANES ? station.places.flatMap((place) => place.lines) : []]) {
        for (let customer = line.last(); customer !== null; customer = line.last()) {
          line.remove(customer);
          presence += this.clock.now - customer.waitingSince;
        }
      }
    }
    return presence;
  }
  // ---- arriving and moving on
  scheduleArrival(source) {
    const arrivals = this.arrivals[source];
    arrivals.next();
    if (arrivals.at >= this.doorClosesAt) return;
    this.calendar.due = arrivals.at;
    this.calendar.schedule(ARRIVAL, source);
  }
  customersArrive(source) {
    const arrivals = this.arrivals[source];
    if (this.admitted >= this.lastCustomer) return;
    const { entry } = arrivals;
    const batch = arrivals.nextBatch();
    if (this.admitted + batch < this.lastCustomer) this.scheduleArrival(source);
    for (let i = 0; i < batch && this.admitted < this.lastCustomer; i++) {
      if (this.lastCustomer < Infinity) this.countByNumber();
      this.admit(arrivals, entry);
    }
  }
  /** A long run by customers: the window of the areas goes from the first counted arrival to the last. */
  countByNumber() {
    if (this.admitted === this.model.horizon.warmUpCustomers) {
      this.enterClockPeriod(0);
      this.period = 0;
      this.windowFrom = this.clock.now;
    }
    if (this.admitted === this.lastCustomer - 1) {
      this.enterClockPeriod(-1);
      this.windowTo = this.clock.now;
    }
  }
  admit(arrivals, entry) {
    const { period } = this;
    const listed = entry < 0 ? -1 : arrivals.table.listClass[entry];
    const classRow = listed < 0 ? arrivals.nextClass() : listed;
    const customer = this.free.length > 0 ? this.free.pop() : this.newCustomer();
    customer.number = this.admitted++;
    customer.classRow = classRow;
    customer.rank = this.ranks[classRow];
    customer.visits = 0;
    customer.interruptions = 0;
    customer.wasOvertaken = 0;
    customer.pending = -1;
    customer.cameAt = this.clock.now;
    customer.totalWait = 0;
    customer.isCounted = period >= 0;
    if (period >= 0) this.countedHere++;
    const book = this.recorder.book(period, VISIT_SCOPE, classRow);
    book.offered++;
    customer.visitBook = book;
    this.needs.draw(customer);
    if (entry >= 0) this.takeFromList(arrivals, entry, customer);
    if (this.hasPasses) customer.passes.fill(0);
    if (!this.isSingleVisit) this.placeChanges(1);
    if (this.log !== null) this.logArrival(customer);
    this.enter(customer, this.firstSteps[classRow]);
  }
  newCustomer() {
    const passColumns = this.hasPasses ? this.steps.length : 0;
    const customer = new Customer(this.customers.length, this.needs.columns, passColumns, this.steps[0], this.recorder.book(0, VISIT_SCOPE, 0));
    this.customers.push(customer);
    return customer;
  }
  takeFromList(arrivals, entry, customer) {
    const { listService, listPatience } = arrivals.table;
    if (!Number.isNaN(listPatience[entry])) customer.patience = listPatience[entry];
    if (!Number.isNaN(listService[entry])) this.needs.override(customer, this.firstSteps[customer.classRow], listService[entry]);
  }
  /** Leaves a step for the next one. */
  advance(customer) {
    this.enter(customer, this.stepAfter(customer, customer.step));
  }
  stepAfter(customer, step) {
    if (step.next !== null) return step.next;
    return this.steps[this.needs.branch(customer, step, customer.passes[step.row] - 1)];
  }
  enter(customer, first) {
    for (let step = first; ; step = this.stepAfter(customer, step)) {
      customer.step = step;
      const pass = this.hasPasses ? customer.passes[step.row]++ : 0;
      switch (step.does) {
        case VISIT:
          return this.join(customer, step.station, pass);
        case DELAY:
          customer.state = DELAYED2;
          this.needs.giveWork(customer, step, pass);
          this.calendar.due = this.clock.now + customer.work;
          customer.pending = this.calendar.schedule(TIMER, customer.row);
          return;
        case LEAVE:
          return this.leave(customer);
        case CHOOSE:
          break;
      }
    }
  }
  join(customer, station, pass) {
    if (!this.isSingleVisit) this.openStationBook(customer, station);
    if (station.waiting + station.busy + station.walking >= station.room) return this.refuse(customer, station);
    customer.visits++;
    customer.joinedAt = this.clock.now;
    customer.waitingSince = this.clock.now;
    customer.joinOrder = station.joins++;
    customer.waited = -1;
    customer.isOvertaken = 0;
    this.needs.giveWork(customer, customer.step, pass);
    customer.place = station.mode === LANES ? this.chooseLane(customer, station, pass) : null;
    if (this.log !== null) this.write(JOINED, customer, station);
    this.customerSeeksServer(customer, station);
  }
  /** Outcomes count in the period of joining; in a long run everything of a customer counts, or nothing. */
  openStationBook(customer, station) {
    const period = this.isDay ? this.period : customer.isCounted ? 0 : -1;
    customer.joinBook = this.recorder.book(period, station.row + 1, customer.classRow);
    customer.joinBook.offered++;
  }
  /** Out of the last step. */
  leave(customer) {
    customer.stay = this.clock.now - customer.cameAt;
    customer.visitBook.visitDone(customer);
    this.depart(customer);
  }
  depart(customer) {
    if (this.log !== null) this.write(LEFT, customer, null);
    if (!this.isSingleVisit) this.placeChanges(-1);
    if (customer.isCounted) this.countedHere--;
    this.lastDeparture = this.clock.now;
    customer.pending = -1;
    this.free.push(customer);
  }
  // ---- matching
  /** A customer looks for a server: the first half of matching. */
  customerSeeksServer(customer, station) {
    if (station.mode === LANES) {
      const lane = customer.place;
      lane.people++;
      if (lane.state === IDLE) return this.callToPlace(customer, station, lane);
    } else if (station.idle > 0) {
      if (station.mode === WINDOWS) return this.callToPlace(customer, station, firstIdle(station.places));
      station.idle--;
      return this.call(customer, station);
    }
    this.waitInLine(customer, station);
  }
  waitInLine(customer, station) {
    if (this.clock.isAfterHours && this.model.horizon.closing !== FINISH_EVERYONE) return this.turnAway(customer, station);
    station.areasUpToNow();
    customer.state = WAITING;
    this.waitingRises(station, customer);
    lineOf(customer, station).append(customer);
    const patience = customer.visits === 1 ? customer.patience : this.needs.patienceAgain(customer);
    if (patience === Infinity) return;
    this.calendar.due = this.clock.now + patience;
    customer.pending = this.calendar.schedule(PATIENCE, customer.row);
  }
  /** A server of a pool looks for a customer: the other half. */
  serverSeeksCustomer(station) {
    const line = lineWithSomebody(station.lines);
    if (line === null) {
      station.idle++;
      return;
    }
    this.call(this.takeFromLine(line, station), station);
  }
  /** The same for a window or a lane. */
  placeSeeksCustomer(station, place) {
    const line = lineWithSomebody(place.lines);
    if (line !== null) return this.holdFor(this.takeFromLine(line, station), station, place);
    if (!place.isOpen) return switchOff(station, place);
    place.state = IDLE;
    station.idle++;
  }
  takeFromLine(line, station) {
    const customer = line.first();
    line.remove(customer);
    station.areasUpToNow();
    this.waitingFalls(station, customer);
    return customer;
  }
  callToPlace(customer, station, place) {
    station.idle--;
    this.holdFor(customer, station, place);
  }
  holdFor(customer, station, place) {
    place.state = HELD;
    place.customer = customer;
    customer.place = place;
    this.call(customer, station);
  }
  /** The customer's turn has come; patience is over. */
  call(customer, station) {
    customer.pending = -1;
    if (customer.waited < 0) {
      if (customer.joinOrder < station.latestCalled) customer.isOvertaken = 1;
      else station.latestCalled = customer.joinOrder;
    }
    if (this.log !== null) this.write(CALLED, customer, station);
    if (station.mode === WINDOWS) this.walkToWindow(customer, station);
    else this.startService(customer, station);
  }
  walkToWindow(customer, station) {
    const { walkFirst, walkEach } = station.table;
    const walk = walkFirst + customer.place.index * walkEach;
    if (walk === 0) return this.startService(customer, station);
    station.areasUpToNow();
    station.walking++;
    customer.state = WALKING2;
    this.calendar.due = this.clock.now + walk;
    customer.pending = this.calendar.schedule(TIMER, customer.row);
  }
  startService(customer, station) {
    station.areasUpToNow();
    station.busy++;
    customer.state = IN_SERVICE;
    if (customer.waited < 0) customer.waited = this.clock.now - customer.joinedAt;
    if (this.log !== null) this.write(STARTED, customer, station);
    customer.endsAt = this.clock.now + customer.work / station.speed;
    if (station.hasInterruptions && station.mode === POOL) station.inService.push(customer);
    this.calendar.due = customer.endsAt;
    customer.pending = this.calendar.schedule(SERVICE_END, customer.row);
  }
  serviceEnds(customer) {
    if (customer.pending !== this.calendar.sequence) return;
    const station = customer.step.station;
    const { place } = customer;
    station.areasUpToNow();
    station.busy--;
    if (station.hasInterruptions && station.mode === POOL) station.inService.splice(station.inService.lastIndexOf(customer), 1);
    if (this.log !== null) this.write(ENDED, customer, station);
    if (place !== null) {
      place.customer = null;
      place.people--;
      customer.place = null;
    }
    customer.totalWait += customer.waited;
    customer.wasOvertaken |= customer.isOvertaken;
    if (!this.isSingleVisit) {
      customer.stay = this.clock.now - customer.joinedAt;
      customer.joinBook.stationDone(customer);
    }
    this.advance(customer);
    if (place === null) this.releaseFromPool(station);
    else this.releasePlace(station, place);
  }
  /** A server of a pool is free again: it leaves if the shift is over, and calls only after the staff of this instant is settled. */
  releaseFromPool(station) {
    if (station.onDuty > station.staff) station.onDuty--;
    else if (this.calendar.hasMoreNow()) {
      station.released++;
      this.scheduleAt(this.clock.now, CALL, station.caller);
    } else this.serverSeeksCustomer(station);
  }
  releasePlace(station, place) {
    this.mayUnsettle(station);
    if (!place.isOpen && place.waiting === 0) switchOff(station, place);
    else if (this.calendar.hasMoreNow()) {
      place.state = RELEASED;
      this.scheduleAt(this.clock.now, CALL, place.caller);
    } else this.placeSeeksCustomer(station, place);
  }
  releasedServerCalls(caller) {
    if (caller instanceof Place) {
      if (caller.state === RELEASED) this.placeSeeksCustomer(caller.station, caller);
    } else if (caller.released > 0) {
      caller.released--;
      this.serverSeeksCustomer(caller);
    }
  }
  /** The walk is done, or the delay. */
  timeIsUp(customer) {
    if (customer.pending !== this.calendar.sequence) return;
    customer.pending = -1;
    if (customer.state === DELAYED2) return this.advance(customer);
    const station = customer.step.station;
    station.areasUpToNow();
    station.walking--;
    this.startService(customer, station);
  }
  // ---- leaving without service
  patienceEnds(customer) {
    if (customer.pending !== this.calendar.sequence) return;
    const station = customer.step.station;
    lineOf(customer, station).remove(customer);
    station.areasUpToNow();
    this.waitingFalls(station, customer);
    if (customer.place !== null) {
      customer.place.people--;
      this.mayUnsettle(station);
    }
    const wait = this.clock.now - customer.joinedAt;
    const isOvertaken = customer.joinOrder < station.latestCalled ? 1 : 0;
    if (this.log !== null) this.write(GAVE_UP_AT, customer, station);
    if (!this.isSingleVisit) customer.joinBook.gaveUp(wait, isOvertaken);
    customer.visitBook.gaveUp(customer.totalWait + wait, customer.wasOvertaken | isOvertaken);
    this.depart(customer);
  }
  refuse(customer, station) {
    customer.place = null;
    if (this.log !== null) this.write(REFUSED_AT, customer, station);
    if (!this.isSingleVisit) customer.joinBook.refused++;
    customer.visitBook.refused++;
    this.depart(customer);
  }
  /** Not in a line any more, or never was. */
  turnAway(customer, station) {
    if (this.log !== null) this.write(TURNED_AWAY_AT, customer, station);
    if (customer.place !== null) customer.place.people--;
    customer.place = null;
    if (!this.isSingleVisit) customer.joinBook.turnedAway++;
    customer.visitBook.turnedAway++;
    this.depart(customer);
  }
  turnAwayWaiting(station) {
    const lines = station.mode === LANES ? station.places.flatMap((place) => place.lines) : station.lines;
    for (const line of lines) while (line.size > 0) this.turnAway(this.takeFromLine(line, station), station);
  }
  // ---- schedules
  scheduleChanges({ station, staff }) {
    if (station === null) return this.close();
    station.areasUpToNow();
    station.staff = staff;
    if (station.mode === POOL) this.poolChanges(station, staff);
    else this.placesChange(station, staff);
  }
  close() {
    for (const station of this.stations) station.areasUpToNow();
    this.clock.isAfterHours = true;
    if (this.model.horizon.closing !== FINISH_EVERYONE) for (const station of this.stations) this.turnAwayWaiting(station);
  }
  poolChanges(station, staff) {
    while (station.onDuty < staff) {
      station.onDuty++;
      station.released++;
      this.scheduleAt(this.clock.now, CALL, station.caller);
    }
    while (station.onDuty > staff) {
      if (station.idle > 0) station.idle--;
      else if (station.released > 0) station.released--;
      else if (station.table.leaving === FINISH) return;
      else this.interrupt(station.inService.pop(), station);
      station.onDuty--;
    }
  }
  placesChange(station, staff) {
    for (const place of station.places) place.isOpen = place.index < staff;
    for (const place of station.places) {
      if (!place.isOpen) this.placeCloses(station, place);
      else if (place.state === OFF) {
        station.onDuty++;
        place.state = RELEASED;
        this.scheduleAt(this.clock.now, CALL, place.caller);
      }
    }
    this.mayUnsettle(station);
  }
  placeCloses(station, place) {
    if (place.state === OFF) return;
    if (station.table.leaving === FINISH && (place.state === HELD || place.waiting > 0)) return;
    if (place.state === IDLE) station.idle--;
    const inHand = place.customer;
    place.customer = null;
    if (inHand !== null) this.interrupt(inHand, station);
    switchOff(station, place);
    if (station.mode === LANES && station.staff > 0) this.moveLane(station, place);
  }
  /** The shift has ended: the customer goes back to the head of the line. */
  interrupt(customer, station) {
    if (customer.state === WALKING2) station.walking--;
    else station.busy--;
    if (this.log !== null) this.write(INTERRUPTED, customer, station);
    customer.pending = -1;
    customer.waitingSince = this.clock.now;
    if (customer.state === IN_SERVICE) {
      customer.interruptions++;
      const rule = station.table.leaving;
      if (rule === RESUME) customer.work = (customer.endsAt - this.clock.now) * station.speed;
      else if (rule === RESAMPLE) customer.work = this.needs.resample(customer);
    }
    customer.state = WAITING;
    if (station.mode === WINDOWS) customer.place = null;
    this.waitingRises(station, customer);
    lineOf(customer, station).restore(customer);
  }
  // ---- lanes
  /** The lane a newcomer walks to. Open lanes are the first ones. */
  chooseLane(customer, station, pass) {
    const { places, table } = station;
    const lanes = station.staff > 0 ? station.staff : this.lanesOfNextOpening(station);
    if (table.join === JOIN_RANDOM) return places[Math.floor(this.needs.lane(customer, pass) * lanes)];
    if (table.join === JOIN_ROUND_ROBIN) return places[station.turn++ % lanes];
    if (table.join === JOIN_NEAREST) return nearestLane(places, lanes, table.nearestWithin);
    return table.countsWaitingOnly ? this.leastWaiting(customer, places, lanes, pass) : this.leastPeople(customer, places, lanes, pass);
  }
  leastPeople(customer, places, lanes, pass) {
    let shortest = places[0];
    let ties = 1;
    for (let i = 1; i < lanes; i++) {
      const lane = places[i];
      if (lane.people < shortest.people) {
        shortest = lane;
        ties = 1;
      } else if (lane.people === shortest.people) ties++;
    }
    if (ties === 1 || !shortest.station.table.hasRandomTies) return shortest;
    return this.tied(places, customer, ties, pass, (lane) => lane.people === shortest.people);
  }
  leastWaiting(customer, places, lanes, pass) {
    let shortest = places[0];
    for (let i = 1; i < lanes; i++) if (places[i].waiting < shortest.waiting) shortest = places[i];
    if (!shortest.station.table.hasRandomTies) return shortest;
    const open = places.slice(0, lanes);
    const isTied = (lane) => lane.waiting === shortest.waiting;
    return this.tied(open, customer, open.filter(isTied).length, pass, isTied);
  }
  tied(places, customer, ties, pass, isTied) {
    let chosen = Math.floor(this.needs.lane(customer, pass) * ties);
    return places.find((lane) => isTied(lane) && chosen-- === 0);
  }
  /** Nobody is there now: people wait at the lanes that open next. */
  lanesOfNextOpening(station) {
    const { staffAt, staff } = station.table;
    const opening = staff.findIndex((count, i) => count > 0 && staffAt[i] > this.clock.now && staffAt[i] < this.doorClosesAt);
    return opening < 0 ? 1 : staff[opening];
  }
  /** A lane closes at once: its people go, in order of service, each to the end of the then shortest open lane. */
  moveLane(station, lane) {
    for (const line of lane.lines) {
      while (line.size > 0) {
        let shortest = station.places[0];
        for (let i = 1; i < station.staff; i++) if (station.places[i].people < shortest.people) shortest = station.places[i];
        this.switchLane(line, line.first(), station, shortest);
      }
    }
  }
  mayUnsettle(station) {
    if (station.table.switchAt === 0 || station.mode !== LANES) return;
    station.isUnsettled = true;
    this.isUnsettledSomewhere = true;
  }
  /** Jockeying, before the clock moves on: docs/conventions.md, "Switching". */
  settle() {
    this.isUnsettledSomewhere = false;
    for (const station of this.stations) {
      if (!station.isUnsettled) continue;
      station.isUnsettled = false;
      while (this.someoneSwitches(station)) ;
    }
  }
  someoneSwitches(station) {
    const { places } = station;
    for (let to = 0; to < station.staff; to++) {
      const enough = places[to].people + station.table.switchAt;
      for (let distance = 1; distance < places.length; distance++) {
        for (let from = to - distance; from <= to + distance; from += 2 * distance) {
          const lane = places[from];
          if (lane === void 0 || lane.people < enough || lane.waiting === 0) continue;
          const line = lastLineWithSomebody(lane.lines);
          this.switchLane(line, line.last(), station, places[to]);
          return true;
        }
      }
    }
    return false;
  }
  switchLane(from, customer, station, lane) {
    from.remove(customer);
    customer.place.people--;
    customer.place.waiting--;
    customer.place = lane;
    lane.people++;
    if (this.log !== null) this.write(SWITCHED, customer, station);
    if (lane.state === IDLE) {
      station.areasUpToNow();
      station.waiting--;
      this.presence += this.clock.now - customer.waitingSince;
      return this.callToPlace(customer, station, lane);
    }
    lane.waiting++;
    lineOf(customer, station).append(customer);
  }
  // ---- counting
  waitingRises(station, customer) {
    const waiting = ++station.waiting;
    if (waiting > station.peak) station.peak = waiting;
    if (customer.place !== null) {
      customer.place.waiting++;
      this.mayUnsettle(station);
    }
  }
  waitingFalls(station, customer) {
    station.waiting--;
    this.presence += this.clock.now - customer.waitingSince;
    if (customer.place !== null) customer.place.waiting--;
  }
  placeChanges(change) {
    if (this.clockPeriod >= 0) this.placeArea += this.inPlace * (this.clock.now - this.placeChange);
    this.placeChange = this.clock.now;
    this.inPlace += change;
  }
  /** Closes the books of the period: areas so far belong to `clockPeriod`. */
  closeBooks() {
    const { recorder, clockPeriod: period } = this;
    if (!this.isSingleVisit) this.placeChanges(0);
    for (const station of this.stations) {
      station.areasUpToNow();
      this.waitingTotal += station.waitingArea;
      if (period >= 0) {
        recorder.clock(period, station.row, WAITING_AREA, station.waitingArea);
        recorder.clock(period, station.row, SYSTEM_AREA, station.waitingArea + station.busyArea + station.walkingArea);
        recorder.clock(period, station.row, BUSY, station.busyArea);
        recorder.clock(period, station.row, STAFFED, station.staffedArea);
        recorder.clock(period, station.row, WALKING, station.walkingArea);
        recorder.clock(period, station.row, STAFF_OVERTIME, station.overtimeArea);
        recorder.peak(period, station.row, station.peak);
      }
      station.clearAreas();
      station.peak = station.waiting;
    }
  }
  /** Nobody waits for this event any more. Only customers' events can be stale. */
  isStale(rank, subject, sequence) {
    return (rank === PATIENCE || rank === SERVICE_END || rank === TIMER) && this.customers[subject].pending !== sequence;
  }
  refuseEndlessInstant() {
    const step = this.model.names.steps[this.customers[this.calendar.subject]?.step.row ?? 0];
    throw new RangeError(`a million events at one instant (${this.clock.now} s): customers go round "${step}" without taking any time`);
  }
  // ---- the log
  logArrival(customer) {
    const { classRow, patience } = customer;
    this.log.customers.push({ at: this.clock.now, class: classRow, patience, requirement: this.needs.certainWork(customer) });
    this.write(ARRIVED, customer, null);
  }
  write(kind, { number, place }, station) {
    this.log.events.push({ at: this.clock.now, kind, customer: number, station: station?.row ?? -1, place: station === null || place === null ? -1 : place.index });
  }
};
function lineOf(customer, station) {
  const lines = customer.place === null ? station.lines : customer.place.lines;
  return lines.length === 1 ? lines[0] : lines[customer.rank];
}
function lineWithSomebody(lines) {
  for (let rank = 0; rank < lines.length; rank++) if (lines[rank].size > 0) return lines[rank];
  return null;
}
function firstIdle(places) {
  let i = 0;
  while (places[i].state !== IDLE) i++;
  return places[i];
}
function nearestLane(places, lanes, within) {
  let least = places[0].people;
  for (let i2 = 1; i2 < lanes; i2++) least = Math.min(least, places[i2].people);
  let i = 0;
  while (places[i].people > least + within) i++;
  return places[i];
}
function switchOff(station, place) {
  place.state = OFF;
  station.onDuty--;
}
function lastLineWithSomebody(lines) {
  let rank = lines.length - 1;
  while (lines[rank].size === 0) rank--;
  return lines[rank];
}

// src/replication/engines.ts
var Engines = class {
  simulations;
  constructor(models) {
    this.simulations = models.map((model) => new Simulation(model));
  }
  /** One history of every design, for the same customers. */
  replicate(index) {
    return this.simulations.map((simulation) => simulation.replicate(index));
  }
};

// src/replication/in-this-thread.ts
var SLICE = 40;
var inThisThread = async (plan, take, signal) => {
  const engines = new Engines(plan.models);
  let sliceEnds = performance.now() + SLICE;
  for (let index = plan.first; index < plan.first + plan.count; index++) {
    if (performance.now() >= sliceEnds) {
      await aTurnForOthers();
      sliceEnds = performance.now() + SLICE;
    }
    if (signal?.aborted) return;
    take(engines.replicate(index));
  }
};
function aTurnForOthers() {
  return new Promise((resolve) => typeof setImmediate === "function" ? setImmediate(resolve) : setTimeout(resolve));
}

// tests/builders.ts
var fixed = (value) => ({ kind: "fixed", value });
var exponential = (mean) => ({ kind: "exponential", mean });
var erlang = (mean, phases) => ({ kind: "erlang", mean, phases });
var gamma = (mean, cv) => ({ kind: "gamma", mean, squaredCV: cv * cv });
var lognormal = (mean, cv) => ({ kind: "lognormal", mean, squaredCV: cv * cv });
var uniform = (from, to) => ({ kind: "uniform", from, to });
var empirical = (values) => ({ kind: "empirical", values });
var mix = (...parts) => ({ kind: "mix", parts: parts.map(([share, law]) => ({ share, law })) });
function clock(steps, shape = "steps") {
  const pairs2 = typeof steps === "number" ? [[0, steps]] : steps;
  return { at: pairs2.map(([at]) => at), value: pairs2.map(([, value]) => value), shape };
}
function arrivalsOf(name, given) {
  const { rate, between: between2, list, batch, mix: shares, ...rest } = given;
  let process;
  if (list !== void 0) process = { kind: "list", customers: list.map((customer) => ({ class: null, service: null, patience: null, ...customer })) };
  else if (between2 !== void 0) process = { kind: "renewal", between: between2 };
  else process = { kind: "poisson", rate: clock(rate ?? 1) };
  return {
    process,
    busyness: 0,
    batch: Array.isArray(batch) ? batch : [{ size: batch ?? 1, share: 1 }],
    mix: Object.entries(shares ?? { [name]: 1 }).map(([className, share]) => ({ class: className, share })),
    route: null,
    ...rest
  };
}
function stationOf({ servers, ...rest }) {
  return {
    servers: clock(servers ?? 1),
    service: exponential(1),
    line: "one",
    join: "shortest",
    nearestWithin: 1,
    counts: "system",
    ties: "left",
    switch: null,
    order: "first come",
    room: null,
    leaving: "finish",
    walk: { first: 0, each: 0 },
    speed: 1,
    ...rest
  };
}
var classOf = (given) => ({ priority: 1, patience: null, service: null, route: null, ...given });
function branches(then) {
  return Array.isArray(then) ? then.map(([share, to]) => ({ share, to })) : [{ share: 1, to: then }];
}
var visit = (name, station, then = null, service = null) => ({ name, does: { kind: "visit", station, service }, then: branches(then) });
var delay = (name, time, then = null) => ({ name, does: { kind: "delay", time }, then: branches(then) });
var choose = (name, then) => ({ name, does: { kind: "choose" }, then: branches(then) });
var SEED = "2026";
var ARRIVAL_KEYS = /* @__PURE__ */ new Set(["rate", "between", "list", "batch", "mix", "process", "busyness", "route"]);
function scenarioOf(given) {
  const arrivals = given.arrivals ?? { rate: 1 };
  const isOne = Object.keys(arrivals).every((key) => ARRIVAL_KEYS.has(key));
  const sources = Object.entries(isOne ? { customers: arrivals } : arrivals);
  const stations = Object.entries(given.stations ?? { counter: given.station ?? {} });
  const made = new Map(sources.map(([name, source]) => [name, arrivalsOf(name, source)]));
  const classes = /* @__PURE__ */ new Map();
  for (const source of made.values()) for (const part of source.mix) classes.set(part.class, classOf({}));
  for (const [name, some] of Object.entries(given.classes ?? {})) classes.set(name, classOf(some));
  const run = { seed: SEED, replications: 30, length: null, warmUp: 0, customers: null, warmUpCustomers: 0, ...given.run };
  if (given.opening === void 0 && run.length === null && run.customers === null) run.customers = 1e3;
  return {
    name: given.name ?? "test",
    opening: given.opening === void 0 ? null : { from: given.opening[0], to: given.opening[1] },
    closing: given.closing ?? "finish everyone",
    arrivals: made,
    classes,
    stations: new Map(stations.map(([name, station]) => [name, stationOf(station)])),
    routes: new Map(Object.entries(given.routes ?? {}).map(([name, steps]) => [name, { steps }])),
    goals: [],
    costs: { currency: "EUR", staff: null, overtime: null, wait: null, lost: null, ...given.costs },
    run,
    assumed: []
  };
}

// tests/golden/worlds.ts
var HOUR = 3600;
var goal = (within, share, everyHalfHour = false) => ({
  text: `${share * 100}% wait at most ${within} s`,
  metric: "serviceLevel",
  statistic: "within",
  within,
  percentile: null,
  class: null,
  station: null,
  direction: "at least",
  bound: share,
  everyHalfHour,
  shareOfDays: null
});
function world(name, replications, base, designs, goals = []) {
  return {
    name,
    replications,
    designs: Object.entries(designs).map(([design, change]) => ({
      name: design,
      scenario: { ...scenarioOf({ ...base, ...change, name, run: { seed: "golden", replications, ...base.run } }), goals }
    }))
  };
}
var tellers = (station) => ({
  station: {
    servers: [
      [9 * HOUR, 3],
      [10 * HOUR, 5],
      [11.5 * HOUR, 4]
    ],
    service: lognormal(360, 0.8),
    ...station
  }
});
var WORLDS = [
  world(
    "bank morning",
    40,
    {
      opening: [9 * HOUR, 12 * HOUR],
      arrivals: {
        rate: [
          [9 * HOUR, 30 / HOUR],
          [10 * HOUR, 48 / HOUR],
          [12 * HOUR, 0]
        ],
        busyness: 0.2
      },
      classes: { customers: { patience: exponential(1500) } },
      costs: { staff: 28 / HOUR, overtime: 42 / HOUR, wait: 10 / HOUR, lost: 6 }
    },
    {
      "one line": tellers({}),
      "one line, a walk": tellers({ walk: { first: 3, each: 1.5 } }),
      shortest: tellers({ line: "each" }),
      "shortest waiting, random ties": tellers({ line: "each", counts: "waiting", ties: "random" }),
      switching: tellers({ line: "each", switch: 2 }),
      "at random": tellers({ line: "each", join: "at random" }),
      "in turn": tellers({ line: "each", join: "round robin" }),
      nearest: tellers({ line: "each", join: "nearest", nearestWithin: 1, walk: { first: 2, each: 1 } })
    },
    [goal(300, 0.8), goal(300, 0.8, true)]
  ),
  world(
    "orders",
    12,
    {
      arrivals: { between: gamma(60, 0.7), mix: { short: 0.5, long: 0.3, odd: 0.2 } },
      classes: {
        short: { priority: 1, service: { kind: "weibull", mean: 90, shape: 1.5 }, patience: uniform(100, 900) },
        long: { priority: 2, service: erlang(260, 3), patience: mix([0.7, exponential(300)], [0.3, fixed(1200)]) },
        odd: { priority: 2, service: mix([0.8, exponential(60)], [0.2, exponential(600)]) }
      },
      run: { customers: 900, warmUpCustomers: 100 }
    },
    {
      "first come": { station: { servers: 3 } },
      "last come": { station: { servers: 3, order: "last come" } },
      "random order": { station: { servers: 3, order: "random" } },
      "shortest job": { station: { servers: 3, order: "shortest job" } },
      priority: { station: { servers: 3, order: "priority" } },
      "a small room": { station: { servers: 3, room: 7, speed: 1.1 } }
    }
  ),
  world(
    "a way through",
    12,
    {
      opening: [8 * HOUR, 13 * HOUR],
      arrivals: {
        walkers: {
          rate: [
            [8 * HOUR, 20 / HOUR],
            [13 * HOUR, 0]
          ],
          batch: [
            { size: 1, share: 0.7 },
            { size: 3, share: 0.3 }
          ],
          route: "way"
        },
        booked: { list: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({ at: 8 * HOUR + 1500 * i, service: i % 2 === 0 ? 300 : null })), route: "way" }
      },
      routes: {
        way: [
          visit("welcome", "desk", "which"),
          choose("which", [
            [0.3, "walk"],
            [0.7, "treat"]
          ]),
          delay("walk", uniform(60, 240), "treat"),
          visit("treat", "room", [
            [0.1, "walk"],
            [0.9, null]
          ])
        ]
      }
    },
    Object.fromEntries(
      ["finish", "resume", "restart", "resample"].map((leaving, i) => [
        leaving,
        {
          closing: i === 1 ? "turn away the waiting" : i === 2 ? "carry over" : "finish everyone",
          stations: {
            desk: { servers: 1, service: exponential(70) },
            room: {
              servers: [
                [8 * HOUR, 6],
                [9 * HOUR, 3],
                [10.25 * HOUR, 7],
                [12 * HOUR, 4]
              ],
              service: empirical([200, 350, 500, 1100]),
              leaving
            }
          }
        }
      ])
    )
  )
];
async function answerOf(world2, engine, runner) {
  const models = world2.designs.map(({ scenario }) => engine.compileModel(scenario));
  const collectors = world2.designs.map(
    ({ name, scenario }, i) => new engine.Collector(models[i], { design: name, goals: scenario.goals, costs: scenario.costs })
  );
  await runner({ models, first: 0, count: world2.replications }, (histories) => {
    for (let i = 0; i < collectors.length; i++) collectors[i].take(histories[i]);
  });
  const { estimates, rows } = engine.compare(collectors);
  return { estimates: estimates.flatMap((estimate2) => estimate2.rows), comparisons: rows };
}

// tests/golden/golden.ts
async function goldenOf(world2, engine) {
  const answer = await answerOf(world2, engine, inThisThread);
  const means = answer.estimates.filter(
    (row) => row.metric === "waitTime" && row.statistic === "mean" && row.population === "all" && row.class === null && row.period === null
  );
  return {
    sha256: createHash("sha256").update(JSON.stringify(answer)).digest("hex"),
    rows: answer.estimates.length + answer.comparisons.length,
    meanWait: Object.fromEntries(means.filter((row) => row.station === null).map((row) => [row.design, [row.value, row.halfWidth]]))
  };
}

// src/engine.ts
var engine_exports = {};
__export(engine_exports, {
  Collector: () => Collector,
  RowLayout: () => RowLayout,
  Simulation: () => Simulation,
  VERSION: () => VERSION,
  compare: () => compare,
  compileModel: () => compileModel,
  estimate: () => estimate,
  inThisThread: () => inThisThread,
  simulate: () => simulate
});

// src/math/summation.ts
var CompensatedSum = class {
  sum = 0;
  lost = 0;
  add(x) {
    const next = this.sum + x;
    this.lost += Math.abs(this.sum) >= Math.abs(x) ? this.sum - next + x : x - next + this.sum;
    this.sum = next;
  }
  /** The sum so far; 0 before the first term. An infinite term, or an overflow, is kept as it is. */
  get value() {
    return Number.isNaN(this.lost) ? this.sum : this.sum + this.lost;
  }
  reset() {
    this.sum = 0;
    this.lost = 0;
  }
};

// src/estimate/interval.ts
var SKEWNESS_THAT_MATTERS = 0.1;
var VANISHING = 1e-3;
function spreadOf(residuals) {
  const squares = new CompensatedSum(), cubes = new CompensatedSum();
  for (let i = 0; i < residuals.length; i++) {
    const z = residuals[i];
    squares.add(z * z);
    cubes.add(z * z * z);
  }
  return spreadFromSums(residuals.length, squares.value, cubes.value);
}
function spreadFromSums(n, squares, cubes) {
  if (n < 2) return null;
  return {
    standardError: Math.sqrt(squares / (n - 1) / n),
    cumulant: n < 3 ? 0 : cubes / ((n - 1) * (n - 2) * n),
    degrees: n - 1
  };
}
function spreadOfDifference(a, b) {
  const varianceOfA = a.standardError * a.standardError;
  const varianceOfB = b.standardError * b.standardError;
  const variance = varianceOfA + varianceOfB;
  const share = variance > 0 ? varianceOfA / variance : 0.5;
  return {
    standardError: Math.sqrt(variance),
    cumulant: a.cumulant - b.cumulant,
    degrees: 1 / (share * share / a.degrees + (1 - share) * (1 - share) / b.degrees)
  };
}
function skewnessOf({ standardError, cumulant }) {
  const cube = standardError * standardError * standardError;
  return cube > 0 ? cumulant / cube : 0;
}
function intervalAround(value, spread, confidence, correction = "when it matters") {
  const t = studentT(0.5 + confidence / 2, spread.degrees);
  const skewness = skewnessOf(spread);
  const isCorrected = correction === "always" || correction === "when it matters" && Math.abs(skewness) > SKEWNESS_THAT_MATTERS;
  const a = isCorrected ? skewness / 6 : 0;
  const below = bent(t, a) * spread.standardError;
  const above = -bent(-t, a) * spread.standardError;
  return { low: value - below, high: value + above, halfWidth: (below + above) / 2 };
}
function bent(r, a) {
  if (Math.abs(a) < VANISHING) return r;
  const inside = 1 + 6 * a * (r - a);
  const root = inside < 0 ? -pow(-inside, 1 / 3) : pow(inside, 1 / 3);
  return (root - 1) / (2 * a);
}
var known = /* @__PURE__ */ new Map();
function studentT(p, degrees) {
  let ofDegrees = known.get(degrees);
  if (ofDegrees === void 0) {
    if (known.size > 500) known.clear();
    known.set(degrees, ofDegrees = /* @__PURE__ */ new Map());
  }
  let t = ofDegrees.get(p);
  if (t === void 0) ofDegrees.set(p, t = studentTQuantile(p, degrees));
  return t;
}

// src/estimate/order-statistic.ts
function enclosingRanks(n, p, confidence) {
  const tail = (1 - confidence) / 2;
  let lower = 0, above = n + 1;
  while (above - lower > 1) {
    const middle = lower + above >>> 1;
    if (1 - atLeast(middle, n, p) <= tail) lower = middle;
    else above = middle;
  }
  let upper = n + 1, below = 0;
  while (upper - below > 1) {
    const middle = upper + below >>> 1;
    if (atLeast(middle, n, p) <= tail) upper = middle;
    else below = middle;
  }
  return { lower, upper };
}
function atLeast(k, n, p) {
  if (k <= 0) return 1;
  return k > n ? 0 : regularizedBeta(p, k, n - k + 1);
}
function quantileOfSorted(sorted, p) {
  return sorted[Math.max(1, Math.ceil(p * sorted.length - 1e-9)) - 1];
}

// src/estimate/pooled-histogram.ts
var BUCKET_ERROR = 1 / 512;
var PooledHistogram = class _PooledHistogram {
  /** Made when the first person comes: most groups of a large network hold nobody of most kinds. */
  counts = null;
  size = 0;
  min = Infinity;
  max = -Infinity;
  add(histogram) {
    const { bucket, count } = histogram;
    if (bucket.length === 0) return;
    const counts = this.counts ??= new Float64Array(BUCKETS);
    for (let i = 0; i < bucket.length; i++) {
      counts[bucket[i]] += count[i];
      this.size += count[i];
    }
    if (histogram.min < this.min) this.min = histogram.min;
    if (histogram.max > this.max) this.max = histogram.max;
  }
  /** Two populations as one. */
  with(other) {
    if (other.counts === null) return this;
    if (this.counts === null) return other;
    const both = new _PooledHistogram();
    both.counts = this.counts.slice();
    for (let b = 0; b < BUCKETS; b++) both.counts[b] += other.counts[b];
    both.size = this.size + other.size;
    both.min = Math.min(this.min, other.min);
    both.max = Math.max(this.max, other.max);
    return both;
  }
  /** The part of the population that waited at all. */
  withoutZero() {
    if (this.counts === null || this.counts[0] === 0) return this;
    const rest = new _PooledHistogram();
    if (this.size === this.counts[0]) return rest;
    rest.counts = this.counts.slice();
    rest.counts[0] = 0;
    rest.size = this.size - this.counts[0];
    rest.min = lowerEdge(rest.counts.findIndex((count) => count > 0));
    rest.max = this.max;
    return rest;
  }
  /**
   * The smallest time with at least a share p of the people at or below it; at most `BUCKET_ERROR` off, exact at zero and at
   * the extremes. Null when nobody is there.
   */
  quantile(p) {
    if (this.counts === null) return null;
    const rank = Math.max(1, Math.ceil(p * this.size - 1e-9));
    let below = 0;
    for (let b = 0; b < BUCKETS; b++) {
      below += this.counts[b];
      if (below >= rank) return Math.min(Math.max(middleOf(b), this.min), this.max);
    }
    return this.max;
  }
  /** People whose time lies in this bucket or a lower one. */
  upTo(bucket) {
    let people = 0;
    for (let b = 0; b <= bucket; b++) people += this.counts?.[b] ?? 0;
    return people;
  }
  /**
   * Share of people whose time is longer than each of `at` (ascending). Inside a bucket people are taken to be spread evenly;
   * at zero, below the shortest and from the longest on the answer is exact.
   */
  longerThan(at) {
    const { counts } = this;
    const longer2 = [];
    let b = 0, above = this.size - (counts?.[0] ?? 0);
    for (let i = 0; i < at.length; i++) {
      const t = at[i];
      if (counts === null || t >= this.max) longer2.push(0);
      else if (t < this.min) longer2.push(1);
      else {
        while (b < BUCKETS - 1 && lowerEdge(b + 1) <= t) above -= counts[++b];
        const part = b === 0 ? 0 : counts[b] * (lowerEdge(b + 1) - t) / (lowerEdge(b + 1) - lowerEdge(b));
        longer2.push((above + part) / this.size);
      }
    }
    return longer2;
  }
};

// src/estimate/sections.ts
var FINE_BITS = 5;
var COARSE_BUCKETS = 1 + (BUCKETS - 1 >> FINE_BITS) + 1;
function coarseOf(bucket) {
  return bucket === 0 ? 0 : 1 + (bucket - 1 >> FINE_BITS);
}
function lastBucketOf(coarse) {
  return Math.min(BUCKETS - 1, coarse << FINE_BITS);
}
var Sections = class {
  end = new Float64Array(16);
  // by replication: where its run ends
  bucket = new Uint16Array(64);
  people = new Uint32Array(64);
  // people in this coarse bucket or below, of the same replication
  replications = 0;
  used = 0;
  add({ bucket, count }) {
    if (this.replications === this.end.length) this.end = longer(this.end, Float64Array);
    let total = 0;
    for (let i = 0; i < bucket.length; i++) {
      const coarse = coarseOf(bucket[i]);
      total += count[i];
      const isNew = i === 0 || coarse !== coarseOf(bucket[i - 1]);
      if (isNew) this.begin(coarse);
      this.people[this.used - 1] = total;
    }
    this.end[this.replications++] = this.used;
  }
  /** People up to the end of a coarse bucket, by replication, added to `into`. */
  addUpTo(coarse, into, times = 1) {
    let from = 0;
    for (let i = 0; i < this.replications; i++) {
      const end = this.end[i];
      let low = from, high = end;
      while (low < high) {
        const middle = low + high >>> 1;
        if (this.bucket[middle] <= coarse) low = middle + 1;
        else high = middle;
      }
      if (low > from) into[i] += times * this.people[low - 1];
      from = end;
    }
  }
  begin(coarse) {
    if (this.used === this.bucket.length) {
      this.bucket = longer(this.bucket, Uint16Array);
      this.people = longer(this.people, Uint32Array);
    }
    this.bucket[this.used++] = coarse;
  }
};
function longer(array, kind) {
  const copy = new kind(2 * array.length);
  copy.set(array);
  return copy;
}

// src/estimate/formula.ts
var NOTHING = { value: null, residuals: null, margin: 0 };
var ROUNDING = 2 ** -48;
function evaluate(formula, rows) {
  switch (formula.kind) {
    case "ratio":
      return ratio(valuesOf(formula.of, rows), valuesOf(formula.per, rows));
    case "mean":
      return ratio(valuesOf(formula.of, rows), null);
    case "sd":
      return standardDeviation(valuesOf(formula.sum, rows), valuesOf(formula.squares, rows), valuesOf(formula.count, rows));
    case "quantile":
      return quantile(formula, rows);
    case "quantile of days":
      return quantileOfDays(valuesOf(formula.of, rows), formula.p);
  }
}
function valuesOf(terms, rows) {
  const values = new Float64Array(rows.count);
  for (const { column: column2, times } of terms) {
    for (let i = 0; i < values.length; i++) values[i] += times * rows.at(i, column2);
  }
  return values;
}
function totalOf(values) {
  const sum = new CompensatedSum();
  for (let i = 0; i < values.length; i++) sum.add(values[i]);
  return sum.value;
}
function quantileOfDays(days, p) {
  if (days.length === 0) return NOTHING;
  const sorted = days.slice().sort();
  const value = quantileOfSorted(sorted, p);
  const upTo = days.reduce((count, day) => day <= value ? count + 1 : count, 0) / days.length;
  const shares = days.map((day) => (day <= value ? 1 : 0) - upTo);
  const steepness = steepnessAt(p, spreadOf(shares), (share) => quantileOfSorted(sorted, share));
  return { value, residuals: shares.map((share) => -share * steepness), margin: 0 };
}
function steepnessAt(p, spread, quantile2) {
  const window = 2 * (spread?.standardError ?? 0);
  const low = Math.max(0, p - window), high = Math.min(1, p + window);
  return high > low ? (quantile2(high) - quantile2(low)) / (high - low) : 0;
}
function ratio(y, x) {
  const n = y.length;
  const size = x === null ? n : totalOf(x);
  if (!(size > 0)) return NOTHING;
  const value = totalOf(y) / size;
  const mean = size / n;
  const residuals = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const z = y[i] - value * (x === null ? 1 : x[i]);
    residuals[i] = Math.abs(z) <= ROUNDING * Math.abs(y[i]) ? 0 : z / mean;
  }
  return { value, residuals, margin: 0 };
}
function standardDeviation(sum, squares, count) {
  const n = count.length;
  const size = totalOf(count);
  if (!(size > 0)) return NOTHING;
  const mean = totalOf(sum) / size;
  const variance = totalOf(squares) / size - mean * mean;
  const sd = variance > ROUNDING * mean * mean ? Math.sqrt(variance) : 0;
  const residuals = new Float64Array(n);
  if (sd > 0) {
    const scale = 2 * sd * size / n;
    for (let i = 0; i < n; i++) residuals[i] = (squares[i] - 2 * mean * sum[i] + (mean * mean - variance) * count[i]) / scale;
  }
  return { value: sd, residuals, margin: 0 };
}
function quantile({ group, pool, p }, rows) {
  const people = rows.pooled(group, pool);
  const value = people.quantile(p);
  if (value === null) return NOTHING;
  const shares = shareResiduals(people, bucketOf(value), p, group, pool, rows);
  const spread = spreadOf(shares);
  const steepness = steepnessAt(p, spread, (share) => people.quantile(share) ?? 0);
  return { value, residuals: shares.map((share) => -share * steepness), margin: BUCKET_ERROR * value, share: { spread, pool: people } };
}
function shareResiduals(people, bucket, p, group, pool, rows) {
  const coarse = coarseOf(bucket);
  const size = rows.peopleUpTo(group, pool, Infinity);
  const mean = people.size / size.length;
  const above = people.upTo(lastBucketOf(coarse)) / people.size;
  const below = coarse === 0 ? above : people.upTo(lastBucketOf(coarse - 1)) / people.size;
  const weight = coarse === 0 || p >= above ? 1 : p <= below ? 0 : (p - below) / (above - below);
  const residuals = new Float64Array(size.length);
  for (const [share, edge, part] of [
    [above, coarse, weight],
    [below, coarse - 1, 1 - weight]
  ]) {
    if (part === 0) continue;
    const counts = rows.peopleUpTo(group, pool, edge);
    for (let i = 0; i < size.length; i++) residuals[i] += part * (counts[i] - share * size[i]) / mean;
  }
  return residuals;
}

// src/estimate/claim.ts
var NO_CLAIM = { value: null, halfWidth: null, low: null, high: null, standardError: null, skewness: 0 };
function boundsOf(unit) {
  return { least: 0, most: unit === "share" ? 1 : Infinity };
}
function claimOf(formula, unit, rows, confidence, correction = "when it matters") {
  const estimand = evaluate(formula, rows);
  if (formula.kind === "quantile") return claimOfPercentile(estimand, formula.p, confidence, correction);
  if (formula.kind === "quantile of days") return claimOfDays(estimand, valuesOf(formula.of, rows).sort(), formula.p, confidence);
  return claimFrom(
    estimand.value,
    estimand.residuals === null ? null : spreadOf(estimand.residuals),
    unit,
    confidence,
    correction,
    estimand.margin
  );
}
function claimFrom(value, spread, unit, confidence, correction = "when it matters", margin = 0) {
  if (value === null || spread === null) return { ...NO_CLAIM, value };
  const { low, high, halfWidth } = intervalAround(value, spread, confidence, correction);
  const { least, most } = boundsOf(unit);
  return {
    value,
    // Half the length before it is cut off at the possible: "0.2 % ± 0.3 %" must not look surer than it is.
    halfWidth: halfWidth + margin,
    low: Math.min(value, Math.max(least, low - margin)),
    high: Math.max(value, Math.min(most, high + margin)),
    standardError: spread.standardError,
    skewness: skewnessOf(spread)
  };
}
function claimOfPercentile({ value, residuals, share }, p, confidence, correction) {
  const spread = residuals === null ? null : spreadOf(residuals);
  if (value === null || spread === null || share === void 0 || share.spread === null) return { ...NO_CLAIM, value };
  const { low: least, high: most } = intervalAround(p, share.spread, confidence, correction);
  const lowShare = 2 * p - most, highShare = 2 * p - least;
  const low = Math.max(0, Math.min(value, share.pool.quantile(Math.max(0, lowShare)) ?? value) * (1 - BUCKET_ERROR));
  const high = highShare >= 1 ? null : Math.max(value, share.pool.quantile(highShare) ?? value) * (1 + BUCKET_ERROR);
  return {
    value,
    halfWidth: high === null ? null : (high - low) / 2,
    low,
    high,
    standardError: spread.standardError,
    skewness: skewnessOf(share.spread)
  };
}
function claimOfDays({ value, residuals }, sorted, p, confidence) {
  if (value === null) return NO_CLAIM;
  const { lower, upper } = enclosingRanks(sorted.length, p, confidence);
  const low = lower >= 1 ? sorted[lower - 1] : null;
  const high = upper <= sorted.length ? sorted[upper - 1] : null;
  return {
    value,
    halfWidth: low === null || high === null ? null : (high - low) / 2,
    low,
    high,
    standardError: residuals === null ? null : spreadOf(residuals)?.standardError ?? null,
    skewness: 0
  };
}

// src/units.ts
var MINUTE = 60;
var HOUR2 = 3600;
var HALF_HOUR = 1800;
function formatClock(at) {
  const whole = Math.floor(at);
  const two = (n) => n < 10 ? `0${n}` : `${n}`;
  const text = `${two(Math.floor(whole / HOUR2))}:${two(Math.floor(whole % HOUR2 / MINUTE))}`;
  return whole % MINUTE === 0 ? text : `${text}:${two(whole % MINUTE)}`;
}

// src/estimate/measures.ts
var POPULATIONS = ["all", "served", "delayed", "gave up"];
var QUANTILE_ROW = {
  all: QUANTILE_ALL,
  served: QUANTILE_SERVED,
  delayed: QUANTILE_DELAYED,
  "gave up": QUANTILE_GAVE_UP,
  sojourns: QUANTILE_SOJOURN
};
function percentileName(p) {
  return `p${Number((100 * p).toFixed(6))}`;
}
function withinName(threshold) {
  return `within ${threshold} s`;
}
function keyOf(subject) {
  return JSON.stringify([subject.metric, subject.statistic, subject.population, subject.station, subject.class, subject.period]);
}
var column = (at, times = 1) => [{ column: at, times }];
var Sums = class {
  place;
  layout;
  constructor(layout, group, period) {
    this.layout = layout;
    this.place = period === null ? (sum) => layout.overall(group, sum) : (sum) => layout.period(period, group, sum);
  }
  of(...sums) {
    return sums.map((sum) => ({ column: this.place(sum), times: 1 }));
  }
  count(population) {
    if (population === "delayed") return this.of(DELAYED);
    return this.of(...population === "served" ? [SERVED] : population === "gave up" ? [GAVE_UP] : [SERVED, GAVE_UP]);
  }
  /** Waits of a population. Those who were not delayed waited nothing, so the delayed waited as much as all. */
  waits(population) {
    return this.of(...population === "served" ? [WAIT_SERVED] : population === "gave up" ? [WAIT_GAVE_UP] : [WAIT_SERVED, WAIT_GAVE_UP]);
  }
  squaredWaits(population) {
    return this.of(
      ...population === "served" ? [WAIT_SERVED_SQUARED] : population === "gave up" ? [WAIT_GAVE_UP_SQUARED] : [WAIT_SERVED_SQUARED, WAIT_GAVE_UP_SQUARED]
    );
  }
  waitsWithin(population, threshold) {
    const { layout } = this;
    const gaveUp = layout.gaveUpWithin(threshold);
    if (population === "served") return this.of(layout.servedWithin(threshold));
    if (population === "gave up") return this.of(gaveUp);
    return this.of(population === "delayed" ? layout.delayedServedWithin(threshold) : layout.servedWithin(threshold), gaveUp);
  }
};
var MeasureList = class {
  layout;
  model;
  names;
  constructor(model, names = model.names) {
    this.model = model;
    this.layout = new RowLayout(model);
    this.names = names;
  }
  /** Everything over the whole replication. */
  overall(costs = null) {
    const { layout, model } = this;
    const isDay = model.horizon.isDay;
    const time = column(layout.day(COUNTED_TIME));
    const measures = [];
    layout.groups.forEach((group, row) => {
      const about = { ...this.subjectOf(group.station, group.class), period: null };
      const add = (metric, statistic, population, unit, formula) => measures.push({ ...about, metric, statistic, population, unit, formula });
      const sums = new Sums(layout, row, null);
      for (const population of POPULATIONS) {
        if (population === "gave up" && !this.canGiveUp) continue;
        const count = sums.count(population);
        add("waitTime", "mean", population, "s", { kind: "ratio", of: sums.waits(population), per: count });
        add("waitTime", "sd", population, "s", { kind: "sd", sum: sums.waits(population), squares: sums.squaredWaits(population), count });
        layout.percentiles.forEach(
          (p, at) => add("waitTime", percentileName(p), population, "s", this.quantile(row, population, p, at, count))
        );
        layout.waitWithin.forEach(
          (threshold, at) => add("waitTime", withinName(threshold), population, "share", { kind: "ratio", of: sums.waitsWithin(population, at), per: count })
        );
      }
      layout.waitWithin.forEach((threshold, at) => add("serviceLevel", withinName(threshold), "all", "share", serviceLevel(sums, at)));
      const finished = sums.of(FINISHED);
      add("sojournTime", "mean", "served", "s", { kind: "ratio", of: sums.of(SOJOURN), per: finished });
      add("sojournTime", "sd", "served", "s", { kind: "sd", sum: sums.of(SOJOURN), squares: sums.of(SOJOURN_SQUARED), count: finished });
      layout.percentiles.forEach(
        (p, at) => add("sojournTime", percentileName(p), "served", "s", this.quantile(row, "sojourns", p, at, finished))
      );
      layout.sojournWithin.forEach(
        (threshold, at) => add("sojournTime", withinName(threshold), "served", "share", {
          kind: "ratio",
          of: sums.of(layout.finishedWithin(at)),
          per: finished
        })
      );
      if (isDay) add("arrivals", "mean", null, "people", { kind: "mean", of: sums.of(OFFERED) });
      add("arrivalRate", "mean", null, "people/s", { kind: "ratio", of: sums.of(OFFERED), per: time });
      add("throughput", "mean", null, "people/s", { kind: "ratio", of: finished, per: time });
      add("abandonShare", "share", null, "share", { kind: "ratio", of: sums.of(GAVE_UP), per: sums.of(OFFERED) });
      add("blockShare", "share", null, "share", { kind: "ratio", of: sums.of(REFUSED), per: sums.of(OFFERED) });
      add("turnedAwayShare", "share", null, "share", { kind: "ratio", of: sums.of(TURNED_AWAY), per: sums.of(OFFERED) });
      if (model.measures.overtaking)
        add("overtakenShare", "share", "all", "share", { kind: "ratio", of: sums.of(OVERTAKEN), per: sums.count("all") });
    });
    for (const { station, rows } of this.places()) {
      const add = (metric, statistic, unit, formula) => measures.push({ station, class: null, period: null, metric, statistic, population: null, unit, formula });
      const clock2 = (sum) => rows.map((row) => ({ column: layout.clock(row, sum), times: 1 }));
      add("queueLength", "mean", "people", { kind: "ratio", of: clock2(WAITING_AREA), per: time });
      add("numberInSystem", "mean", "people", {
        kind: "ratio",
        of: station === null ? column(layout.day(PLACE_AREA)) : clock2(SYSTEM_AREA),
        per: time
      });
      if (rows.length === 1) add("queueLength", "peak", "people", { kind: "mean", of: clock2(PEAK_WAITING) });
      add("occupancy", "share", "share", { kind: "ratio", of: clock2(BUSY), per: clock2(STAFFED) });
      if (isDay) {
        add("staffedTime", "mean", "s", { kind: "mean", of: clock2(STAFFED) });
        add("busyTime", "mean", "s", { kind: "mean", of: clock2(BUSY) });
        add("staffOvertime", "mean", "s", { kind: "mean", of: clock2(STAFF_OVERTIME) });
      } else {
        add("servers", "mean", "servers", { kind: "ratio", of: clock2(STAFFED), per: time });
      }
    }
    if (isDay) {
      const add = (statistic, formula) => measures.push({ station: null, class: null, period: null, metric: "overtime", statistic, population: null, unit: "s", formula });
      const overtime = column(layout.day(OVERTIME));
      add("mean", { kind: "mean", of: overtime });
      for (const p of [0.5, 0.9]) add(percentileName(p), { kind: "quantile of days", of: overtime, p });
    }
    if (costs !== null) measures.push(...this.costs(costs));
    return measures;
  }
  /** What is told of every period of the day; goals for every half hour add what they judge. */
  byPeriod(goals = []) {
    const { layout } = this;
    const measures = [];
    for (let index = 0; index < layout.periods; index++) {
      const period = this.periodName(index);
      const length = this.model.measures.periodAt[index + 1] - this.model.measures.periodAt[index];
      layout.groups.forEach((group, row) => {
        const about = { ...this.subjectOf(group.station, group.class), period };
        const add = (metric, statistic, population, unit, formula) => measures.push({ ...about, metric, statistic, population, unit, formula, index });
        const sums = new Sums(layout, row, index);
        for (const population of ["all", "served"]) {
          add("waitTime", "mean", population, "s", { kind: "ratio", of: sums.waits(population), per: sums.count(population) });
        }
        layout.waitWithin.forEach((threshold, at) => add("serviceLevel", withinName(threshold), "all", "share", serviceLevel(sums, at)));
        add("abandonShare", "share", null, "share", { kind: "ratio", of: sums.of(GAVE_UP), per: sums.of(OFFERED) });
        add("arrivals", "mean", null, "people", { kind: "mean", of: sums.of(OFFERED) });
      });
      for (const { station, rows } of this.places()) {
        const add = (metric, statistic, unit, formula) => measures.push({ station, class: null, period, metric, statistic, population: null, unit, formula, index });
        const clock2 = (sum, times = 1) => rows.map((row) => ({ column: layout.clockPeriod(index, row, sum), times }));
        add("queueLength", "mean", "people", { kind: "mean", of: clock2(WAITING_AREA, 1 / length) });
        add("numberInSystem", "mean", "people", { kind: "mean", of: clock2(SYSTEM_AREA, 1 / length) });
        add("occupancy", "share", "share", { kind: "ratio", of: clock2(BUSY), per: clock2(STAFFED) });
        add("servers", "mean", "servers", { kind: "mean", of: clock2(STAFFED, 1 / length) });
      }
    }
    const known2 = new Set(measures.map(keyOf));
    for (const goal2 of goals.filter((candidate) => candidate.everyHalfHour)) {
      for (let index = 0; index < layout.periods; index++) {
        const measure = this.ofGoal(goal2, index);
        if (measure.formula.kind !== "ratio" && measure.formula.kind !== "mean") continue;
        if (known2.has(keyOf(measure))) continue;
        known2.add(keyOf(measure));
        measures.push({ ...measure, formula: measure.formula, index });
      }
    }
    return measures;
  }
  /**
   * What a goal judges, over the whole replication or in one period. A goal speaks of all: served and gave up.
   *
   * @throws RangeError if the model does not record it
   */
  ofGoal(goal2, period) {
    const { layout } = this;
    const station = goal2.station === null ? -1 : this.rowOf(this.names.stations, goal2.station, "station");
    const classRow = goal2.class === null || this.names.classes.length === 1 ? -1 : this.rowOf(this.names.classes, goal2.class, "class");
    const row = layout.groupOf(station, classRow);
    if (row < 0) throw new RangeError(`the model keeps no sums for the goal "${goal2.text}"`);
    const sums = new Sums(layout, row, period);
    const make = (statistic, population, unit, formula) => ({
      ...this.subjectOf(layout.groups[row].station, layout.groups[row].class),
      period: period === null ? null : this.periodName(period),
      metric: goal2.metric,
      statistic,
      population,
      unit,
      formula
    });
    const all = sums.count("all");
    const finished = sums.of(FINISHED);
    switch (goal2.metric) {
      case "abandonShare":
        return make("share", null, "share", { kind: "ratio", of: sums.of(GAVE_UP), per: sums.of(OFFERED) });
      case "blockShare":
        return make("share", null, "share", { kind: "ratio", of: sums.of(REFUSED), per: sums.of(OFFERED) });
      case "serviceLevel":
        return make(withinName(withinOf(goal2)), "all", "share", serviceLevel(sums, this.threshold(layout.waitWithin, goal2)));
      case "overtime": {
        const overtime = column(layout.day(OVERTIME));
        if (goal2.statistic === "mean") return make("mean", null, "s", { kind: "mean", of: overtime });
        const p = goal2.statistic === "percentile" ? percentileOf(goal2) : null;
        return p === null ? make("mean", null, "s", { kind: "mean", of: overtime }) : make(percentileName(p), null, "s", { kind: "quantile of days", of: overtime, p });
      }
      case "waitTime":
        if (goal2.statistic === "mean") return make("mean", "all", "s", { kind: "ratio", of: sums.waits("all"), per: all });
        if (goal2.statistic === "percentile")
          return make(percentileName(percentileOf(goal2)), "all", "s", this.percentileOfGoal(goal2, row, "all", all));
        return make(withinName(withinOf(goal2)), "all", "share", {
          kind: "ratio",
          of: sums.waitsWithin("all", this.threshold(layout.waitWithin, goal2)),
          per: all
        });
      case "sojournTime":
        if (goal2.statistic === "mean") return make("mean", "served", "s", { kind: "ratio", of: sums.of(SOJOURN), per: finished });
        if (goal2.statistic === "percentile")
          return make(percentileName(percentileOf(goal2)), "served", "s", this.percentileOfGoal(goal2, row, "sojourns", finished));
        return make(withinName(withinOf(goal2)), "served", "share", {
          kind: "ratio",
          of: sums.of(layout.finishedWithin(this.threshold(layout.sojournWithin, goal2))),
          per: finished
        });
    }
  }
  /** "09:00-09:30". */
  periodName(index) {
    const { periodAt } = this.model.measures;
    return `${formatClock(periodAt[index])}-${formatClock(periodAt[index + 1])}`;
  }
  /** Somebody may lose patience: otherwise nothing is said of those who gave up. */
  get canGiveUp() {
    return this.model.classes.some(({ patience }) => patience !== null) || this.model.sources.some(({ listPatience }) => listPatience.some((patience) => patience < Infinity));
  }
  costs(costs) {
    const { layout, model } = this;
    const { horizon } = model;
    const sums = new Sums(layout, layout.groupOf(-1, -1), null);
    const perHour = horizon.isDay ? null : column(layout.day(COUNTED_TIME), 1 / HOUR2);
    const parts = [];
    const stations = [...model.stations.keys()];
    if (costs.staff !== null || costs.overtime !== null) {
      const staff = costs.staff ?? 0, overtime = costs.overtime ?? staff;
      parts.push([
        "staff",
        [
          ...stations.map((station) => ({ column: layout.clock(station, STAFFED), times: staff })),
          ...stations.map((station) => ({ column: layout.clock(station, STAFF_OVERTIME), times: overtime - staff }))
        ]
      ]);
    }
    if (costs.wait !== null) parts.push(["wait", sums.waits("all").map((term) => ({ ...term, times: costs.wait ?? 0 }))]);
    if (costs.lost !== null)
      parts.push([
        "lost",
        sums.of(GAVE_UP, REFUSED, ...horizon.closing === CARRY_OVER ? [] : [TURNED_AWAY]).map((term) => ({ ...term, times: costs.lost ?? 0 }))
      ]);
    if (parts.length === 0) return [];
    return [["total", parts.flatMap(([, terms]) => terms)], ...parts].map(([statistic, of]) => ({
      station: null,
      class: null,
      period: null,
      metric: "cost",
      statistic,
      population: null,
      unit: perHour === null ? costs.currency : `${costs.currency}/h`,
      formula: perHour === null ? { kind: "mean", of } : { kind: "ratio", of, per: perHour }
    }));
  }
  /** The stations, and all of them together. */
  places() {
    const rows = [...this.model.stations.keys()];
    return [{ station: null, rows }, ...rows.map((row) => ({ station: this.names.stations[row], rows: [row] }))];
  }
  subjectOf(station, classRow) {
    return { station: station < 0 ? null : this.names.stations[station], class: classRow < 0 ? null : this.names.classes[classRow] };
  }
  quantile(group, pool, p, percentile, count) {
    return { kind: "quantile", group, pool, p, column: this.layout.quantile(group, QUANTILE_ROW[pool], percentile), count };
  }
  percentileOfGoal(goal2, group, pool, count) {
    const p = percentileOf(goal2);
    const at = this.layout.percentiles.indexOf(p);
    if (at < 0) throw new RangeError(`the model keeps no ${percentileName(p)} for the goal "${goal2.text}"`);
    return this.quantile(group, pool, p, at, count);
  }
  threshold(within, goal2) {
    const at = within.indexOf(withinOf(goal2));
    if (at < 0) throw new RangeError(`the model does not count times within ${withinOf(goal2)} s for the goal "${goal2.text}"`);
    return at;
  }
  rowOf(names, name, kind) {
    const row = names.indexOf(name);
    if (row < 0) throw new RangeError(`there is no ${kind} "${name}"; there are ${names.join(", ")}`);
    return row;
  }
};
function serviceLevel(sums, threshold) {
  return { kind: "ratio", of: sums.waitsWithin("served", threshold), per: sums.count("all") };
}
function withinOf(goal2) {
  if (goal2.within === null) throw new RangeError(`the goal "${goal2.text}" names no time to be within`);
  return goal2.within;
}
function percentileOf(goal2) {
  if (goal2.percentile === null) throw new RangeError(`the goal "${goal2.text}" names no percentile`);
  return goal2.percentile;
}

// src/estimate/period-cells.ts
var SUMS = 9;
var ROUNDING2 = 2 ** -48;
var PeriodCells = class {
  measures;
  first;
  // x_0, y_0 by cell
  sums;
  // SUMS by cell
  lost;
  // what did not fit into them
  count = 0;
  constructor(measures) {
    this.measures = measures;
    this.first = new Float64Array(2 * measures.length);
    this.sums = new Float64Array(SUMS * measures.length);
    this.lost = new Float64Array(SUMS * measures.length);
  }
  add({ row }) {
    const { measures, first } = this;
    for (let cell = 0; cell < measures.length; cell++) {
      const { formula } = measures[cell];
      const x = formula.kind === "mean" ? 1 : combine(formula.per, row);
      const y = combine(formula.of, row);
      if (this.count === 0) {
        first[2 * cell] = x;
        first[2 * cell + 1] = y;
        continue;
      }
      const u = x - first[2 * cell], v = y - first[2 * cell + 1];
      if (u === 0 && v === 0) continue;
      const at = SUMS * cell;
      this.sum(at, u);
      this.sum(at + 1, v);
      this.sum(at + 2, u * u);
      this.sum(at + 3, u * v);
      this.sum(at + 4, v * v);
      this.sum(at + 5, u * u * u);
      this.sum(at + 6, u * u * v);
      this.sum(at + 7, u * v * v);
      this.sum(at + 8, v * v * v);
    }
    this.count++;
  }
  /** Estimate and spread of a cell, and how many people (or whatever it is divided by) there were; null value where there was nobody. */
  claim(cell) {
    const n = this.count;
    const x0 = this.first[2 * cell], y0 = this.first[2 * cell + 1];
    const [u, v, uu, uv, vv, uuu, uuv, uvv, vvv] = Array.from(
      { length: SUMS },
      (_, k) => this.sums[SUMS * cell + k] + this.lost[SUMS * cell + k]
    );
    const size = n * x0 + u;
    if (!(size > 0)) return { value: null, spread: null, size: 0 };
    const r = (n * y0 + v) / size;
    const mean = size / n;
    const offset = y0 - r * x0;
    const c = Math.abs(offset) <= ROUNDING2 * Math.abs(y0) ? 0 : offset;
    const w = v - r * u;
    const w2 = vv - 2 * r * uv + r * r * uu;
    const w3 = vvv - 3 * r * uvv + 3 * r * r * uuv - r * r * r * uuu;
    const squares = n * c * c + 2 * c * w + w2;
    const cubes = n * c * c * c + 3 * c * c * w + 3 * c * w2 + w3;
    return { value: r, spread: spreadFromSums(n, Math.max(0, squares) / (mean * mean), cubes / (mean * mean * mean)), size };
  }
  /** Neumaier's sum, as in `math/summation.ts`, in place. */
  sum(at, x) {
    const before = this.sums[at];
    const next = before + x;
    this.lost[at] += Math.abs(before) >= Math.abs(x) ? before - next + x : x - next + before;
    this.sums[at] = next;
  }
};
function combine(terms, row) {
  let total = 0;
  for (const { column: column2, times } of terms) total += times * row[column2];
  return total;
}

// src/estimate/collector.ts
var Collector = class {
  model;
  layout;
  design;
  goals;
  costs;
  isPairingLost;
  measures;
  periods;
  listed = null;
  cellByKey;
  first;
  columns;
  kept;
  // replication x columns
  taken = 0;
  pools;
  // as in Replication.histograms
  sections;
  // likewise
  days = /* @__PURE__ */ new Map();
  // goals that hold on a day if they hold in each of its periods
  constructor(model, options) {
    this.model = model;
    this.design = options.design;
    this.goals = options.goals ?? [];
    this.costs = options.costs ?? null;
    this.isPairingLost = options.isPairingLost ?? false;
    this.first = options.first ?? 0;
    this.measures = new MeasureList(model, options.names ?? model.names);
    this.layout = this.measures.layout;
    this.columns = this.layout.overallColumns;
    this.kept = new Float64Array(16 * this.columns);
    this.periods = new PeriodCells(this.measures.byPeriod(this.goals));
    this.cellByKey = new Map(this.periods.measures.map((measure, cell) => [keyOf(measure), cell]));
    this.pools = Array.from({ length: this.layout.groups.length * HISTOGRAMS }, () => new PooledHistogram());
    this.sections = this.pools.map(() => new Sections());
    for (const goal2 of this.goals) {
      if (!goal2.everyHalfHour || goal2.shareOfDays === null) continue;
      const cells = Array.from({ length: this.layout.periods }, (_, period) => this.cellOf(keyOf(this.measures.ofGoal(goal2, period))));
      this.days.set(goal2, { held: 0, judged: 0, cells: cells.filter((cell) => cell >= 0) });
    }
  }
  /** Everything over the whole replication that this design's rows can claim. */
  get overall() {
    return this.listed ??= this.measures.overall(this.costs);
  }
  /** Replications taken so far. */
  get count() {
    return this.taken;
  }
  /**
   * Takes the next replication.
   *
   * @throws RangeError if it is not the next one, or its row is another model's
   */
  take(replication) {
    const { columns } = this;
    const { index, row, histograms } = replication;
    if (index !== this.first + this.taken) throw new RangeError(`replication ${this.first + this.taken} must come next, got ${index}`);
    if (row.length !== this.layout.columns)
      throw new RangeError(`a row of this model has ${this.layout.columns} columns, got ${row.length}`);
    if ((this.taken + 1) * columns > this.kept.length) {
      const longer2 = new Float64Array(2 * this.kept.length);
      longer2.set(this.kept);
      this.kept = longer2;
    }
    this.kept.set(row.subarray(0, columns), this.taken * columns);
    this.periods.add(replication);
    for (let i = 0; i < histograms.length; i++) {
      this.pools[i].add(histograms[i]);
      this.sections[i].add(histograms[i]);
    }
    for (const [goal2, day] of this.days) {
      const held = this.heldOnDay(goal2, day.cells, row);
      if (held !== null) day.judged++;
      if (held === true) day.held++;
    }
    this.taken++;
  }
  at(replication, column2) {
    return this.kept[replication * this.columns + column2];
  }
  /** The people of all replications together. */
  pooled(group, pool) {
    const of = (kind) => this.pools[group * HISTOGRAMS + kind];
    switch (pool) {
      case "served":
        return of(SERVED_WAITS);
      case "gave up":
        return of(GAVE_UP_WAITS);
      case "sojourns":
        return of(SOJOURNS);
      case "all":
        return of(SERVED_WAITS).with(of(GAVE_UP_WAITS));
      case "delayed":
        return of(SERVED_WAITS).with(of(GAVE_UP_WAITS)).withoutZero();
    }
  }
  peopleUpTo(group, pool, coarse) {
    const people = new Float64Array(this.taken);
    const kinds = pool === "sojourns" ? [SOJOURNS] : pool === "served" ? [SERVED_WAITS] : pool === "gave up" ? [GAVE_UP_WAITS] : [SERVED_WAITS, GAVE_UP_WAITS];
    for (const kind of kinds) {
      const sections = this.sections[group * HISTOGRAMS + kind];
      sections.addUpTo(coarse, people);
      if (pool === "delayed") sections.addUpTo(0, people, -1);
    }
    return people;
  }
  /** Cell of a period's measure, or -1. */
  cellOf(key) {
    return this.cellByKey.get(key) ?? -1;
  }
  /** For a goal "in every half hour on a share of days"; null if the goal was not known when collecting began. */
  daysOf(goal2) {
    return this.days.get(goal2) ?? null;
  }
  /** Null when the day had nobody to judge it by. */
  heldOnDay(goal2, cells, row) {
    let held = null;
    for (const cell of cells) {
      const { formula } = this.periods.measures[cell];
      const size = formula.kind === "mean" ? 1 : combine(formula.per, row);
      if (!(size > 0)) continue;
      const value = combine(formula.of, row) / size;
      held = held !== false && isKept(goal2, value);
    }
    return held;
  }
};
function isKept(goal2, value) {
  return goal2.direction === "at most" ? value <= goal2.bound : value >= goal2.bound;
}

// src/estimate/proportion.ts
function clopperPearson(count, trials, confidence) {
  requireCount(count, trials);
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, trials - count + 1),
    high: count === trials ? 1 : betaQuantile(1 - tail, count + 1, trials - count)
  };
}
function requireCount(count, trials) {
  if (!(trials >= 1 && count >= 0 && count <= trials))
    throw new RangeError(`count must lie between 0 and the trials, got ${count} of ${trials}`);
}

// src/estimate/judge.ts
function judge(goal2, collector, confidence) {
  if (goal2.shareOfDays !== null) return judgeDays(goal2, goal2.shareOfDays, collector, confidence);
  if (goal2.everyHalfHour) return judgePeriods(goal2, collector, confidence);
  const measure = collector.measures.ofGoal(goal2, null);
  const claim2 = claimOf(measure.formula, measure.unit, collector, confidence);
  const size = measure.formula.kind === "ratio" ? totalOf(valuesOf(measure.formula.per, collector)) : Infinity;
  return verdict(goal2, collector, claim2, { meets: meetsOf(goal2, guarded(claim2, measure, size, confidence)) });
}
function judgePeriods(goal2, collector, confidence) {
  const periods = collector.layout.periods;
  if (periods === 0) return judge({ ...goal2, everyHalfHour: false }, collector, confidence);
  const each = 1 - (1 - confidence) / periods;
  let worst = null;
  let isAnyMissed = false, isAllMet = true;
  for (let period = 0; period < periods; period++) {
    const measure = collector.measures.ofGoal(goal2, period);
    const cell = cellOf(goal2, measure, collector);
    const { value, spread, size } = collector.periods.claim(cell);
    if (value === null) continue;
    const claim2 = claimFrom(value, spread, measure.unit, each);
    const meets2 = meetsOf(goal2, guarded(claim2, measure, size, each));
    if (meets2 !== "met") isAllMet = false;
    if (meets2 === "missed") isAnyMissed = true;
    if (worst === null || isWorse(goal2, value, worst.claim.value ?? value)) worst = { claim: claim2, period: measure.period };
  }
  if (worst === null) return verdict(goal2, collector, NO_CLAIM, { meets: "cannot say" });
  const isKeptByValue = isKept(goal2, worst.claim.value ?? Number.NaN);
  const meets = isAllMet ? "met" : isAnyMissed ? "missed" : isKeptByValue ? "likely met" : "likely missed";
  return verdict(goal2, collector, worst.claim, { meets, worstPeriod: worst.period });
}
function judgeDays(goal2, share, collector, confidence) {
  const { held, judged } = goal2.everyHalfHour && collector.layout.periods > 0 ? knownDays(goal2, collector) : countDays(collector.measures.ofGoal(goal2, null).formula, goal2, collector);
  if (judged === 0) return verdict(goal2, collector, NO_CLAIM, { meets: "cannot say" });
  const value = held / judged;
  const { low, high } = clopperPearson(held, judged, confidence);
  const claim2 = { ...NO_CLAIM, value, low, high, halfWidth: (high - low) / 2 };
  const meets = low >= share ? "met" : high < share ? "missed" : value >= share ? "likely met" : "likely missed";
  return verdict(goal2, collector, judged < 2 ? { ...NO_CLAIM, value } : claim2, { meets, shareOfDays: value });
}
function knownDays(goal2, collector) {
  const days = collector.daysOf(goal2);
  if (days === null) throw new RangeError(`the collector was not told of the goal "${goal2.text}"`);
  return days;
}
function countDays(formula, goal2, collector) {
  const n = collector.count;
  const ones = [];
  const y = formula.kind === "ratio" || formula.kind === "mean" || formula.kind === "quantile of days" ? valuesOf(formula.of, collector) : valuesOf(ones, collector);
  const x = formula.kind === "ratio" ? valuesOf(formula.per, collector) : formula.kind === "quantile" ? valuesOf(formula.count, collector) : null;
  let held = 0, judged = 0;
  for (let i = 0; i < n; i++) {
    if (x !== null && !(x[i] > 0)) continue;
    judged++;
    const value = formula.kind === "quantile" ? collector.at(i, formula.column) : formula.kind === "ratio" && x !== null ? y[i] / x[i] : y[i];
    if (isKept(goal2, value)) held++;
  }
  return { held, judged };
}
function cellOf(goal2, measure, collector) {
  const cell = collector.cellOf(keyOf(measure));
  if (cell < 0) throw new RangeError(`the collector was not told of the goal "${goal2.text}"`);
  return cell;
}
function guarded(claim2, measure, size, confidence) {
  const { value, low, high } = claim2;
  if (measure.unit !== "share" || value === null || low === null || high === null || low !== high || !(size >= 1) || size === Infinity)
    return claim2;
  const people = Math.floor(size);
  if (value === 0) return { ...claim2, high: clopperPearson(0, people, confidence).high };
  return value === 1 ? { ...claim2, low: clopperPearson(people, people, confidence).low } : claim2;
}
function meetsOf(goal2, { value, low, high }) {
  if (value === null) return "cannot say";
  const bounds = low !== null || high !== null;
  const isSurelyKept = bounds && (goal2.direction === "at most" ? high !== null && high <= goal2.bound : low !== null && low >= goal2.bound);
  if (isSurelyKept) return "met";
  const isSurelyBroken = bounds && (goal2.direction === "at most" ? low !== null && low > goal2.bound : high !== null && high < goal2.bound);
  if (isSurelyBroken) return "missed";
  return isKept(goal2, value) ? "likely met" : "likely missed";
}
function isWorse(goal2, value, than) {
  return goal2.direction === "at most" ? value > than : value < than;
}
function verdict(goal2, collector, claim2, rest) {
  const { value, halfWidth, low, high } = claim2;
  return {
    design: collector.design,
    goal: goal2,
    value,
    halfWidth,
    low,
    high,
    meets: rest.meets,
    worstPeriod: rest.worstPeriod ?? null,
    shareOfDays: rest.shareOfDays ?? null
  };
}

// src/estimate/survival.ts
var POINTS = 120;
var END = 0.9995;
var STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 300, 600, 900, 1200, 1800, 3600];
function gridOf(pool) {
  const end = pool.quantile(END) ?? 0;
  if (!(end > 0)) return [0];
  const step = roundStep(end / (POINTS - 2));
  const steps = Math.ceil(end / step);
  return Array.from({ length: steps + 1 }, (_, k) => k * step);
}
function roundStep(least) {
  const listed = STEPS.find((step) => step >= least && least > STEPS[0] / 2);
  if (listed !== void 0) return listed;
  let power = least > MINUTE ? STEPS[STEPS.length - 1] : 1;
  if (least > MINUTE) {
    while (power < least) power *= 2;
    return power;
  }
  let divisor = 1;
  while (1 / divisor > least) divisor *= 10;
  for (const factor of [1, 2, 5, 10]) if (factor / divisor >= least) return factor / divisor;
  return 10 / divisor;
}

// src/estimate/index.ts
var FEW = 20;
var VERY_SKEWED = 0.4;
var OVERLOADED = 0.999;
var THIN_TAIL = 50;
function estimate(collector, options = {}) {
  const { confidence = 0.95, goals = collector.goals, costs = collector.costs } = options;
  if (collector.count === 0) throw new RangeError("there are no replications to estimate from");
  const { design } = collector;
  const measures = options.names === void 0 ? collector.measures : new MeasureList(collector.model, options.names);
  const rows = [];
  const cautions = new Cautions(design);
  if (collector.count < FEW) cautions.add("few replications", "replications", collector.count);
  for (const measure of measures.overall(costs)) {
    const claim2 = claimOf(measure.formula, measure.unit, collector, confidence);
    rows.push(rowOf(collector, measure, claim2, confidence));
    if (claim2.value === null) cautions.nobody(measure);
    if (measure.metric === "waitTime" && measure.statistic === "mean" && measure.population === "all" && Math.abs(claim2.skewness) > VERY_SKEWED) {
      cautions.add("skewed", "waitTime", claim2.skewness, measure);
    }
    if (measure.formula.kind === "quantile" && measure.population === "all" && claim2.value !== null) {
      const inTail = totalOf(valuesOf(measure.formula.count, collector)) * (1 - measure.formula.p);
      if (inTail < THIN_TAIL || claim2.high === null) cautions.thinTail(measure, inTail);
    }
  }
  collector.periods.measures.forEach((measure, cell) => {
    const { value, spread } = collector.periods.claim(cell);
    const named = options.names === void 0 ? measure : { ...measure, ...renamed(measure, collector, options.names) };
    rows.push(rowOf(collector, named, claimFrom(value, spread, measure.unit, confidence), confidence));
    if (value === null) cautions.nobody(named);
  });
  addClosingAndOverload(cautions, collector);
  return {
    design,
    replications: collector.count,
    confidence,
    rows,
    goals: goals.map((goal2) => judge(goal2, collector, confidence)),
    distributions: distributionsOf(collector, measures),
    cautions: cautions.list
  };
}
function rowOf(collector, subject, { value, halfWidth, low, high }, confidence) {
  return {
    design: collector.design,
    station: subject.station,
    class: subject.class,
    period: subject.period,
    metric: subject.metric,
    statistic: subject.statistic,
    population: subject.population,
    unit: subject.unit,
    value,
    halfWidth,
    low,
    high,
    confidence,
    replications: collector.count
  };
}
function renamed(subject, collector, names) {
  const { stations, classes } = collector.measures.names;
  return {
    station: subject.station === null ? null : names.stations[stations.indexOf(subject.station)],
    class: subject.class === null ? null : names.classes[classes.indexOf(subject.class)]
  };
}
function distributionsOf(collector, { names }) {
  return collector.layout.groups.flatMap((group, row) => {
    if (group.station >= 0) return [];
    const pool = collector.pooled(row, "all");
    if (pool.size === 0) return [];
    const at = gridOf(pool);
    return [
      {
        design: collector.design,
        class: group.class < 0 ? null : names.classes[group.class],
        population: "all",
        at,
        longer: pool.longerThan(at)
      }
    ];
  });
}
function addClosingAndOverload(cautions, collector) {
  const { model, layout, count } = collector;
  const { horizon } = model;
  if (horizon.isDay && horizon.closing === CARRY_OVER) {
    const left = totalOf(valuesOf([{ column: layout.overall(layout.groupOf(-1, -1), TURNED_AWAY), times: 1 }], collector));
    if (left > 0) cautions.add("left for tomorrow", "everyone", left / count);
  }
  if (horizon.isDay) return;
  model.stations.forEach((_, station) => {
    const busy = totalOf(valuesOf([{ column: layout.clock(station, BUSY), times: 1 }], collector));
    const staffed = totalOf(valuesOf([{ column: layout.clock(station, STAFFED), times: 1 }], collector));
    if (staffed > 0 && busy / staffed > OVERLOADED) cautions.add("overload", collector.measures.names.stations[station], busy / staffed);
  });
}
var Cautions = class {
  list = [];
  design;
  said = /* @__PURE__ */ new Set();
  constructor(design) {
    this.design = design;
  }
  add(kind, subject, value, about = null) {
    const caution = { kind, design: this.design, subject, value };
    if (about !== null)
      Object.assign(caution, { population: about.population, station: about.station, class: about.class, period: about.period });
    this.list.push(caution);
  }
  /** Of the lowest percentile that is thin: the higher ones are thinner. Percentiles come in ascending order. */
  thinTail(subject, inTail) {
    if (!this.isNew("thin tail", subject)) return;
    this.add("thin tail", placed(`${subject.metric} ${subject.statistic}`, subject), inTail, subject);
  }
  /** Once where there is nobody at all, else once per population: ten measures of nobody are one finding. */
  nobody(subject) {
    const { population, metric } = subject;
    if (this.said.has(keyOfPlace("nobody", subject))) return;
    const who = population === null || population === "all" ? "nobody" : population;
    if (!this.isNew(metric === "occupancy" ? metric : who, subject)) return;
    this.add("nobody there", placed(metric === "occupancy" ? metric : who === "nobody" ? "" : who, subject), null, subject);
  }
  isNew(kind, subject) {
    const key = keyOfPlace(kind, subject);
    if (this.said.has(key)) return false;
    this.said.add(key);
    return true;
  }
};
function keyOfPlace(kind, { station, class: of, period }) {
  return JSON.stringify([kind, station, of, period]);
}
function placed(what, { station, class: of, period }) {
  return [what, of, station, period].filter((part) => part !== null && part !== "").join(", ") || "everyone";
}

// src/comparison/difference.ts
var UNKNOWN = { difference: null, halfWidth: null, low: null, high: null, significant: null };
var ROUNDING3 = 1e-9;
function differenceOf(design, against, isPaired, confidence, correction = "when it matters") {
  if (design.value === null || against.value === null) return UNKNOWN;
  const difference = design.value - against.value;
  if (design.residuals === null || against.residuals === null) return { ...UNKNOWN, difference };
  const scale = ROUNDING3 * Math.max(Math.abs(design.value), Math.abs(against.value));
  if (isPaired) {
    const residuals = pairs(design.residuals, against.residuals);
    const spread = spreadOf(residuals);
    if (spread === null) return { ...UNKNOWN, difference };
    if (difference === 0 && residuals.every((z) => z === 0)) return { difference: 0, halfWidth: 0, low: 0, high: 0, significant: false };
    return claim(difference, intervalAround(difference, spread, confidence, correction), design.margin + against.margin, scale);
  }
  const ofDesign = spreadOf(design.residuals), ofAgainst = spreadOf(against.residuals);
  if (ofDesign === null || ofAgainst === null) return { ...UNKNOWN, difference };
  return claim(
    difference,
    intervalAround(difference, spreadOfDifference(ofDesign, ofAgainst), confidence, correction),
    design.margin + against.margin,
    scale
  );
}
function claim(difference, { low, high, halfWidth }, margin, scale) {
  const least = low - margin, most = high + margin;
  return {
    difference,
    halfWidth: halfWidth + margin,
    low: least,
    high: most,
    significant: Math.abs(difference) > scale && (least > 0 || most < 0)
  };
}
function pairs(a, b) {
  return a.map((z, i) => z - b[i]);
}

// src/comparison/index.ts
function compare(collectors, options = {}) {
  const { confidence = 0.95 } = options;
  if (collectors.length === 0) throw new RangeError("there are no designs to compare");
  const [first, ...others] = collectors;
  const estimates = collectors.map(
    (collector) => estimate(collector, { confidence, ...options.names === void 0 ? {} : { names: options.names } })
  );
  const each = 1 - (1 - confidence) / Math.max(1, others.length);
  const against = /* @__PURE__ */ new Map();
  const measuresOf2 = (collector) => options.names === void 0 ? collector.overall : new MeasureList(collector.model, options.names).overall(collector.costs);
  for (const measure of measuresOf2(first)) against.set(keyOf(measure), evaluate(measure.formula, first));
  const rows = [];
  others.forEach((collector, i) => {
    const isPaired = !collector.isPairingLost && !first.isPairingLost && collector.count === first.count;
    if (!isPaired) estimates[i + 1] = withCaution(estimates[i + 1], collector);
    for (const measure of measuresOf2(collector)) {
      const other = against.get(keyOf(measure));
      if (other === void 0) continue;
      rows.push({
        design: collector.design,
        against: first.design,
        metric: measure.metric,
        statistic: measure.statistic,
        population: measure.population,
        station: measure.station,
        class: measure.class,
        unit: measure.unit,
        ...differenceOf(evaluate(measure.formula, collector), other, isPaired, each),
        confidence
      });
    }
  });
  return { estimates, rows };
}
function withCaution(estimate2, { design, count }) {
  const caution = { kind: "pairing lost", design, subject: "replications", value: count };
  return { ...estimate2, cautions: [...estimate2.cautions, caution] };
}

// src/model/compile.ts
var ONLY_STEP = "visit";
var PERCENTILES = [0.5, 0.9, 0.95, 0.99];
function compileModel(scenario) {
  const stationNames = [...scenario.stations.keys()];
  const classes = classesOf(scenario);
  const routes = routesOf(scenario, classes, stationNames);
  const priorities = [...new Set(classes.map(({ name }) => scenario.classes.get(name)?.priority ?? 1))].sort((a, b) => a - b);
  return {
    seed: scenario.run.seed,
    horizon: horizonOf(scenario),
    sources: [...scenario.arrivals.values()].map((arrivals) => sourceTable(arrivals, classes, scenario)),
    classes: classes.map(({ name }, row) => {
      const asked = scenario.classes.get(name);
      return {
        priority: priorities.indexOf(asked?.priority ?? 1),
        patience: asked?.patience ?? null,
        firstStep: routes.firstStep[row]
      };
    }),
    steps: routes.steps,
    stations: stationNames.map((name) => stationTable(scenario.stations.get(name))),
    measures: measuresOf(scenario),
    names: { sources: [...scenario.arrivals.keys()], classes: classes.map(({ name }) => name), stations: stationNames, steps: routes.names }
  };
}
function classesOf(scenario) {
  const brought = /* @__PURE__ */ new Map();
  for (const [source, { mix: mix2, route, process }] of scenario.arrivals) {
    const listed = process.kind === "list" ? process.customers.flatMap((customer) => customer.class ?? []) : [];
    for (const name of /* @__PURE__ */ new Set([...mix2.map((part) => part.class), ...listed])) {
      const taken = scenario.classes.get(name)?.route ?? route;
      const known2 = brought.get(name);
      if (known2 !== void 0 && known2.route !== taken) {
        throw new RangeError(`class "${name}" of "${source}" takes two routes, "${known2.route}" and "${taken}": give the sources different classes`);
      }
      brought.set(name, { name, route: taken });
    }
  }
  const inFile = [...scenario.classes.keys()].filter((name) => brought.has(name));
  return [...inFile, ...[...brought.keys()].filter((name) => !scenario.classes.has(name))].map((name) => brought.get(name));
}
function horizonOf({ opening, closing, run }) {
  if (opening !== null) {
    const rule = closing === "finish everyone" ? FINISH_EVERYONE : closing === "turn away the waiting" ? TURN_AWAY : CARRY_OVER;
    return { isDay: true, startsAt: opening.from, endsAt: opening.to, closing: rule, warmUp: 0, customers: Infinity, warmUpCustomers: 0 };
  }
  if (run.customers !== null) {
    const customers = run.warmUpCustomers + run.customers;
    return { isDay: false, startsAt: 0, endsAt: Infinity, closing: FINISH_EVERYONE, warmUp: 0, customers, warmUpCustomers: run.warmUpCustomers };
  }
  if (run.length === null) throw new RangeError("a place without opening hours needs a length of run, or a number of customers");
  return {
    isDay: false,
    startsAt: 0,
    endsAt: run.warmUp + run.length,
    closing: FINISH_EVERYONE,
    warmUp: run.warmUp,
    customers: Infinity,
    warmUpCustomers: 0
  };
}
function measuresOf({ opening, goals }) {
  const sorted = (values) => Float64Array.from([...new Set(values)].sort((a, b) => a - b));
  const within = (metric) => sorted(goals.flatMap((goal2) => goal2.within !== null && metric(goal2.metric) ? [goal2.within] : []));
  const edges = [];
  if (opening !== null) {
    edges.push(opening.from);
    for (let at = (Math.floor(opening.from / HALF_HOUR) + 1) * HALF_HOUR; at < opening.to; at += HALF_HOUR) edges.push(at);
    edges.push(opening.to);
  }
  return {
    periodAt: Float64Array.from(edges),
    waitWithin: within((metric) => metric !== "sojournTime"),
    sojournWithin: within((metric) => metric === "sojournTime"),
    percentiles: sorted([...PERCENTILES, ...goals.flatMap((goal2) => goal2.percentile ?? [])]),
    overtaking: true
  };
}
function sourceTable(arrivals, classes, { opening }) {
  const { process, mix: mix2, batch, busyness } = arrivals;
  const rowOf2 = (name) => classes.findIndex((known2) => known2.name === name);
  const listed = process.kind === "list" ? process.customers : [];
  const rates = process.kind === "poisson" ? ratePieces(process.rate, opening?.from ?? 0) : { at: [], from: [], to: [] };
  return {
    process: process.kind === "poisson" ? POISSON : process.kind === "renewal" ? RENEWAL : LIST,
    rateAt: Float64Array.from(rates.at),
    rateFrom: Float64Array.from(rates.from),
    rateTo: Float64Array.from(rates.to),
    between: process.kind === "renewal" ? process.between : null,
    listAt: Float64Array.from(listed, (customer) => customer.at),
    listClass: Int32Array.from(listed, (customer) => customer.class === null ? NOBODY : rowOf2(customer.class)),
    listService: Float64Array.from(listed, (customer) => customer.service ?? Number.NaN),
    listPatience: Float64Array.from(listed, (customer) => customer.patience ?? Number.NaN),
    busyness: busyness * busyness,
    batchSize: Int32Array.from(batch, (part) => part.size),
    batchShare: cumulative(batch.map((part) => part.share)),
    mixClass: Int32Array.from(mix2, (part) => rowOf2(part.class)),
    mixShare: cumulative(mix2.map((part) => part.share))
  };
}
function ratePieces({ at, value, shape }, startsAt) {
  const last = value.length - 1;
  const points = shape === "ramp" && at[0] > startsAt ? [startsAt, ...at] : at;
  const lead = points.length - at.length;
  return {
    at: [...points, Infinity],
    from: points.map((_, i) => value[Math.max(0, i - lead)]),
    to: points.map((_, i) => shape === "steps" || i - lead < 0 ? value[Math.max(0, i - lead)] : value[Math.min(last, i - lead + 1)])
  };
}
function cumulative(shares) {
  let sum = 0;
  const sums = Float64Array.from(shares, (share) => sum += share);
  sums[sums.length - 1] = 1;
  return sums;
}
function stationTable(station) {
  const { servers, walk } = station;
  const orders = { "first come": FIRST_COME, "last come": LAST_COME, random: RANDOM_ORDER, "shortest job": SHORTEST_JOB, priority: FIRST_COME };
  const joins = { shortest: JOIN_SHORTEST, "at random": JOIN_RANDOM, "round robin": JOIN_ROUND_ROBIN, nearest: JOIN_NEAREST };
  const leaving = { finish: FINISH, resume: RESUME, restart: RESTART, resample: RESAMPLE };
  return {
    staffAt: Float64Array.from(servers.at),
    staff: Int32Array.from(servers.value),
    servers: Math.max(1, ...servers.value),
    line: station.line === "one" ? ONE_LINE : LINE_EACH,
    join: joins[station.join],
    nearestWithin: station.nearestWithin,
    countsWaitingOnly: station.counts === "waiting",
    hasRandomTies: station.ties === "random",
    switchAt: station.switch ?? 0,
    order: orders[station.order],
    hasPriority: station.order === "priority",
    room: station.room ?? Infinity,
    leaving: leaving[station.leaving],
    walkFirst: walk.first,
    walkEach: walk.each,
    speed: station.speed
  };
}
function routesOf(scenario, classes, stationNames) {
  const used = [...new Set(classes.map((known2) => known2.route))];
  const routes = used.map((name) => {
    if (name === null) return { name, steps: onlyVisit(stationNames) };
    const route = scenario.routes.get(name);
    if (route === void 0) throw new RangeError(`no route is called "${name}"`);
    return { name, steps: route.steps };
  });
  const leaveRow = routes.reduce((count, { steps: steps2 }) => count + steps2.length, 0);
  const steps = [];
  const names = [];
  const firstOf = /* @__PURE__ */ new Map();
  for (const { name, steps: asked } of routes) {
    const first = steps.length;
    firstOf.set(name, asked.length === 0 ? leaveRow : first);
    const rowOf2 = (branch) => {
      if (branch.to === null) return leaveRow;
      const at = asked.findIndex((step) => step.name === branch.to);
      if (at < 0) throw new RangeError(`no step is called "${branch.to}"`);
      return first + at;
    };
    for (const { name: step, does, then } of asked) {
      names.push(step);
      const station = does.kind === "visit" ? stationNames.indexOf(does.station) : NOBODY;
      if (does.kind === "visit" && station < 0) throw new RangeError(`no station is called "${does.station}"`);
      steps.push({
        does: does.kind === "visit" ? VISIT : does.kind === "delay" ? DELAY : CHOOSE,
        station,
        law: classes.map((known2) => {
          if (known2.route !== name || does.kind === "choose") return null;
          if (does.kind === "delay") return does.time;
          const law = does.service ?? scenario.classes.get(known2.name)?.service ?? scenario.stations.get(does.station).service;
          if (law === null) throw new RangeError(`no service time is given for "${known2.name}" at "${does.station}"`);
          return law;
        }),
        isCertain: classes.map(() => false),
        next: then.length === 1 ? rowOf2(then[0]) : NOBODY,
        branchTo: Int32Array.from(then.length > 1 ? then : [], rowOf2),
        branchShare: then.length > 1 ? cumulative(then.map((branch) => branch.share)) : new Float64Array(0)
      });
    }
  }
  names.push("leave");
  steps.push({
    does: LEAVE,
    station: NOBODY,
    law: classes.map(() => null),
    isCertain: classes.map(() => false),
    next: NOBODY,
    branchTo: new Int32Array(0),
    branchShare: new Float64Array(0)
  });
  const firstStep = classes.map((known2) => firstOf.get(known2.route));
  for (const [row, first] of firstStep.entries()) markCertain(steps, row, first);
  return { steps, names, firstStep };
}
function onlyVisit(stationNames) {
  if (stationNames.length !== 1) throw new RangeError(`${stationNames.length} stations need a route that says which one customers visit first`);
  return [{ name: ONLY_STEP, does: { kind: "visit", station: stationNames[0], service: null }, then: [{ share: 1, to: null }] }];
}
function markCertain(steps, classRow, first) {
  const passed = /* @__PURE__ */ new Set();
  for (let step = first; step !== NOBODY; step = steps[step].next) {
    if (passed.has(step)) throw new RangeError("a route goes round in a circle without a choice to leave it");
    passed.add(step);
    if (steps[step].does === VISIT || steps[step].does === DELAY) steps[step].isCertain[classRow] = true;
  }
}

// src/replication/simulate.ts
function simulate(model, first, count) {
  const simulation = new Simulation(model);
  return Array.from({ length: count }, (_, i) => simulation.replicate(first + i));
}

// src/version.ts
var VERSION = "0.1.0";
export {
  WORLDS,
  engine_exports as engine,
  goldenOf
};
