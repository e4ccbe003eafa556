import type { FileErrorCode, ForeignType } from "../../../ingest/plan";
import { grouped } from "../../number-words";

/** What happened and what to do, for each code that a file or the storage can fail with. */
export const failures = {
  file: {
    E_FILE_EMPTY: ["文件是空的。", "请确认导出是否成功，再选一次。"],
    E_FILE_CHANGED: ["读取的时候文件变了或被移走了。", "请关闭正在编辑它的程序，再选一次。"],
    E_FILE_TOO_LARGE: ["文件太大。", "CSV最大2GB，Excel最大300MB；请按年份分成几个文件导出。"],
    E_BINARY: ["这不是表格文件。", "请另存为CSV或Excel（.xlsx）后再导入。"],
    E_UNSUPPORTED_TYPE: [
      "还读不了这种文件。",
      "请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”或“CSV UTF-8”后再导入。",
    ],
    E_ENCODING: ["文字的编码认不出来。", "请在Excel里另存为“CSV UTF-8”后再导入。"],
    E_ENCODING_MIXED: [
      "文件里混用了两种编码。",
      "多半是两个文件拼在了一起；请分别导入，或在Excel里重新另存为“CSV UTF-8”。",
    ],
    E_ENCODING_TRUNCATED: ["文件在一个字的中间断了。", "导出可能没有完成，请重新导出。"],
    E_CSV_UNBALANCED: ["有一个引号没有成对。", '请在那一行补上或删去多余的引号（"）后再导入。'],
    E_FIELD_TOO_LONG: ["有一格超过1MB。", "多半是引号没有成对，把后面的内容都并进了一格。"],
    E_TOO_MANY_COLUMNS: ["超过2,000列。", "请检查分隔符，或删去不用的列。"],
    E_TOO_MANY_ROWS: ["超过两千万行。", "请按年份分成几个文件导入。"],
    E_ZIP_LIMIT: ["这个Excel文件解开后大得不正常。", "请在Excel里打开并另存一份，再导入。"],
    E_ZIP_INVALID: ["Excel文件损坏，打不开。", "请在Excel里打开并另存一份；打不开就重新导出。"],
    E_XML_FORBIDDEN: ["Excel文件里有不该有的内容。", "请在Excel里打开并另存一份，再导入。"],
    E_XLSX_INVALID: ["Excel文件的内容不完整。", "请在Excel里打开并另存一份，再导入。"],
    E_XLSX_ENCRYPTED: ["Excel文件设了密码。", "请在Excel里去掉打开密码，另存后再导入。"],
    E_XLSX_NO_SHEETS: ["Excel文件里没有工作表。", "请确认选对了文件。"],
    E_LIMIT: ["文件超出了能读的范围。", "请分成几个小一点的文件导入。"],
    E_NO_ROWS: ["只有表头，没有数据。", "请确认导出时选了日期范围。"],
    E_CANCELLED: ["已取消，什么也没有保存。", "需要时可以重新导入。"],
  } satisfies Record<FileErrorCode, readonly [string, string]>,
  /** What a file is that is no table, and what to do with it. */
  foreign: {
    archive: ["这是一个压缩包。", "请先解压，再把里面的表格拖进来，可以一次拖多个。"],
    database: ["这是数据库文件。", "请在原来的软件里把表导出为Excel（.xlsx）或CSV，再导入。"],
    docx: [
      "这是文字文档，不是表格。",
      "请把里面的表格复制到Excel或WPS表格，另存为“Excel工作簿（.xlsx）”后再导入；也可以直接粘贴。",
    ],
    html: [
      "这是一个网页，只是文件名像Excel。",
      "请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再导入；在导出它的系统里选.xlsx或CSV更好。",
    ],
    image: [
      "这是一张图片。",
      "请导入图片所依据的表格文件；手机上可以用WPS的“图片转表格”，核对后存为.xlsx。",
    ],
    json: [
      "这是JSON数据。",
      "请在导出它的系统里选CSV或Excel；也可以用Excel的“数据 → 获取数据 → 从JSON”打开，再另存为.xlsx。",
    ],
    mail: ["这是一封邮件。", "请打开邮件，把附件里的表格存下来，再导入那个文件。"],
    media: ["这是音频或视频。", "请选择表格文件：.xlsx、.xls、.ods或CSV。"],
    numbers: [
      "这是苹果Numbers表格。",
      "请在Numbers里选“文件 → 导出为 → Excel”，再导入导出的文件。",
    ],
    office: ["这种办公文件读不了。", "请用原来的软件打开，另存为“Excel工作簿（.xlsx）”后再导入。"],
    parquet: ["这是Parquet数据文件。", "请导出为CSV后再导入。"],
    pdf: [
      "这是PDF，里面的表格读不准。",
      "请向出具它的系统或同事要Excel或CSV；也可以用Excel的“数据 → 获取数据 → 从PDF”取出表格，核对后另存为.xlsx。",
    ],
    pptx: ["这是演示文稿，不是表格。", "请导入图表所依据的表格文件。"],
    rtf: ["这是文字文档，不是表格。", "请把里面的表格复制到Excel或WPS表格，另存为.xlsx后再导入。"],
    spreadsheetml: [
      "这是2003年的XML格式的表格。",
      "请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再导入。",
    ],
    xls: [
      "这是很旧的Excel格式（4.0或更早）。",
      "请用Excel、WPS或LibreOffice打开，另存为“Excel工作簿（.xlsx）”后再导入。",
    ],
    xml: [
      "这是XML数据。",
      "请在导出它的系统里选Excel或CSV；能用Excel打开的话，另存为.xlsx后再导入。",
    ],
  } satisfies Record<ForeignType, readonly [string, string]>,
  storage: {
    E_WORKER_STALLED: [
      "读这个文件时卡住了，已经停下；什么也没有保存，其他数据没有变。",
      "请再试一次；仍然不行时，请用Excel打开并另存一份再导入。",
    ],
    E_QUOTA: [
      "空间不够，没有保存；原有的数据没有变。",
      "请腾出一些磁盘空间，或撤销不用的导入后再试。",
    ],
    E_DB_BLOCKED: [
      "另一个标签页还开着这些数据，浏览器没有放手。",
      "请关闭这个网站的其他标签页；要删除的会在那之后自动删掉。",
    ],
    E_DB_CLOSED: [
      "浏览器断开了存放数据的地方。",
      "请再试一次；仍然不行时重新打开这个页面，数据还在。",
    ],
    E_DB_CORRUPT: [
      "存下的内容和当初写入的不一样，没有动它。",
      "能读的部分照常可用；请保留原始表格，可以重新导入。",
    ],
    E_DB_LOST: [
      "先前存在这里的数据不见了。",
      "请不要清除网站数据；先到“数据”页看看还有什么，再用原始表格重新导入。",
    ],
    E_DB_NEWER: ["这些数据是更新的版本写的，这个页面太旧。", "请重新打开页面，换到新版本。"],
    E_PRIVATE_MODE: ["浏览器在这里不让存数据（可能是无痕窗口）。", "请用普通窗口打开。"],
    E_DISK_FULL_OPEN: ["磁盘满了，打不开数据；数据还在。", "请腾出一些磁盘空间后再试。"],
    E_MEMORY: ["内存不够，没有保存；原有的数据没有变。", "请关闭一些程序或标签页后再试。"],
    E_WORKER_CRASHED: ["后台计算中断了，已经重新启动；原有的数据没有变。", "请再试一次。"],
    E_WORKER_BUILD: ["程序已经更新，这个页面还是旧的。", "请重新打开页面；数据没有变。"],
    E_WORK_INCOMPLETE: [
      "您自己写的内容没有读全，所以没有往里写。",
      "请先在上面决定是否用现有的继续。",
    ],
    E_LOCKED_BY_TAB: ["另一个窗口正在导入。", "等它完成后再试。"],
    E_STALE_TAB: ["数据刚在另一个窗口里更新过。", "请刷新页面后再导入。"],
  } as Readonly<Record<string, readonly [string, string]>>,
  /** Megabytes. */
  space: (p: { needed: number; free: number }) =>
    `这次导入大约要${grouped(p.needed)}MB，现在只剩${grouped(p.free)}MB。`,
  unknown: {
    what: "出了意料之外的问题，什么也没有保存；原有的数据没有变。",
    advice: (p: { code: string }) => `请再试一次；仍然不行时，请把代码${p.code}告诉我们。`,
  },
  row: (p: { row: number }) => `第${grouped(p.row)}行。`,
};

export type FailureMessages = typeof failures;
