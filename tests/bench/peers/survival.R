# B7, the peer: Kaplan-Meier with log-log intervals and Cox's model with Efron's ties. Prints milliseconds and the fit.
suppressPackageStartupMessages(library(survival))
seen <- read.csv(commandArgs(trailingOnly = TRUE)[1])
start <- proc.time()[["elapsed"]]
curve <- survfit(Surv(days, lost) ~ 1, data = seen, conf.type = "log-log")
model <- coxph(Surv(days, lost) ~ ., data = seen, ties = "efron")
elapsed <- proc.time()[["elapsed"]] - start
cat(sprintf('{"elapsedMs": %.0f, "logLikelihood": %.9f, "last": %.12f}', 1000 * elapsed, model$loglik[2], tail(curve$surv, 1)))
