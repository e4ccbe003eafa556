import { existsSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { makeOrders } from "./make-orders.mjs";
import { makeWorkbook } from "./make-workbook.mjs";
import { makePurchases, PURCHASE_COLUMNS } from "./make-purchases.mjs";
import { makeTenures } from "./make-tenures.mjs";
import { LEAVER_COLUMNS, makeLeavers } from "./make-leavers.mjs";
import { measure, measurePython, measureR } from "./node-process.mjs";
import { pairs, quantile, spread } from "./pairs.mjs";
import {
  openStored,
  openWithImport,
  scoresOnce,
  storeAsRows,
  changeFilters,
} from "./product-page.mjs";

const seconds = ({ median, min, max }) =>
  `${(median / 1000).toFixed(2)} s (${(min / 1000).toFixed(2)}–${(max / 1000).toFixed(2)})`;
const milliseconds = ({ median, min, max }) =>
  `${median.toFixed(0)} ms (${min.toFixed(0)}–${max.toFixed(0)})`;
const ratio = (value) => value.toFixed(2);

/** The peers' page in a browser of its own, with the orders chosen. */
async function peerPage(setting) {
  const browser = await setting.launch();
  const page = await browser.context.newPage();
  await page.goto(`${setting.peers}peers.html`);
  await page.waitForFunction(() => document.title === "Peers ready");
  await page.setInputFiles("#file", setting.orders);
  return { browser, page };
}

async function duckdbLoad(setting) {
  const { browser, page } = await peerPage(setting);
  const elapsedMs = await page.evaluate(() => window.peers.duckdbLoad());
  await browser.close();
  return elapsedMs;
}

async function againstDuckdb(setting, ours) {
  const measured = await pairs(setting.pairs, ours, () => duckdbLoad(setting));
  return { ...measured, value: measured.ratio.median };
}

/** The median of a few runs on so many million orders of a tenth as many customers. */
async function growth({ cache, nodeBundle, million, count }) {
  const file = join(cache, `orders-growth-${million}m.csv`);
  await makeOrders(file, million * 1_000_000, million * 100_000);
  const runs = [];
  for (let i = 0; i < Math.min(3, count); i++) runs.push(await measure(nodeBundle, "growth", file));
  // hundreds of megabytes each
  await rm(file);
  const median = (name) => spread(runs.map((run) => run[name])).median;
  return {
    million,
    importMs: median("importMs"),
    scoresMs: median("scoresMs"),
    peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
  };
}

const BOOSTING_PY = fileURLToPath(new URL("peers/boosting.py", import.meta.url));
const PURCHASES_PY = fileURLToPath(new URL("peers/purchases.py", import.meta.url));
const SURVIVAL_R = fileURLToPath(new URL("peers/survival.R", import.meta.url));

/** Both sides must have found the same before their times are compared. */
function requireSame(name, ours, peer) {
  if (Math.abs(ours - peer) > 1e-6 * Math.abs(peer)) throw new Error(`${name}: ${ours}, ${peer}`);
}

export const BENCHES = [
  {
    id: "B1",
    what: "dropped file to typed, validated, durably stored, overview painted; DuckDB-Wasm: start + read_csv into memory",
    goal: 1.5,
    unit: seconds,
    format: ratio,
    run: (setting) =>
      againstDuckdb(setting, async () => {
        const opened = await openWithImport(setting);
        await opened.browser.close();
        return opened.elapsedMs;
      }),
  },
  {
    id: "B2",
    what: "the same import; peer: one Dexie record a row, bulkAdd of 10,000",
    goal: 0.1,
    unit: seconds,
    format: ratio,
    run: async (setting) => {
      const sample = 200_000;
      const measured = await pairs(
        Math.min(2, setting.pairs),
        async () => {
          const opened = await openWithImport(setting);
          await opened.browser.close();
          return opened.elapsedMs;
        },
        () => storeAsRows(peerPage, setting, sample),
      );
      return {
        ...measured,
        value: measured.ratio.median,
        note: `peer timed on ${sample} rows and scaled`,
      };
    },
  },
  {
    id: "B3",
    what: "cold open with the data stored to overview painted; DuckDB-Wasm has to load again",
    goal: 0.5,
    unit: seconds,
    format: ratio,
    run: async (setting) => {
      const first = await openWithImport(setting);
      // Whoever comes back finds the product stored away.
      await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
      const result = await againstDuckdb(setting, () => openStored(first, setting));
      await first.browser.close();
      return result;
    },
  },
  {
    id: "B4",
    what: "recency, frequency, money, profit, grades, Pareto, RFM of 100,000 customers; DuckDB-Wasm with window functions",
    goal: 0.5,
    unit: milliseconds,
    format: ratio,
    run: async (setting) => {
      const peer = await peerPage(setting);
      await peer.page.evaluate(() => window.peers.duckdbLoad());
      await peer.page.evaluate(() => window.peers.ourLoad());
      const measured = await pairs(
        Math.max(5, setting.pairs),
        () => scoresOnce(peer.page),
        () => peer.page.evaluate(() => window.peers.duckdbScores()),
      );
      await peer.browser.close();
      return { ...measured, value: measured.ratio.median };
    },
  },
  {
    id: "B5",
    what: "a filter changed on the overview until all of it is redrawn, 95th percentile; no task over 50 ms",
    goal: 100,
    unit: milliseconds,
    format: (value) => `${value.toFixed(0)} ms`,
    run: async (setting) => {
      const opened = await openWithImport(setting);
      const { redrawMs, longTaskMs } = await changeFilters(opened, 40);
      await opened.browser.close();
      const sorted = redrawMs.toSorted((a, b) => a - b);
      const longest = longTaskMs.length === 0 ? 0 : Math.max(...longTaskMs);
      return {
        ours: spread(redrawMs),
        value: quantile(sorted, 0.95),
        note: `longest main-thread task ${longest.toFixed(0)} ms, ${longTaskMs.length} over 50 ms`,
      };
    },
  },
  {
    id: "B6",
    what: "BG/NBD of 100,000 customers, four starts, in Node; scipy's L-BFGS-B on the same log-likelihood, one start",
    goal: 0.2,
    unit: milliseconds,
    format: ratio,
    run: async ({ pairs: count, cache, nodeBundle }) => {
      const file = join(cache, "purchases-100k.f64");
      await makePurchases(file, 100_000);
      const ours = await measure(nodeBundle, "purchases", file, PURCHASE_COLUMNS);
      const peer = await measurePython(PURCHASES_PY, file, PURCHASE_COLUMNS);
      if (peer === null) {
        const note = "no Python with scipy here: no ratio";
        return { ours: spread([ours.elapsedMs]), value: Number.NaN, note };
      }
      requireSame("log likelihood", ours.logLikelihood, peer.logLikelihood);
      const measured = await pairs(
        count,
        async () => (await measure(nodeBundle, "purchases", file, PURCHASE_COLUMNS)).elapsedMs,
        async () => (await measurePython(PURCHASES_PY, file, PURCHASE_COLUMNS)).elapsedMs,
      );
      const together = await measurePython(PURCHASES_PY, file, PURCHASE_COLUMNS, "together");
      requireSame("log likelihood", ours.logLikelihood, together.logLikelihood);
      const lead = measured.ours.median / together.elapsedMs;
      const note = `with equal histories counted together for the peer too ${ratio(lead)}; log-likelihood ${ours.logLikelihood.toFixed(3)}, peer ${peer.logLikelihood.toFixed(3)}`;
      return { ...measured, value: measured.ratio.median, note };
    },
  },
  {
    id: "B7",
    what: "Kaplan-Meier with intervals and Cox (10 covariates, Efron) of 100,000 customers, in Node; R survival",
    goal: 1,
    unit: milliseconds,
    format: ratio,
    run: async ({ pairs: count, cache, nodeBundle }) => {
      const file = join(cache, "tenures-100k.csv");
      await makeTenures(file, 100_000);
      const ours = await measure(nodeBundle, "survival", file);
      const peer = await measureR(SURVIVAL_R, file);
      if (peer === null) {
        const note = "no R with the package survival here: no ratio";
        return { ours: spread([ours.elapsedMs]), value: Number.NaN, note };
      }
      requireSame("log likelihood", ours.logLikelihood, peer.logLikelihood);
      requireSame("last survival", ours.last, peer.last);
      const measured = await pairs(
        count,
        async () => (await measure(nodeBundle, "survival", file)).elapsedMs,
        async () => (await measureR(SURVIVAL_R, file)).elapsedMs,
      );
      return { ...measured, value: measured.ratio.median };
    },
  },
  {
    id: "B8",
    what: "the churn model's boosted trees, 100,000 customers × 30 properties, in Node; scikit-learn's histogram boosting, one thread",
    goal: 2,
    unit: seconds,
    format: ratio,
    run: async ({ pairs: count, cache, nodeBundle }) => {
      const file = join(cache, "leavers-150k.f64");
      await makeLeavers(file, 150_000);
      const sizes = [LEAVER_COLUMNS, 100_000];
      const boosted = (...more) => measure(nodeBundle, "boosting", file, ...sizes, ...more);
      const learnt = () => measurePython(BOOSTING_PY, file, ...sizes);
      const ours = await boosted();
      const peer = await learnt();
      if (peer === null) {
        const note = `AUC ${ours.auc.toFixed(4)}; no Python with scikit-learn here: no ratio`;
        return { ours: spread([ours.elapsedMs]), value: Number.NaN, note };
      }
      const measured = await pairs(
        count,
        async () => (await boosted()).elapsedMs,
        async () => (await learnt()).elapsedMs,
      );
      // A tree of the product is grown on a part of the customers, one of the peer on all of them.
      const whole = await boosted(100_000);
      const found = `AUC ${ours.auc.toFixed(4)}, peer ${peer.auc.toFixed(4)}`;
      const same = Math.abs(ours.auc - peer.auc) <= 0.005 ? "within 0.005" : "NOT within 0.005";
      const all = `every tree on all: ${(whole.elapsedMs / 1000).toFixed(2)} s, ratio ${ratio(whole.elapsedMs / measured.peer.median)}, AUC ${whole.auc.toFixed(4)}`;
      const note = `${found} (${same}); ${all}`;
      return {
        ...measured,
        value: measured.ratio.median,
        ourAuc: ours.auc,
        peerAuc: peer.auc,
        note,
      };
    },
  },
  {
    id: "B9",
    what: "a workbook of 200,000 rows × 10 columns to typed columns, in Node; SheetJS 0.20.3: read and arrays of cells",
    goal: 0.5,
    unit: seconds,
    format: ratio,
    run: async ({ pairs: count, orders, cache, nodeBundle }) => {
      const workbook = join(cache, "orders-200k.xlsx");
      if (!existsSync(workbook)) await makeWorkbook(orders, workbook, 200_000);
      const peaks = { ours: [], peer: [] };
      const timed = (side, job) => async () => {
        const { importMs, peakMb } = await measure(nodeBundle, job, workbook);
        peaks[side].push(peakMb);
        return importMs;
      };
      const measured = await pairs(count, timed("ours", "workbook"), timed("peer", "sheetjs"));
      const [ours, peer] = [spread(peaks.ours).median, spread(peaks.peer).median];
      const note = `peak memory ${ours.toFixed(0)} of ${peer.toFixed(0)} MB: ${ratio(ours / peer)} (goal 0.3)`;
      return { ...measured, value: measured.ratio.median, memory: ours / peer, note };
    },
  },
  {
    id: "B11",
    what: "growth: 1, 2 and 5 (BENCH_LONG: 10) million orders to the bytes that are stored, and B4, in Node; worst time a row against a million",
    goal: 1.15,
    unit: seconds,
    format: ratio,
    run: async ({ cache, nodeBundle, pairs: count }) => {
      const millions = process.env.BENCH_LONG === undefined ? [1, 2, 5] : [1, 2, 5, 10];
      const times = [];
      for (const million of millions)
        times.push(await growth({ cache, nodeBundle, million, count }));
      const [{ importMs, scoresMs }] = times;
      const worst = Math.max(
        ...times.map((at) => at.importMs / at.million / importMs),
        ...times.map((at) => at.scoresMs / at.million / scoresMs),
      );
      const note = times
        .map((at) => {
          const [imported, scored] = [at.importMs / 1000, at.scoresMs / 1000];
          return `${at.million} M: ${imported.toFixed(1)} s + ${scored.toFixed(2)} s, ${at.peakMb.toFixed(0)} MB`;
        })
        .join("; ");
      return { ours: spread(times.map((at) => at.importMs)), value: worst, times, note };
    },
  },
  {
    id: "B10",
    what: "first visit: bytes of JS and CSS, compressed, before the welcome page is interactive",
    goal: 150,
    unit: ({ median }) => `${median.toFixed(1)} KB`,
    format: (value) => `${value.toFixed(1)} KB`,
    run: async (setting) => {
      const browser = await setting.launch();
      const page = await browser.context.newPage();
      const paths = new Set();
      page.on("request", (request) => paths.add(new URL(request.url()).pathname));
      await page.goto(setting.product);
      await page.getByRole("main").waitFor();
      await page.waitForLoadState("load");
      const seen = new Set([...paths].map((path) => path.slice(1)));
      await browser.close();
      let bytes = 0;
      for (const name of await readdir(setting.dist, { recursive: true })) {
        if (!seen.has(name) || !/\.(js|css)$/.test(name) || name.includes("service-worker"))
          continue;
        bytes += gzipSync(await readFile(join(setting.dist, name)), { level: 9 }).length;
      }
      return { ours: spread([bytes / 1000]), value: bytes / 1000 };
    },
  },
];
