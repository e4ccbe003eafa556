import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companyForm, identityForm, phoneForm } from "./customer-name";

describe("identityForm", () => {
  it("does not see width, case and blanks", () => {
    expect(identityForm(" ＡＣＭＥ　Trading ")).toBe(identityForm("acme  trading"));
    expect(identityForm("华 为 技术")).toBe("华为技术");
    expect(identityForm("acme trading")).not.toBe(identityForm("acmetrading"));
  });
  it("changes nothing when applied twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(identityForm(identityForm(text))).toBe(identityForm(text));
      }),
    );
  });
  it("of a text with one unit is what Unicode says, whatever the unit", () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const text = String.fromCharCode(unit);
      const plain = text.normalize("NFKC").trim().toLowerCase();
      if (!/\s/.test(plain)) expect(identityForm(text)).toBe(plain);
    }
  });
});

describe("companyForm", () => {
  it.each([
    ["上海百事食品有限公司", "上海百事食品"],
    ["上海百事食品股份有限公司", "上海百事食品"],
    ["上海百事食品有限责任公司", "上海百事食品"],
    ["上海百事（中国）有限公司", "上海百事中国"],
    ["台積電（股）公司", "台積電"],
    ["Acme Co., Ltd.", "acme"],
    ["ACME Company Limited", "acme"],
    ["Müller GmbH", "müller"],
    ["Orchid Pte. Ltd.", "orchid"],
    ["公司", "公司"],
    ["Inc", "inc"],
    ["AS Roma", "asroma"],
    ["Texaco", "texaco"],
  ])("reads %s as %s", (name, form) => {
    expect(companyForm(name)).toBe(form);
  });
  it("is never empty for a name with a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        if (/[\p{L}\p{N}]/u.test(identityForm(text))) expect(companyForm(text)).not.toBe("");
        else expect(companyForm(text)).toBe(identityForm(text));
      }),
    );
  });
});

describe("phoneForm", () => {
  it.each([
    ["138-0013-8000", "13800138000"],
    ["+86 138 0013 8000", "13800138000"],
    ["0086 (21) 6221 0000 转 8", "2162210000"],
    ["021-62210000", "2162210000"],
    ["12345", ""],
    ["—", ""],
  ])("reads %s as %s", (text, form) => {
    expect(phoneForm(text)).toBe(form);
  });
});
