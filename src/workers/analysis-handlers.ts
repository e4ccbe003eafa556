import { modelScoresOf } from "../domain/own-segment";
import { lastOrderImport } from "../domain/last-import";
import { sheetBlob } from "../export/sheet-file";
import { resolveParams } from "../analyses/params";
import { CASE_NEEDS, caseDesk } from "../queries/case-desk";
import { customerChange } from "../queries/customer-change";
import { DEPARTURE_NEEDS } from "../queries/customer-departures";
import { customerDetail } from "../queries/customer-detail";
import { customerPage, listedCustomers, type Narrowing } from "../queries/customer-list";
import { GRADE_ANALYSIS, gradeCard } from "../queries/customer-grade";
import { CUSTOMER_NEEDS, customerScores, knownSales } from "../queries/customer-scores";
import { customersSheet } from "../queries/customers-file";
import { columnExtent } from "../queries/extent";
import { SAVING_NEEDS, savingBoard } from "../queries/saving-board";
import { buildSearchIndex, loadRomanise, type SearchIndex } from "../queries/search-index";
import { segmentNeeds } from "../queries/segment-rows";
import { segmentSizes } from "../queries/segment-sizes";
import { suggestCustomers } from "../queries/suggest";
import { dataFacets, dataSummary, facetNeeds } from "../queries/summary";
import type { CustomerQuery } from "../queries/types";
import type { AnalysisSession } from "./analysis-session";
import type { AnalysisCalls } from "./protocol";
import { cancelled } from "./call-error";
import { Moved, drive, nextTurn, type CallContext, type Handlers } from "./serve";

/** Columns of `orders` that only the page of one customer reads. */
const DETAIL_COLUMNS = ["productName", "productId"];

/** Answers the page's questions about the data that the session has open. */
export function analysisHandlers(session: AnalysisSession): Handlers<AnalysisCalls> {
  return {
    open: async ({ workspace }) => dataSummary(await session.open(workspace)),
    facets: async () => {
      const { manifest } = session.data;
      return dataFacets(await session.data.input([facetNeeds(manifest)]), manifest);
    },
    extent: async ({ entity, column: id, kind }) => {
      const tables = await session.data.input([{ [entity]: [id] }]);
      const column = tables[entity]?.columns.get(id);
      return column === undefined ? null : columnExtent(column, kind);
    },
    identity: () => session.identity(),
    run: (input, context) => session.run(input, context),
    one: (input, context) => session.one(input, context),
    listed: (input, context) => session.listed(input, context),
    cases: async (question, context) => {
      const { cell } = question;
      const only = cell === null ? null : await session.caseRows(cell, question.scope, context);
      const { input, ambient } = await session.prepare(question.scope, [CASE_NEEDS], context);
      const { customerRows } = ambient;
      return caseDesk(input, question, { customerRows, only, casework: session.casework });
    },
    savings: async (question, context) => {
      const { input, ambient } = await session.prepare(question.scope, [SAVING_NEEDS], context);
      return savingBoard(input, question, ambient.customerRows);
    },
    segments: async (question, context) => {
      const kept = [...session.segments.values()].map(({ makeup }) => makeup);
      const { draft, groups } = question;
      const makeups = [...kept, ...groups, ...(draft === null ? [] : [draft])];
      const needs = segmentNeeds(makeups);
      const { input } = await session.prepare({ ...question.scope, filters: [] }, [needs], context);
      const scores = modelScoresOf(makeups, session.segments);
      const said = await session.said(scores, question.scope, context);
      return segmentSizes(input, session.segments, question, said);
    },
    ...customerHandlers(session),
  };
}

type CustomerCalls = Pick<
  AnalysisCalls,
  | "customers"
  | "customersListed"
  | "customer"
  | "customerChange"
  | "grade"
  | "suggest"
  | "customersFile"
>;

/** What the pages of customers ask. */
function customerHandlers(session: AnalysisSession): Handlers<CustomerCalls> {
  const searchIndex = indexOnce(session);
  const narrowed = async (query: CustomerQuery, context: CallContext): Promise<Narrowing> => ({
    members: query.cell === null ? null : await session.members(query.cell, query.scope, context),
    index: query.search === "" ? null : await searchIndex(context),
  });
  return {
    customers: async (query, context) => {
      const narrowing = await narrowed(query, context);
      const { input, ambient } = await session.prepare(query.scope, [CUSTOMER_NEEDS], context);
      return customerPage(input, ambient, query, narrowing);
    },
    customersListed: async (query, context) => {
      const narrowing = await narrowed(query, context);
      const { input, ambient } = await session.prepare(query.scope, [CUSTOMER_NEEDS], context);
      return listedCustomers(input, ambient, query, narrowing);
    },
    customer: async ({ row, scope }, context) => {
      const needs = { orders: DETAIL_COLUMNS, customers: session.data.columnIds("customers") };
      const asked = [CUSTOMER_NEEDS, DEPARTURE_NEEDS, needs];
      const { input, ambient } = await session.prepare(scope, asked, context);
      return new Moved(customerDetail(input, ambient, row, session.data.described("customers")));
    },
    customerChange: async ({ row, scope }, context) => {
      const { input, ambient } = await session.prepare(scope, [CUSTOMER_NEEDS], context);
      const last = lastOrderImport(session.data.manifest.imports, input.orders.rowCount);
      return customerChange(input, ambient, row, last);
    },
    grade: async ({ row, params, scope }, context) => {
      const { needs, uses, params: known } = GRADE_ANALYSIS;
      const { input, ambient } = await session.prepare(scope, [needs, uses], context);
      return drive(gradeCard(input, ambient, resolveParams(known, params), row), context);
    },
    suggest: async ({ text, limit, scope }, context) => {
      const index = await searchIndex(context);
      const { input, ambient } = await session.prepare(scope, [CUSTOMER_NEEDS], context);
      const sales = knownSales(customerScores(input, ambient));
      return suggestCustomers(input.customers, index, sales, { text, limit });
    },
    customersFile: async (query, context) => {
      const narrowing = await narrowed(query, context);
      const asked = [CUSTOMER_NEEDS, { customers: session.data.columnIds("customers") }];
      const { input, ambient } = await session.prepare(query.scope, asked, context);
      const stored = [...session.data.described("customers").values()];
      const sight = { tables: input, sighted: ambient, narrowing };
      const sheet = customersSheet(sight, stored, query);
      return sheetBlob(sheet, query.format, async (rows) => {
        context.progress({ rows });
        await nextTurn();
        if (context.signal.aborted) throw cancelled();
      });
    },
  };
}

/** Readings of names are slow to look up, so they are made once a generation, when somebody first searches. */
function indexOnce(session: AnalysisSession): (context: CallContext) => Promise<SearchIndex> {
  let made: { readonly generation: string; readonly index: SearchIndex } | null = null;
  return async (context) => {
    const { generation } = session.data.manifest;
    if (made?.generation === generation) return made.index;
    const { customers } = await session.data.input([CUSTOMER_NEEDS]);
    const index = await drive(buildSearchIndex(customers, await loadRomanise()), context);
    made = { generation, index };
    return index;
  };
}
