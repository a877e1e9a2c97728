"""Holds R's values (reference.R) against 50 digits of mpmath, and writes the table that the tests and the package read:

  Rscript tests/math/reference.R | python3 tests/math/judge.py > src/verification/cases/special-functions.json

A row is arguments and value. Where R itself is off by more than 1e-14, the value is mpmath's and R's own follows it, so that the row is
one longer. A summary by function goes to standard error.
"""

import json
import sys

import mpmath as m

m.mp.dps = 50
R_IS_OFF = 1e-14
half = m.mpf(1) / 2


def positive_series(first, ratio):
    """first (1 + r(1) + r(1) r(2) + …), all terms positive."""
    total = term = m.mpf(1)
    n = 0
    while True:
        n += 1
        r = ratio(n)
        term *= r
        total += term
        if r < 1 and term < total * (1 - r) * m.eps:
            return first * total


def gamma_density(a, x):
    return m.exp((a - 1) * m.log(x) - x - m.loggamma(a))


def gamma_shares(a, x):
    """P and Q; the smaller is computed, with all its digits."""
    if a > 2e4:  # the density, which is smooth on the scale of its standard deviation
        sd = m.sqrt(a)
        side = 1 if x > a else -1
        here = gamma_density(a, x)  # relative to it: the quadrature's own error is absolute
        density = lambda t: gamma_density(a, t) / here if t > 0 else m.mpf(0)
        scale = sd / max(1, abs(x - a) / sd)
        small = here * abs(m.quad(density, [x + side * scale * k for k in (0, 1, 2, 4, 8, 16, 32, 64)]))
        return (1 - small, small) if side > 0 else (small, 1 - small)
    if x > a + 1 and x > 2:
        small = m.gammainc(a, x, m.inf) / m.gamma(a) if x > 50 and x > 2 * a else None
        if small is None:
            with m.workdps(400):
                small = 1 - positive_series(gamma_density(a, x) * x / a, lambda n: x / (a + n)) if x < 5000 else upper_by_parts(a, x)
        return 1 - small, +small
    with m.workdps(70):
        p = positive_series(gamma_density(a, x) * x / a, lambda n: x / (a + n))
        return p, 1 - p


def upper_by_parts(a, x):
    """Q by Legendre's continued fraction from its far end."""
    value = m.mpf(0)
    for n in range(20000, 0, -1):
        value = n * (n - a) / (x + 2 * n + 1 - a - value)
    return gamma_density(a, x) * x / (x + 1 - a - value)


def beta_density(x, y, a, b):
    return m.exp((a - 1) * m.log(x) + (b - 1) * m.log(y) - m.loggamma(a) - m.loggamma(b) + m.loggamma(a + b))


def beta_shares(x, a, b):
    """I and 1 - I: by powers of the smaller of x and y where few are expected there, or Abramowitz and Stegun 26.5.4 up to the mean."""
    if x <= half and x * b < 5000:
        return beta_by_powers(x, a, b)
    if x > half and (1 - x) * a < 5000:
        return beta_by_powers(1 - x, b, a)[::-1]
    with m.workdps(75):
        y = 1 - x
        if x * b <= y * a:
            share = positive_series(beta_density(x, y, a, b) * x * y / a, lambda n: x * (a + b + n - 1) / (a + n))
            return share, 1 - share
        share = positive_series(beta_density(y, x, b, a) * x * y / b, lambda n: y * (a + b + n - 1) / (b + n))
        return 1 - share, share


def beta_by_powers(x, a, b):
    """x^a / B(a, b) (1 / a + (1 - b) x / (a + 1) + (1 - b) (2 - b) x² / (2! (a + 2)) + …), whose terms alternate: with digits to spare."""
    with m.workdps(420 + int(x * b)):
        total = m.mpf(1) / a
        power = m.mpf(1)
        n = 0
        while True:
            n += 1
            power *= (n - b) * x / n
            term = power / (a + n)
            total += term
            if abs(term) < m.eps and n > x * b:
                break
        share = total * m.exp(a * m.log(x) - m.loggamma(a) - m.loggamma(b) + m.loggamma(a + b))
        return share, 1 - share


def t_cdf(t, df):
    with m.workdps(900):  # x may be within 1e-600 of 1 or of 0
        x = df / (df + t * t)
        tail = (beta_shares(x, df / 2, half)[0] if x <= half else beta_by_powers(t * t / (df + t * t), half, df / 2)[1]) / 2
        return tail if t < 0 else 1 - tail


def t_density(t, df):
    return m.exp(m.loggamma((df + 1) / 2) - m.loggamma(df / 2) - m.log(df * m.pi) / 2 - (df + 1) / 2 * m.log1p(t * t / df))


def normal_share(z):
    return m.erfc(-z / m.sqrt(2)) / 2


def normal_density(z):
    return m.exp(-z * z / 2) / m.sqrt(2 * m.pi)


def quantile(start, target, share, density):
    """Newton's method between logarithms from R's own answer."""
    x = start
    for _ in range(60):
        now = share(x)
        if target < 0.6:
            step = m.log(target / now) * now / density(x)
        else:
            step = (target - now) / density(x)
        x += step
        if abs(step) < abs(x) * m.mpf(10) ** -25:
            return x
    raise ValueError("no quantile found")


