"""The parts that official documents share, in the order in which they stand on the page."""

from reportgen.drafting.markup import paragraph, run

BLANK, BLANK_KEPT = paragraph("Blank"), paragraph("BlankKept")


def blank(count: int = 1) -> str:
    """空 N 行 (3.2): that many real lines."""
    return BLANK * count


def body(text: str) -> str:
    return paragraph("BodyText", text)


def tag(text: str) -> str:
    """A paragraph that holds nothing but a tag and goes when the template is filled; told by its indent."""
    return paragraph("BodyText", text)


def when(condition: str, *content: str, otherwise: str = "") -> str:
    """Paragraphs that stand only under a condition."""
    other = tag("{%p else %}") + otherwise if otherwise else ""
    return f"{tag(f'{{%p if {condition} %}}')}{''.join(content)}{other}{tag('{%p endif %}')}"


def each(loop: str, *content: str) -> str:
    """Paragraphs once for every item: `loop` is “段 in 行文.总体要求”."""
    return f"{tag(f'{{%p for {loop} %}}')}{''.join(content)}{tag('{%p endfor %}')}"


def chapter(name: str, *, kept_end: bool = False) -> str:
    """The paragraphs of a chapter of 行文; a heading of one runs in, in its own face (7.3.3 second level).

    With `kept_end` the last paragraph stays on the page of what follows (so that no signature stands alone).
    """
    pieces = (
        "{% if 段.标题 %}",
        run("（{{ 段.序号|汉字数字 }}）{{ 段.标题 }}。", "RunInHeading"),
        "{% endif %}{{ 段.内容 }}",
    )
    text = paragraph("BodyText", *pieces)
    if kept_end:
        text = when("loop.last", paragraph("BodyKept", *pieces), otherwise=text)
    return each(f"段 in 行文.{name}", text)


def optional_chapter(name: str, *, kept_end: bool = False) -> str:
    """A chapter that a ledger may leave out."""
    return when(f"行文.{name} is defined", chapter(name, kept_end=kept_end))


def heading(text: str) -> str:
    return paragraph("Heading1", text)


def opening_lines() -> str:
    """份号, 密级, 紧急程度 (7.2.1–7.2.3): always three lines, empty or not, so that the mark keeps its place."""
    urgency = "{% if 公文.紧急程度 %}{{ 公文.紧急程度 }}{% endif %}"
    return when(
        "公文.份号 or 公文.密级",
        paragraph("CopyNumber", "{% if 公文.份号 %}{{ 公文.份号 }}{% endif %}"),
        paragraph("Classification", "{% if 公文.密级 %}{{ 公文.密级 }}{% endif %}"),
        paragraph("Urgency", urgency),
        otherwise=paragraph("Urgency", urgency) + blank(2),
    )


def mark() -> str:
    """发文机关标志 (7.2.4) and the two empty lines below it."""
    return opening_lines() + paragraph("Mark", "{{ 公文.发文机关标志 }}") + blank(2)


def headline() -> str:
    """标题 two lines below the red line (7.3.1), and one empty line."""
    return blank(2) + paragraph("Headline", "{{ 公文.标题 }}") + blank()


def recipients() -> str:
    return paragraph("Recipients", "{{ 公文.主送机关|机关 }}：")


def attachments(*names: str) -> str:
    """附件说明 (7.3.4), one empty line below the text."""
    if len(names) == 1:
        return BLANK_KEPT + paragraph("AttachmentsOnly", f"附件：{names[0]}")
    first, *others = (f"{number}.{name}" for number, name in enumerate(names, 1))
    listed = "".join(paragraph("AttachmentsNext", name) for name in others)
    return BLANK_KEPT + paragraph("AttachmentsFirst", f"附件：{first}") + listed


def attachment_head(label: str, title: str, *, first: bool) -> str:
    """附件标识 on line 1 and its title on line 3 of a new page (7.3.7); the first of a section has its page already."""
    style = "AttachmentLabelFirst" if first else "AttachmentLabel"
    return paragraph(style, label) + BLANK_KEPT + paragraph("AttachmentTitle", title) + BLANK_KEPT


def signature() -> str:
    """署名 and 成文日期, kept together: sealed with two lines of room for the seal (7.3.5.1), else one (7.3.5.2)."""
    name, date = "{{ 公文.署名 }}", "{{ 公文.成文日期|公文日期 }}"
    unsealed = paragraph("SignatureUnsealed", name) + paragraph("DateUnsealed", date)
    sealed = BLANK_KEPT + paragraph("SignatureSealed", name) + paragraph("DateSealed", date)
    return BLANK_KEPT + when("公文.加盖印章", sealed, otherwise=unsealed)
