"""docs/excel.md: the columns, their other names, and the rules by which cells are read.

`python -m reportgen.exchange.reference docs/excel.md` writes it anew; a test fails when it is stale.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.exchange.columns import SHEETS, Column
from reportgen.exchange.reading_dates import DEADLINE_WORDS
from reportgen.exchange.reading_words import HARMLESS, STATUS_WORDS

_INTRODUCTION = """\
# 台账与 Excel

```
reportgen ledger export 台账.xlsx          # 导出：台账、统计、三个清单
reportgen ledger import 台账.xlsx --dry-run # 看看会改什么，不写入
reportgen ledger import 台账.xlsx          # 列出改动，确认后写入；原文件留一份在 data/backup
reportgen ledger split 下发 --due 2022-07-22 # 下发：每个牵头单位一个工作簿
reportgen ledger collect 收回               # 汇总：没有争议的写入，冲突列出来
```

## 导出的表

- “整改台账”一行一条措施，属于问题的单元格合并；A4 横向打印到“进展情况”为止，右边的列收在分级里，点“+”展开。
- “统计”“三个清单”只供查看，导入时不读；“子问题”一行一个子问题。
- 逾期的标红，临期的标黄（按打开那天算，`--within` 改天数）；已完成、长期坚持的不标。
- 最左边隐藏的“行标识”说明这一行是台账里的哪一条，不要改；插入的新行没有标识，按序号归到问题里。
- 一格最多 32767 字，超过的会报告，不会截断。

## 导入的规则

只认下面列出的写法；不按原样读的，改动清单里写明读成了什么；其余的报告是哪张表哪一格，全部改好才写入。

- 读哪些表：自己导出的只读“整改台账”“子问题”，别的表说明没有读；别的工作簿，每张有表头的表都读，没有表头的说明没有读。
- 表头：前 30 行里认得出列名最多的一行（也可以是两行），要有“序号”和“反馈问题”或“整改措施”。列名对照见下；
  列名后面的括号可以不管。不认识的列、没有表头的列没有读，并且说明；两列是同一项的报告。
- 序号、问题各列：只从合并的单元格往下填；没有合并又空着序号的行会报告，不猜它属于哪个问题。
- 没有“方面”列的表：只写着某个方面的一行（如“一、整改任务落实方面”）管它下面的各行，用方面命名的工作表管整张表。
- 自己导出的表记着导出时的值：表里没有动、台账后来改过的，保留台账现在的；两边都改了的是冲突，报告，不写入。
- 写入以前要确认；不在终端里（例如由别的程序调用）要加 `--yes`。下发给单位的表不能导入，用 `collect` 汇总。
- 空单元格：自己导出的表，删空就是去掉这一项；别的表，空着的不改台账。
- 责任领导、牵头单位、责任单位、整改时限、完成日期：没有合并、各行又不同的，读作各条措施的。
- 一格里写了几条措施：每行以 1. 2. 3.、（1）（2） 或 ①② 开头、从 1 起连续的，拆开；各行的措施这样连着编号的，去掉编号；否则算一条。
- 台账里没有的序号是新问题，按序号加在最后；措施先按标识、再按相同的文字、再按同一位置上相近的文字对应，其余的是新措施；
  子问题按标识、按标题对应。表里没有的问题、措施、子问题不删除，并且说明。
- 自己导出的表：问题、措施改过序号、换过位置也认得；改写过、删除过的报告。整行复制后改了文字的，是新的一行。
- 一项在几行、几张表里写得不一样的报告；序号和台账里别的问题的标题对上的报告。
- 隐藏的行、列、表也读，并且说明；重复的表头、表尾的说明、合计行、只有序号的行不读，并且说明。
- 公式取算好的值；没有算出的、出错的会报告。

| 内容 | 认得的写法 |
|---|---|
| 文字 | 不间断空格、制表符当作空格，换行各式各样的都当作分段，每行首尾的空格和零宽字符去掉；数和日期照写；控制字符报告 |
| 标题 | 格里的换行去掉 |
| 序号 | 从 1 起的整数；全角数字；（3）、3、、3.、第3号、003 |
| 日期 | 日期格式；2022-5-31、2022.5.31、2022/5/31、2022年5月31日（后面可带“前”“前完成”）、20220531；全角数字；日期序号。2000 至 2099 年以外的报告 |
| 月底、年底 | 2022年5月底、2022年5月末、2022年底，读作最后一天。只写“2022年5月”“5月底”的报告 |
| 单位 | 一行一个，或用、；，分开（括号里的不分）；都是名单里的单位时也可以用空格分开 |
| 佐证材料 | 一行一项，或用、；分开（括号、书名号里的不分；台账里原有的一行不分） |
| 公开分述 | 一行一项 |
| 方面等名单 | 名单里的词；前面可带“一、”“（一）”“1.” |
"""

_CLOSING = """
## 下发和汇总

