import { describe, expect, it } from "vitest";
import { seededRng } from "../../kernel/base/rng";
import { finished } from "../../kernel/base/finished";
import type { Feature } from "../../kernel/learn/feature";
import { aucDifferenceP, parseChurnRun, type ChurnRun } from "./churn-run";
import { chanceProfile, driftSince, driftSinceLearnt, profilesOf } from "./drift";
import type { FeatureFact, Sample, Study } from "./study";

const FACTS: readonly FeatureFact[] = [
  { id: "recency", from: "orders", scale: "log" },
  { id: "attr:plan", from: "column", scale: "plain" },
];
const N = 1000;

/** Customers whose recency is shifted, and of whom so many have a plan of their own. */
function sampleOf(seed: number, shift: number, newPlans = 0): Sample {
  const rng = seededRng(seed);
  const recency = Float64Array.from({ length: N }, () => rng.next() + shift);
  const codes = Int32Array.from({ length: N }, (_, i) => (i < newPlans ? 2 : rng.below(2)));
  const features: readonly Feature[] = [
    { kind: "number", id: "recency", values: recency },
    { kind: "category", id: "attr:plan", codes, levels: ["月付", "年付", "试用"] },
  ];
  return {
    features,
    rows: Uint32Array.from(recency.keys()),
    labels: new Uint8Array(N),
  };
}

const studyOf = (train: Sample, now: Sample, isByTime = true): Study => ({
  source: isByTime ? "orders" : "label",
  facts: FACTS,
  leftOut: [],
  train,
  test: train,
  now,
  split: isByTime ? { kind: "time", trainDay: 1, testDay: 2 } : { kind: "drawn" },
  windowDays: isByTime ? 1 : null,
  unlabelled: 0,
  stakes: null,
  stakeFrom: null,
});

const chancesOf = (seed: number): Float64Array => {
  const rng = seededRng(seed);
  return Float64Array.from({ length: N }, () => rng.next());
};

describe("driftSinceLearnt", () => {
  it("is nought where nothing has changed", () => {
    const same = sampleOf(1, 0);
    const chances = chancesOf(3);
    const drift = finished(driftSinceLearnt(studyOf(same, same), chances, chances));
    expect(drift?.chance).toMatchObject({ index: 0, p: 1 });
    expect(drift?.features.map(({ index }) => index)).toEqual([0, 0]);
    expect([drift?.before, drift?.now]).toEqual([N, N]);
  });

  it("names what has moved first, and a word that was not there before", () => {
    const study = studyOf(sampleOf(1, 0), sampleOf(2, 0.3));
    const shifted = finished(driftSinceLearnt(study, chancesOf(3), chancesOf(4)));
    expect(shifted?.features[0]).toMatchObject({ id: "recency", from: "orders" });
    expect(shifted!.features[0]!.index).toBeGreaterThan(0.25);
    expect(shifted!.features[1]!.index).toBeLessThan(0.1);
    const fresh = studyOf(sampleOf(1, 0), sampleOf(2, 0, 400));
    const words = finished(driftSinceLearnt(fresh, chancesOf(3), chancesOf(4)));
    expect(words?.features[0]?.id).toBe("attr:plan");
    expect(words!.features[0]!.index).toBeGreaterThan(0.25);
  });

  it("takes customers that are drawn again from the same for the same, in 95 of 100 cases", () => {
    let told = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const study = studyOf(sampleOf(seed, 0), sampleOf(seed + 1000, 0));
      const drift = finished(driftSinceLearnt(study, chancesOf(seed), chancesOf(seed + 500)));
      if (drift!.features.find(({ id }) => id === "recency")!.p < 0.05) told++;
    }
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(12);
  });

  it("says nothing where one table says who left: stayers differ from leavers, not from before", () => {
    const study = studyOf(sampleOf(1, 0), sampleOf(2, 1), false);
    expect(finished(driftSinceLearnt(study, chancesOf(3), chancesOf(4)))).toBeNull();
  });
});

describe("driftSince", () => {
  it("leaves out what is no longer used or has become of another kind", () => {
    const now = sampleOf(1, 0);
    const features = finished(profilesOf(FACTS, now));
    const [recency, plan] = features;
    const earlier = {
      customers: N,
      chances: chanceProfile(chancesOf(1)),
      features: [
        recency!,
        { ...plan!, id: "attr:gone" },
        { ...plan!, id: "recency", from: "orders" as const },
      ],
    };
    const drift = finished(driftSince(earlier, studyOf(now, now), chancesOf(1)));
    expect(drift.features).toEqual([{ id: "recency", from: "orders", index: 0, bins: 10, p: 1 }]);
  });
});

describe("a churn run", () => {
  const run: ChurnRun = {
    customers: N,
    n: 2000,
    events: 300,
    model: "trees",
    auc: { value: 0.8, error: 0.01, low: 0.78, high: 0.82 },
    slope: null,
    chances: chanceProfile(chancesOf(1)),
    features: finished(profilesOf(FACTS, sampleOf(1, 0))),
  };

  it("is read back as it was kept, and anything else is none", () => {
    expect(parseChurnRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
    const broken: readonly unknown[] = [
      null,
      "run",
      { ...run, model: "forest" },
      { ...run, slope: "1" },
      { ...run, auc: { value: 1 } },
      { ...run, chances: { kind: "number", cuts: [1], counts: [1] } },
      { ...run, features: [{ id: "x" }] },
    ];
    for (const one of broken) expect(parseChurnRun(one)).toBeNull();
  });

  it("holds two AUCs against each other by both errors", () => {
    // pnorm of R: 2 * pnorm(-0.03 / sqrt(0.01^2 + 0.02^2))
    const other = { ...run.auc, value: 0.77, error: 0.02 };
    expect(aucDifferenceP(run.auc, other)).toBeCloseTo(0.179712494879, 9);
    expect(aucDifferenceP(run.auc, run.auc)).toBeCloseTo(1, 12);
    const sure = { ...run.auc, error: 0 };
    expect(aucDifferenceP(sure, sure)).toBeNull();
  });
});
