# What R says of the functions of src/math, with 17 significant digits, as JSON:
#
#   Rscript tests/math/reference.R | python3 tests/math/judge.py > src/verification/cases/special-functions.json
#
# One table per function: its name here, the names of its arguments, which number is the probability that makes a point a far tail
# ("value", an argument's name, or "none"), and rows of arguments and value. Points are spread by probability, so that both tails and
# the middle of every distribution are met; arguments have few digits, so that they are the same numbers everywhere.

digits <- function(x) sprintf("%.17g", x)

table <- function(name, arguments, far, call, grid) {
  grid <- unique(grid)
  value <- suppressWarnings(do.call(call, unname(as.list(grid))))
  keep <- is.finite(value) & abs(value) > 1e-300 & abs(value) < 1e300
  rows <- apply(cbind(as.matrix(grid), value)[keep, , drop = FALSE], 1, function(row) paste0("[", paste(digits(row), collapse = ","), "]"))
  sprintf('{"name":"%s","arguments":[%s],"far":"%s","rows":[\n%s\n]}', name, paste0('"', arguments, '"', collapse = ","), far, paste(rows, collapse = ",\n"))
}

lower <- c(1e-250, 1e-101, 1e-30, 1e-6, 0.03, 0.4, 0.75, 0.999)
levels <- c(1e-290, 1e-120, 1e-40, 1e-9, 0.0005, 0.025, 0.3, 0.5, 0.6, 0.975, 0.9999, 1 - 2^-40)

# Arguments of a distribution function: near the quantiles of the given shares, for every row of parameters.
near <- function(quantile, parameters, shares = lower, above = 0, below = Inf, whole = FALSE) {
  rows <- lapply(seq_len(nrow(parameters)), function(i) {
    x <- suppressWarnings(do.call(quantile, c(list(shares), unname(as.list(parameters[i, , drop = FALSE])))))
    x <- if (whole) x else signif(x, 6)
    x <- x[is.finite(x) & x > above & x < below]
    if (length(x) == 0) NULL else cbind(data.frame(x = x), parameters[i, , drop = FALSE], row.names = NULL)
  })
  do.call(rbind, rows)
}
every <- function(parameters, shares = levels) {
  do.call(rbind, lapply(seq_len(nrow(parameters)), function(i) cbind(data.frame(p = shares), parameters[i, , drop = FALSE], row.names = NULL)))
}
upper <- function(quantile) function(p, ...) quantile(p, ..., lower.tail = FALSE)

shapes <- data.frame(a = c(1e-5, 0.01, 0.3, 1, 2.5, 9.875, 10, 37, 400, 12345.5, 1e6, 3e7, 1e10))
quantileShapes <- data.frame(a = c(0.05, 0.3, 1, 2.5, 10, 37, 400, 12345.5, 3e7))
pairs <- data.frame(a = c(0.5, 2, 0.02, 0.001, 1, 8, 100, 40, 900, 30000, 1000, 1e6, 1e5), b = c(0.5, 3, 30, 5, 1e6, 93, 0.5, 60, 20, 0.5, 2000, 1e6, 3.75))
quantilePairs <- data.frame(a = c(0.5, 2, 0.25, 1, 2, 8, 100, 900, 1000), b = c(0.5, 3, 30, 1e6, 1e6, 93, 0.5, 20, 2000))
freedoms <- data.frame(df = c(0.25, 1, 1.5, 2, 3, 10, 29.5, 399, 1e5, 1e9))
quantileFreedoms <- data.frame(df = c(1, 1.5, 2, 3, 10, 29.5, 399, 1e5, 1e9))
chiFreedoms <- data.frame(df = c(0.5, 1, 2, 3, 10, 99.5, 1000, 1e5))
means <- data.frame(mean = c(0.125, 1, 7.5, 30, 400, 1e5))
trials <- data.frame(n = c(1, 10, 75, 1000, 1e6, 400), p = c(0.25, 0.5, 0.01, 0.9, 0.001, 1e-9))
binomialQuantile <- function(shares, n, p, ...) qbinom(shares, n, p, ...)

sizes <- c(1e-300, 3e-120, 1e-20, 1e-9, 0.001, 0.25, 0.5, 0.75, 0.9375, 0.99999, 1, 1.00001, 1.5, 2.75, 10, 64.5, 1e3, 1e9, 1e20, 2e150, 1e300)
steps <- c(1e-300, 1e-20, 1e-9, 0.001, 0.125, 0.34375, 0.4375, 1, 2.75, 19.5, 37.25, 100.5, 600, 690)
angles <- c(1e-9, 0.001, 0.25, 0.78125, 1, 1.5, 1.5703125, 2, 3, 3.140625, 4.75, 7, 22, 100, 1000.5, 355, 1e6, 1e9, 123456789, 1e15, 1e22, 1e100)
deviates <- c(37.4375, 30, 21.5, 20.3125, 8, 5.6875, 3, 1.96875, 1, 0.609375, 0.59375, 0.25, 0.001, 1e-9)
halves <- c(1e-200, 1e-20, 1e-9, 0.001, 0.125, 0.25, 0.4375, 0.484375, 0.5, 0.515625, 0.75, 1, 1.5, 2, 3.25, 5, 5.75)

