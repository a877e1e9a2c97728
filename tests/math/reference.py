"""Reference values for the tests of src/math, to 60 digits, with mpmath and scipy: python3 tests/math/reference.py > tests/math/reference.json

Elementary functions: argument(s), the nearest double, and how far the truth is from it in units in its last place.
Special functions: argument(s) and the nearest double.
"""

import json
import math
import random

import mpmath as m
import scipy.stats

m.mp.dps = 60
random.seed(1)


def row(*args, truth):
    near = float(truth)
    return [*args, near, float((truth - m.mpf(near)) / m.mpf(math.ulp(near)))]


def spread(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def powers(low, high, count):
    return [10 ** random.uniform(low, high) for _ in range(count)]


def elementary():
    logs = powers(-300, 300, 40) + spread(0.5, 2, 60) + [1 + t for t in spread(-1e-6, 1e-6, 10)] + [5e-324, 1e-310, 1.7976931348623157e308, 2.0, 10.0]
    exps = spread(-707, 709, 60) + spread(-2, 2, 60) + [1.0, -1.0, 709.78, 1e-9]
    small = [s * t for t in powers(-18, 1, 40) for s in (1, -1)]
    angles = spread(-10, 10, 50) + powers(-9, 300, 60) + [k * math.pi / 2 for k in (1, 2, 3, 1000, 123456, 10**9)]
    pairs = [(random.uniform(0, 20), random.uniform(-30, 30)) for _ in range(60)] + [(1 + random.uniform(-1e-6, 1e-6), random.uniform(-1e8, 1e8)) for _ in range(20)]
    pairs += [(1 + random.uniform(-1e-7, 1e-7), random.uniform(-6e9, 6e9)) for _ in range(10)] + [(10 ** random.uniform(-300, 300), random.uniform(-1, 1)) for _ in range(30)]
    far = m.workdps(400)
    with far:
        trig = {"sin": [row(x, truth=m.sin(m.mpf(x))) for x in angles], "cos": [row(x, truth=m.cos(m.mpf(x))) for x in angles]}
    return {
        "log": [row(x, truth=m.log(m.mpf(x))) for x in logs],
        "exp": [row(x, truth=m.exp(m.mpf(x))) for x in exps],
        "expm1": [row(x, truth=m.expm1(m.mpf(x))) for x in small + spread(-40, 100, 40)],
        "log1p": [row(x, truth=m.log1p(m.mpf(x))) for x in [t for t in small if t > -1] + spread(-1, 3, 60) + powers(0, 300, 10)],
        **trig,
        "pow": [row(x, y, truth=m.power(m.mpf(x), m.mpf(y))) for x, y in pairs],
    }


def beta_share(x, a, b):
    """mpmath's own, or where that gives up the series of positive terms, Abramowitz and Stegun 26.5.4."""
    x, a, b = m.mpf(x), m.mpf(a), m.mpf(b)
    try:
        return m.betainc(a, b, 0, x, regularized=True)
    except ValueError:
        pass
    total = term = m.mpf(1)
    n = 0
    while term > total * m.mpf(10) ** -30:
        n += 1
        term *= x * (a + b + n - 1) / (a + n)
        total += term
    return total * m.exp(a * m.log(x) + b * m.log(1 - x) - m.loggamma(a) - m.loggamma(b) + m.loggamma(a + b)) / a


def t_cdf(t, df):
    t, df = m.mpf(t), m.mpf(df)
    share = beta_share(df / (df + t * t), df / 2, m.mpf(1) / 2) / 2
    return share if t < 0 else 1 - share


def quantile(cdf, p, start):
    return m.findroot(lambda x: cdf(x) / p - 1, start, tol=1e-40)


def special():
    shapes = [0.01, 0.3, 1, 2.5, 9.9, 10, 37, 400, 12345.6]
    gammas = [(a, a * f) for a in shapes for f in (0.3, 0.9, 1.0, 1.1, 2.0) if a * abs(f - 1) < 400]
    betas = [(x, a, b) for a, b in [(0.5, 0.5), (2, 3), (0.02, 30), (8, 93), (100, 0.5), (40, 60), (900, 20), (3e4, 0.5), (1000, 2000)] for x in (a / (a + b) * 0.98, a / (a + b), 1 - b / (a + b) * 0.97)]
    freedoms = [0.5, 1, 2, 3, 9, 10, 29.5, 399, 1e5]
    levels = [1e-10, 0.0005, 0.025, 0.1, 0.3, 0.499, 0.6, 0.95, 0.9995]
    nd = lambda p: float(m.sqrt(2) * m.erfinv(2 * m.mpf(p) - 1))
    return {
        "logGamma": [[x, float(m.loggamma(m.mpf(x)))] for x in [1e-10, 0.1, 0.5, 0.9, 1.0001, 1.4616, 1.9999, 2.3, 3, 5.5, 9.99, 10, 33.3, 171, 1e6, 1e300]],
        "regularizedGammaP": [[a, x, float(m.gammainc(a, 0, m.mpf(x), regularized=True))] for a, x in gammas],
        "regularizedGammaQ": [[a, x, float(m.gammainc(a, m.mpf(x), m.inf, regularized=True))] for a, x in gammas],
        "regularizedBeta": [[x, a, b, float(beta_share(x, a, b))] for x, a, b in betas],
        "normalCdf": [[z, float(m.ncdf(m.mpf(z)))] for z in [-37, -20.3, -8, -5.7, -3, -1.96, -0.6, -0.3, 0, 1e-9, 0.61, 1.2, 3.3, 8]],
        "normalQuantile": [[p, float(quantile(m.ncdf, m.mpf(p), nd(p) if p > 1e-100 else -36.9))] for p in [1e-298, 1e-20, 1e-5, 0.001, 0.02425, 0.29, 0.31, 0.4999, 0.7, 0.975, 0.999999]],
        "studentTCdf": [[t, df, float(t_cdf(t, df))] for df in freedoms for t in (-12, -4, -1, -0.2, 0.01, 0.9, 2.5)],
        "studentTQuantile": [[p, df, student_quantile(p, df)] for df in freedoms for p in levels],
        "chiSquareCdf": [[x, df, float(m.gammainc(m.mpf(df) / 2, 0, m.mpf(x) / 2, regularized=True))] for x, df in [(0.1, 1), (3.841458820694124, 1), (18.3, 10), (99, 99), (140, 99), (1000, 900)]],
    }


def student_quantile(p, df):
    """Two Newton steps from scipy's quantile."""
    p, df = m.mpf(p), m.mpf(df)
    t = m.mpf(float(scipy.stats.t.ppf(float(p), float(df))))
    for _ in range(2):
        density = m.gamma((df + 1) / 2) / (m.sqrt(df * m.pi) * m.gamma(df / 2)) * (1 + t * t / df) ** (-(df + 1) / 2)
        t -= (t_cdf(t, df) - p) / density
    return float(t)


tables = {**elementary(), **special()}
print("{\n" + ",\n".join(f'"{name}": [\n' + ",\n".join(json.dumps(r) for r in rows) + "\n]" for name, rows in tables.items()) + "\n}")