def beta_tail_quantile(start, tail, a, b):
    if start == 1 and beta_shares(1 - m.mpf(2) ** -54, a, b)[1] >= tail:
        return start  # the nearest double
    return tail_quantile(start, tail, lambda x: beta_shares(x, a, b)[1], lambda x: beta_density(x, 1 - x, a, b))


def tail_quantile(start, tail, share, density):
    return quantile(start, tail, share, lambda x: -density(x))


TRUTH = {
    "log": lambda x, r: m.log(x),
    "log1p": lambda x, r: m.log1p(x),
    "exp": lambda x, r: m.exp(x),
    "expm1": lambda x, r: m.expm1(x),
    "pow": lambda x, y, r: m.power(x, y),
    "sin": lambda x, r: with_digits(400, m.sin, x),
    "cos": lambda x, r: with_digits(400, m.cos, x),
    "logGamma": lambda x, r: with_digits(80, m.loggamma, x),
    "erf": lambda x, r: m.erf(x),
    "erfc": lambda x, r: m.erfc(x),
    "normalDensity": lambda z, r: normal_density(z),
    "normalCdf": lambda z, r: normal_share(z),
    "normalTail": lambda z, r: normal_share(-z),
    "logNormalCdf": lambda z, r: m.log(normal_share(z)) if z < 5 else m.log1p(-normal_share(-z)),
    "normalQuantile": lambda p, r: m.mpf(0) if p == half else quantile(r, p, normal_share, normal_density),
    "regularizedGammaP": lambda a, x, r: gamma_shares(a, x)[0],
    "regularizedGammaQ": lambda a, x, r: gamma_shares(a, x)[1],
    "gammaQuantile": lambda p, a, r: quantile(r, p, lambda x: gamma_shares(a, x)[0], lambda x: gamma_density(a, x)),
    "gammaTailQuantile": lambda q, a, r: tail_quantile(r, q, lambda x: gamma_shares(a, x)[1], lambda x: gamma_density(a, x)),
    "chiSquareCdf": lambda x, df, r: gamma_shares(df / 2, x / 2)[0],
    "chiSquareTail": lambda x, df, r: gamma_shares(df / 2, x / 2)[1],
    "chiSquareQuantile": lambda p, df, r: 2 * TRUTH["gammaQuantile"](p, df / 2, r / 2),
    "chiSquareTailQuantile": lambda q, df, r: 2 * TRUTH["gammaTailQuantile"](q, df / 2, r / 2),
    "regularizedBeta": lambda x, a, b, r: beta_shares(x, a, b)[0],
    "betaTail": lambda x, a, b, r: beta_shares(x, a, b)[1],
    "betaQuantile": lambda p, a, b, r: quantile(r, p, lambda x: beta_shares(x, a, b)[0], lambda x: beta_density(x, 1 - x, a, b)),
    "betaTailQuantile": lambda q, a, b, r: beta_tail_quantile(r, q, a, b),
    "studentTCdf": lambda t, df, r: t_cdf(t, df),
    "studentTQuantile": lambda p, df, r: m.mpf(0) if p == half else quantile(r, p, lambda t: t_cdf(t, df), lambda t: t_density(t, df)),
    "poissonProbability": lambda k, mean, r: m.exp(k * m.log(mean) - mean - m.loggamma(k + 1)),
    "poissonCdf": lambda k, mean, r: gamma_shares(k + 1, mean)[1],
    "poissonTail": lambda k, mean, r: gamma_shares(k + 1, mean)[0],
    "binomialProbability": lambda k, n, p, r: m.binomial(n, k) * p**k * (1 - p) ** (n - k),
    "binomialCdf": lambda k, n, p, r: m.mpf(1) if k == n else beta_shares(p, k + 1, n - k)[1],
    "binomialTail": lambda k, n, p, r: m.mpf(0) if k == n else beta_shares(p, k + 1, n - k)[0],
}


def with_digits(digits, call, x):
    with m.workdps(digits):
        return call(x)


def judge(table):
    worst = 0
    rows = []
    for row in table["rows"]:
        try:
            truth = TRUTH[table["name"]](*(m.mpf(x) for x in row))
        except ValueError as error:
            raise ValueError(f"{table['name']} {row}: {error}")
        error = float(abs(truth - m.mpf(row[-1])) / abs(truth)) if truth != 0 else abs(row[-1])
        worst = max(worst, error)
        rows.append([*row[:-1], float(truth), row[-1]] if error > R_IS_OFF else row)
    off = sum(len(row) > len(table["arguments"]) + 1 for row in rows)
    print(f"{table['name']}: {len(rows)} points, R off by {worst:.1e} at worst, by more than {R_IS_OFF} at {off}", file=sys.stderr, flush=True)
    return {**table, "rows": rows}


source = json.load(sys.stdin)
tables = [judge(table) for table in source["functions"]]
number = lambda x: "%d" % x if x == int(x) and abs(x) < 1e15 else repr(x)
line = lambda row: "[" + ",".join(number(x) for x in row) + "]"
print('{"source":' + json.dumps(f"{source['source']}; mpmath {m.__version__} where R is off") + ',"functions":[')
print(",\n".join(f'{{"name":"{t["name"]}","arguments":{json.dumps(t["arguments"])},"far":"{t["far"]}","rows":[\n' + ",\n".join(map(line, t["rows"])) + "\n]}" for t in tables))
print("]}")