tables <- c(
  table("log", "x", "none", log, data.frame(x = sizes)),
  table("log1p", "x", "none", log1p, data.frame(x = c(-0.999999, -0.9, -0.5, -0.25, -0.001, -1e-9, -1e-20, sizes))),
  table("exp", "x", "none", exp, data.frame(x = c(-rev(steps), steps))),
  table("expm1", "x", "none", expm1, data.frame(x = c(-rev(steps), steps))),
  table("pow", c("x", "y"), "none", function(x, y) x^y, expand.grid(x = c(1e-20, 0.001, 0.4375, 0.999999, 1.00001, 1.5, 2, 10, 64.5, 1e9), y = c(-12.5, -1, 0.001, 0.25, 1 / 3, 7, 30))),
  table("sin", "x", "none", sin, data.frame(x = angles)),
  table("cos", "x", "none", cos, data.frame(x = angles)),
  table("logGamma", "x", "none", lgamma, data.frame(x = c(1e-300, 1e-20, 1e-9, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9375, 0.999, 1.001, 1.25, 1.4375, 1.5, 1.75, 1.999, 2.001, 2.3125, 2.5, 3, 5.5, 7, 9.9375, 10, 11.5, 33.3125, 100, 171, 1000.5, 1e6, 1e10, 1e100, 1e290))),
  # R has no error function: erf(x) is the share of a gamma distribution of shape 1/2 up to x², and these x have squares without rounding.
  table("erf", "x", "none", function(x) pgamma(x * x, 0.5), data.frame(x = halves[halves > 1e-100])),
  table("erfc", "x", "value", function(x) pgamma(x * x, 0.5, lower.tail = FALSE), data.frame(x = c(halves[halves > 1e-4], 8, 12.5, 15.25, 20, 22.75, 26))),
  table("normalDensity", "z", "value", dnorm, data.frame(z = deviates)),
  table("normalCdf", "z", "value", pnorm, data.frame(z = c(-deviates, 0, rev(deviates)))),
  table("normalTail", "z", "value", upper(pnorm), data.frame(z = c(-3, -0.25, 0, rev(deviates)))),
  table("logNormalCdf", "z", "none", function(z) pnorm(z, log.p = TRUE), data.frame(z = c(-1e9, -1e4, -100, -40, -deviates, 0, 0.001, 0.25, 0.59375, 0.609375, 1, 3, 5.6875, 8, 20.3125, 37))),
  table("normalQuantile", "p", "p", qnorm, data.frame(p = c(1e-300, levels, 0.001, 0.02, 0.25, 0.29, 0.31, 0.45, 0.499, 0.501, 0.75, 0.999999))),
  table("regularizedGammaP", c("a", "x"), "value", function(a, x) pgamma(x, a), near(qgamma, shapes)[, c("a", "x")]),
  table("regularizedGammaQ", c("a", "x"), "value", function(a, x) pgamma(x, a, lower.tail = FALSE), near(upper(qgamma), shapes)[, c("a", "x")]),
  table("gammaQuantile", c("p", "a"), "p", qgamma, every(quantileShapes)),
  table("gammaTailQuantile", c("tail", "a"), "tail", upper(qgamma), every(quantileShapes)),
  table("chiSquareCdf", c("x", "df"), "value", pchisq, near(qchisq, chiFreedoms)),
  table("chiSquareTail", c("x", "df"), "value", upper(pchisq), near(upper(qchisq), chiFreedoms)),
  table("chiSquareQuantile", c("p", "df"), "p", qchisq, every(chiFreedoms)),
  table("chiSquareTailQuantile", c("tail", "df"), "tail", upper(qchisq), every(chiFreedoms)),
  table("regularizedBeta", c("x", "a", "b"), "value", pbeta, near(qbeta, pairs, below = 1)),
  table("betaTail", c("x", "a", "b"), "value", upper(pbeta), near(upper(qbeta), pairs, below = 1)),
  table("betaQuantile", c("p", "a", "b"), "p", qbeta, every(quantilePairs)),
  table("betaTailQuantile", c("tail", "a", "b"), "tail", upper(qbeta), every(quantilePairs)),
  table("studentTCdf", c("t", "df"), "value", pt, near(qt, freedoms, above = -Inf)),
  table("studentTQuantile", c("p", "df"), "p", qt, every(quantileFreedoms)),
  table("poissonProbability", c("k", "mean"), "value", dpois, near(upper(qpois), means, above = -1, whole = TRUE)),
  table("poissonCdf", c("k", "mean"), "value", ppois, near(qpois, means, above = -1, whole = TRUE)),
  table("poissonTail", c("k", "mean"), "value", upper(ppois), near(upper(qpois), means, above = -1, whole = TRUE)),
  table("binomialProbability", c("k", "n", "p"), "value", dbinom, near(upper(binomialQuantile), trials, above = -1, whole = TRUE)),
  table("binomialCdf", c("k", "n", "p"), "value", pbinom, near(binomialQuantile, trials, above = -1, whole = TRUE)),
  table("binomialTail", c("k", "n", "p"), "value", upper(pbinom), near(upper(binomialQuantile), trials, above = -1, whole = TRUE))
)
cat(sprintf('{"source":"R %s.%s","functions":[\n', R.version$major, R.version$minor))
cat(paste(tables, collapse = ",\n"))
cat("\n]}\n")