- `split` 按牵头单位（或 `--by 责任单位`、`--by 专项整改组`）各做一个工作簿：封面写明时限和要求，只有本单位的行，
  只能填有底色的格。下发了什么记在 `data/dispatch/`，不要删除、不要改。再下发一次，以前下发的表就不再收。
- `collect` 逐格比较三样东西：下发时的、台账现在的、交回来的。只有单位改过的，写入；台账也改过、改得不一样的，
  是冲突，列出单位、问题、字段和三个值，不动台账；几个单位填得不一样的也是冲突。
- 采用后台账会出错的（例如写了“已完成”没有完成日期），这个问题的改动暂不采用，列出原因，不影响别的问题。
- 没交的，提醒；一个单位交了几份的、不是下发的、以前下发的、打不开的，列出名称，没有采用（算错误，别的照样写入）。
  文件名、所在的子文件夹可以随便改；不是电子表格的文件说明没有读。采用过的记在下发记录里，重复汇总不会再改动，整改办后来改正的也不会被改回去。
- 改了锁定的格、加了行、删了行的，说明没有采用；看不懂的、几行写得不一样的格，列出来，不影响别的格。
- 下发以后，问题和措施可以移动、改序号；标题或措施的文字改写了的，交回来的那一行对不上，列出来，要自己在台账里改。
- 状态变动记在完成日期那一天；没有完成日期的，记在 `--on` 那一天（不写是今天）。来源是交回的工作簿。

## 销号和状态记录

```
reportgen ledger close 申请 3                        # 要有佐证材料：同名文件放在 data/evidence/03
reportgen ledger close 复核 3 --by 市委督查室 --opinion 同意销号
reportgen ledger close 批准 3 --by 市委书记
reportgen ledger close 销号 3
reportgen ledger close 退回 3 --why 依据不足            # 申请以后、销号以前
reportgen ledger close 重开 3 --why 问题反弹            # 销号以后
reportgen ledger record --why 月度调度               # 直接在 issues.yaml 里改了状态的，补记
```

- 次序是 已完成 → 申请 → 复核 → 批准 → 销号，不能跳步（在台账里直接写也不能）；`--on` 写办理日期，不写是今天，
  不能早于这个问题上一次变动。几个问题一起办，有一个不能办就都不办。
- 申请时记下每个佐证材料文件的大小和 SHA-256；以后文件不见了、换了，`validate` 会报告，也不能再往下办；
  生成文书时只查文件在不在、大小变没变。
- 退回、重开以后是正在整改，完成日期和销号各项从台账里去掉，经过留在状态记录里。
- `data/journal.yaml` 一行记一次状态变动：日期、问题、原状态、新状态、事由、来源、材料。导入、汇总、办理时自动记，
  只在末尾添加。文书和统计里某一天的状态由它得出；台账里的状态和它不一致，是错误。
"""


def reference() -> str:
    """The page."""
    return "".join([_INTRODUCTION, *_words(), *_columns(), _CLOSING])


def _words() -> Iterator[str]:
    yield "\n| 读作 | 认得的写法 |\n|---|---|\n"
    for words in (STATUS_WORDS, DEADLINE_WORDS):
        for meaning, said in _by_meaning(words).items():
            yield f"| {meaning} | {'、'.join(said)} |\n"
    yield f"\n整改状态后面可以再写日期（3月25日、2022.3.25），或者 {'、'.join(HARMLESS)}，这些话不录入；写别的话的，报告。\n"


def _by_meaning(words: Mapping[str, object]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for said, meaning in words.items():
        kind = "整改时限" if words is DEADLINE_WORDS else "整改状态"
        found.setdefault(f"{kind}：{meaning}", []).append(said)
    return found


def _columns() -> Iterator[str]:
    for sheet, columns in SHEETS.items():
        yield f"\n## 列：{sheet}\n\n| 列 | 也认得 | 单位填 |\n|---|---|---|\n"
        yield from map(_row, columns)


def _row(column: Column) -> str:
    others = [name for name in dict.fromkeys(column.aliases) if name != column.heading]
    return f"| {column.heading} | {'、'.join(others)} | {'填' if column.filled else ''} |\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
