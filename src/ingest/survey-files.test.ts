import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUESTION_KINDS } from "../domain/question";
import { columnOf, isMissing, textAt, type Table } from "../kernel/table/column";
import { assemble } from "./assemble";
import { inspectFile } from "./inspect";
import { defaultPlan } from "./plan-default";
import type { SheetRead } from "./plan";
import { readSheet } from "./read";

async function readText(text: string): Promise<SheetRead> {
  const file = new File([text], "survey.csv");
  const inspection = await inspectFile(file);
  expect(inspection.sheets[0]?.entity).toBe("surveys");
  return readSheet(file, defaultPlan(inspection, 0)!);
}

type Plain = Record<string, string | number | null>;

function rowsOf(table: Table, ids: readonly string[]): Plain[] {
  return Array.from({ length: table.rowCount }, (_, row) => {
    const plain: Plain = {};
    for (const id of ids) {
      const column = table.columns.get(id);
      if (column === undefined || isMissing(column, row)) plain[id] = null;
      else plain[id] = column.kind === "dictionary" ? textAt(column, row) : column.values[row]!;
    }
    return plain;
  });
}

const WIDE = `客户名称,填写日期,您有多大可能推荐我们？(0-10),总体满意度,产品质量满意度,产品质量的重要性,交货费力程度,意见建议,区域
恒信,2025-06-01,9,非常满意,5,4,2,交货比以前快,华东
盛达,2025-06-02,6,不满意,3,5,4,,华南
恒信,2025-06-03,,一般,99,,不好说,都好,华东
`;

describe("a survey with one column a question", () => {
  it("becomes one row an answer, blanks included, with kind and scale of each question", async () => {
    const { table, rowsRead, rowsKept, issues } = await readText(WIDE);
    expect([rowsRead, rowsKept, table.rowCount]).toEqual([3, 3, 18]);
    const first = rowsOf(table, [
      "question",
      "questionKind",
      "dimension",
      "scaleMin",
      "scaleMax",
      "isReversed",
    ]);
    expect(first.slice(0, 6).map((row) => Object.values(row))).toEqual([
      ["您有多大可能推荐我们？(0-10)", "nps", "您有多大可能推荐我们?", 0, 10, 0],
      ["总体满意度", "csat", "总体满意度", 1, 5, 0],
      ["产品质量满意度", "dimension", "产品质量", 1, 5, 0],
      ["产品质量的重要性", "importance", "产品质量", 1, 5, 0],
      ["交货费力程度", "ces", "交货费力程度", 1, 5, 1],
      ["意见建议", "text", "意见建议", 1, 5, 0],
    ]);
    const answers = rowsOf(table, ["response", "score", "text"]).map((row) => Object.values(row));
    expect(answers).toEqual([
      [0, 9, null],
      [0, 5, null],
      [0, 5, null],
      [0, 4, null],
      [0, 2, null],
      [0, null, "交货比以前快"],
      [1, 6, null],
      [1, 2, null],
      [1, 3, null],
      [1, 5, null],
      [1, 4, null],
      [1, null, null],
      [2, null, null],
      [2, 3, null],
      [2, null, "99"],
      [2, null, null],
      [2, null, "不好说"],
      [2, null, "都好"],
    ]);
    const unread = issues.counts.filter(({ code }) => code === "score-unreadable");
    expect(unread.map(({ column, count }) => [column, count])).toEqual([
      ["产品质量满意度", 1],
      ["交货费力程度", 1],
    ]);
  });

  it("repeats what is said of the questionnaire, and links its customers", async () => {
    const { surveys, customers } = assemble(null, [await readText(WIDE)], "append");
    expect(customers.table.rowCount).toBe(2);
    const rows = rowsOf(surveys!.table, ["customer", "attr:区域"]);
    expect(rows[0]).toEqual({ customer: "恒信", "attr:区域": "华东" });
    expect(rows[17]).toEqual({ customer: "恒信", "attr:区域": "华东" });
    expect(rows[6]).toEqual({ customer: "盛达", "attr:区域": "华南" });
  });

  it("keeps questionnaires of two imports apart", async () => {
    const read = await readText(WIDE);
    const once = assemble(null, [read], "append");
    const { surveys } = assemble(once, [read], "append");
    const responses = columnOf(surveys!.table, "response", "float64")!.values;
    expect(new Set(responses).size).toBe(6);
    expect(Math.max(...responses)).toBe(5);
  });

  it("tells seven steps from five by their words", async () => {
    const words = ["非常满意", "满意", "比较满意", "一般", "不太满意", "不满意", "非常不满意"];
    const { table } = await readText(
      `客户,服务满意度\n${words.map((word, i) => `客户${i},${word}`).join("\n")}\n`,
    );
    expect(rowsOf(table, ["score", "scaleMax"]).map((row) => Object.values(row))).toEqual(
      words.map((_, i) => [7 - i, 7]),
    );
  });

  it("loses no answer whatever the answers are", async () => {
    const answer = fc.constantFrom("", "1", "4", "5", "5 非常满意", "满意", "不知道", "3分");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(answer, answer), { minLength: 3, maxLength: 20 }),
        async (rows) => {
          // enough clean answers that the columns are surely questions
          const clean = Array.from({ length: 60 }, (_, i) => [String((i % 5) + 1), "4"]);
          const lines = [...clean, ...rows];
          const text = `客户,价格满意度,服务满意度\n${lines.map((line, i) => `C${i},${line.join(",")}`).join("\n")}\n`;
          const { table } = await readText(text);
          expect(table.rowCount).toBe(lines.length * 2);
          const given = rowsOf(table, ["score", "text"]);
          lines.flat().forEach((cell, at) => {
            const { score, text: kept } = given[at]!;
            expect(score !== null || kept !== null).toBe(cell !== "");
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});

const LONG = `答卷编号,客户名称,题目,得分,评价内容
A1,恒信,您愿意向朋友推荐我们吗,10,
A1,恒信,包装,满意,
A2,盛达,您愿意向朋友推荐我们吗,3,太慢
A2,盛达,包装,4 满意,
A3,盛达,包装,,
`;

describe("a survey with one row an answer", () => {
  it("learns kind and scale of each question from its words and answers", async () => {
    const { table, issues } = await readText(LONG);
    const rows = rowsOf(table, [
      "response",
      "question",
      "questionKind",
      "score",
      "scaleMax",
      "text",
    ]);
    expect(rows.map((row) => Object.values(row))).toEqual([
      [0, "您愿意向朋友推荐我们吗", "nps", 10, 10, null],
      [0, "包装", "dimension", 4, 5, null],
      [1, "您愿意向朋友推荐我们吗", "nps", 3, 10, "太慢"],
      [1, "包装", "dimension", 4, 5, null],
      [2, "包装", "dimension", null, 5, null],
    ]);
    expect(issues.counts).toEqual([]);
  });

  it("takes kind, scale and direction that the file says", async () => {
    const said = `客户,题目,题型,得分,最低分,满分,反向计分\n甲,投诉处理费力吗,CES,6,1,7,是\n乙,投诉处理费力吗,CES,2,1,7,是\n`;
    const { table } = await readText(said);
    const ids = ["questionKind", "score", "scaleMin", "scaleMax", "isReversed"];
    expect(rowsOf(table, ids).map((row) => Object.values(row))).toEqual([
      ["ces", 6, 1, 7, 1],
      ["ces", 2, 1, 7, 1],
    ]);
    const kinds = columnOf(table, "questionKind", "dictionary")!.dictionary;
    expect(kinds).toEqual(QUESTION_KINDS);
  });
});
