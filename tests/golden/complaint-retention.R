# Rscript tests/golden/complaint-retention.R > tests/golden/complaint-retention.json
# R survival: curves and log-rank test of 90 customers in three groups; days of loss by chance, sight ends on day 400.
suppressMessages(library(survival))
set.seed(20261123)
n <- 30
group <- rep(c("content", "poor", "open"), each = n)
rate <- rep(c(1 / 900, 1 / 350, 1 / 150), each = n)
left <- ceiling(31 + rexp(3 * n, rate))
lost <- as.integer(left <= 400)
days <- pmin(left, 400)
test <- survdiff(Surv(days, lost) ~ group)
p <- pchisq(test$chisq, 2, lower.tail = FALSE)
curve <- function(id) {
  fit <- survfit(Surv(days[group == id], lost[group == id]) ~ 1, conf.type = "log-log")
  at <- summary(fit, times = 200, extend = TRUE)
  sprintf('"%s": { "share": %.15g, "low": %.15g, "high": %.15g, "atRisk180": %d, "lost": %d }', id,
    at$surv, at$lower, at$upper, sum(days[group == id] >= 180), sum(lost[group == id]))
}
cat(sprintf('{\n  "version": "survival %s, %s",\n', packageVersion("survival"), R.version.string))
cat(sprintf('  "days": [%s],\n  "lost": [%s],\n', paste(days, collapse = ", "), paste(lost, collapse = ", ")))
cat(sprintf('  "chiSquared": %.15g,\n  "p": %.15g,\n  "at200": {\n    %s\n  }\n}\n', test$chisq, p,
  paste(sapply(c("content", "poor", "open"), curve), collapse = ",\n    ")))
