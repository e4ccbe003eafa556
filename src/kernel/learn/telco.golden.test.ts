import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { drained } from "../../../tests/support/drained";
import {
  telcoFeatures,
  telcoLogistic,
  telcoReference,
  telcoRows,
  telcoSplit,
} from "../../../tests/support/telco";
import { binRows, learnBins } from "./bins";
import { boost } from "./boost";
import { aucOf } from "./discrimination";
import { encodeRows, learnEncoding } from "./encoder";
import type { NumberFeature } from "./feature";
import { sigmoid, softplus } from "../stats/logistic-function";
import { fitLogistic, logOddsOf } from "./logistic";
import { gainPoints, probabilityQuality } from "./probability-quality";
import { forestMargins } from "./tree";

const reference = telcoReference();
const rows = telcoRows();
const features = telcoFeatures(rows, reference.features.one_hot_all_levels);
const labels = Uint8Array.from(rows, (row) => (row["Churn"] === "Yes" ? 1 : 0));
const { train, test } = telcoSplit(reference, rows.length);
const everyone = Uint32Array.from(rows.keys());
const testLabels = Uint8Array.from(test, (row) => labels[row]!);

describe("fitLogistic", () => {
  const encoding = learnEncoding(features, train);
  const design = encodeRows(encoding, features, everyone);
  const fit = drained(fitLogistic({ design, labels, rows: train, penalty: 1 }));
  const expected = reference.models.logistic_l2_C1;
  const chances = Float64Array.from(test, (row) =>
    sigmoid(logOddsOf(design, fit.weights, fit.intercept, row)),
  );

  const nameOf = (column: number): string => {
    const { feature, level } = encoding.columns[column]!;
    const one = features[feature]!;
    return one.kind === "category" ? `${one.id}=${one.levels[level]!}` : one.id;
  };
  const weights = Float64Array.from(encoding.columns, (_, i) => expected.coef[nameOf(i)]!);

  it("agrees with scikit-learn's ridge logistic on Telco, run to the end, to 1e-8", () => {
    expect(fit.quality).toBe("exact");
    const exact = telcoLogistic();
    expect(exact.largestGradient).toBeLessThan(1e-9);
    expectClose(fit.intercept, exact.intercept, { rel: 1e-8 });
    fit.weights.forEach((weight, column) => {
      expectClose(weight, exact.coef[nameOf(column)]!, { rel: 1e-8 });
    });
    exact.testChances.forEach((chance, i) => {
      expectClose(chances[i]!, chance, { rel: 1e-8 });
    });
  });

  it("agrees with the reference, which stops before the end, to 3e-4", () => {
    // At the optimum the levels of a category sum to 0; the reference stopped a little before, all levels shifted alike.
    let intercept = expected.intercept;
    features.forEach((feature, f) => {
      if (feature.kind === "number") return;
      const own = [...weights.keys()].filter((i) => encoding.columns[i]!.feature === f);
      const mean = own.reduce((sum, i) => sum + weights[i]!, 0) / own.length;
      own.forEach((i) => (weights[i]! -= mean));
      intercept += mean;
    });
    expectClose(fit.intercept, intercept, { rel: 1e-4 });
    weights.forEach((weight, column) => {
      const off = Math.abs(fit.weights[column]! - weight);
      expect(off, nameOf(column)).toBeLessThan(3e-4);
    });
  });

  it("lies no higher than scikit-learn's answer on what both minimise", () => {
    const lossAt = (slopes: Float64Array, intercept: number): number => {
      let loss = 0;
      for (const row of train) {
        const odds = logOddsOf(design, slopes, intercept, row);
        loss += softplus(odds) - labels[row]! * odds;
      }
      return loss + 0.5 * slopes.reduce((sum, one) => sum + one * one, 0);
    };
    const theirs = Float64Array.from(encoding.columns, (_, i) => expected.coef[nameOf(i)]!);
    const best = lossAt(fit.weights, fit.intercept);
    expect(best).toBeLessThanOrEqual(lossAt(theirs, expected.intercept));
    expectClose(lossAt(theirs, expected.intercept), best, { rel: 1e-6 });
  });

  it("gives its chances, AUC, log-loss, Brier score and lift", () => {
    expected.test_probability_first20.forEach((chance, i) => {
      expectClose(chances[i]!, chance, { rel: 5e-4 });
    });
    expectClose(aucOf(chances, testLabels)!.value, expected.test.auc, { rel: 1e-5 });
    const quality = probabilityQuality(chances, testLabels);
    expectClose(quality.logLoss, expected.test.log_loss, { rel: 1e-5 });
    expectClose(quality.brier, expected.test.brier, { rel: 1e-5 });
    const [top] = gainPoints(chances, testLabels, [0.1]);
    expect(top!.n).toBe(177);
    expectClose(top!.lift, expected.test.top_decile_lift, { rel: 1e-9 });
    expectClose(top!.capture, expected.test.top_decile_capture, { rel: 1e-9 });
  });

  it("agrees with statsmodels' Logit without a penalty: coefficients, errors, likelihood", () => {
    const wanted = reference.models.logit_unpenalised_statsmodels;
    const own = wanted.terms.slice(1).map((term): NumberFeature => {
      const [column, level] = term.split("=") as [string, string | undefined];
      const values = Float64Array.from(rows, (row) => {
        if (level === undefined) return Number(row[column]);
        return row[column] === level ? 1 : 0;
      });
      return { kind: "number", id: term, values };
    });
    const code = learnEncoding(own, train);
    const plain = drained(
      fitLogistic({ design: encodeRows(code, own, everyone), labels, rows: train, penalty: 0 }),
    );
    expect(plain.quality).toBe("exact");
    expectClose(plain.logLikelihood, wanted.loglik, { rel: 1e-9 });
    own.forEach((_, i) => {
      const { sd } = code.features[i]!;
      expectClose(plain.weights[i]! / sd, wanted.coef[i + 1]!, { rel: 1e-5 });
      expectClose(plain.errors[i]! / sd, wanted.se[i + 1]!, { rel: 1e-5 });
    });
  });
});

describe("boost", () => {
  it("reaches the tuned histogram boosting of scikit-learn on Telco: AUC 0.01, log-loss 0.015", () => {
    const binning = learnBins(features, train);
    const bins = binRows(binning, features, everyone);
    const rule = {
      trees: 120,
      leaves: 8,
      rate: 0.05,
      leastRows: 20,
      ridge: 1,
      patience: 20,
      rowsPerTree: 20_000,
    };
    const watched = new Uint32Array(0);
    const { forest } = drained(boost({ binning, bins, labels, rows: train, watched, rule }));
    const margins = drained(forestMargins(forest, bins, rows.length));
    const chances = Float64Array.from(test, (row) => sigmoid(margins[row]!));
    const wanted = reference.models.hist_gradient_boosting_tuned.test_mean;
    const found = aucOf(chances, testLabels)!.value;
    expect(Math.abs(found - wanted.auc)).toBeLessThan(0.01);
    const { logLoss } = probabilityQuality(chances, testLabels);
    expect(Math.abs(logLoss - wanted.log_loss)).toBeLessThan(0.015);
  });
});
