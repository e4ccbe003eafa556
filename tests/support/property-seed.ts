import fc from "fast-check";

/**
 * Properties are tried on the same cases in every run, so that a failure belongs to the change that is tested. The long run
 * draws new ones.
 */
if (process.env["CLIENTELE_LONG"] !== "1") fc.configureGlobal({ seed: 20_251_130 });
