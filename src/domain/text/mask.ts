const SURNAME_AND_TITLE =
  /[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文](?=经理|經理|总|總|先生|女士|小姐|老师|老師|主管|师傅|師傅|主任|店长|店長|工)/gu;

/** A quotation without what names people: numbers of five digits and more, addresses of mail, surnames before a title, own names. */
export function masked(text: string, names: readonly string[]): string {
  const own = names
    .filter((name) => name.length >= 2)
    .reduce((rest, name) => rest.replaceAll(name, "＊＊"), text);
  return own
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/gu, "＊＊")
    .replace(/\d[\d\s-]{4,}\d/gu, "＊＊")
    .replace(/\b(Mr|Mrs|Ms|Dr)\.?\s+[A-Z][a-z]+/gu, "$1 ＊")
    .replace(SURNAME_AND_TITLE, "＊");
}
