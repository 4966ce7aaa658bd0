"""A theme that nothing refers to: Word wants the part, styles name their faces and colours themselves."""

from reportgen.standard import FONTS

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F1F1F",
    "lt2": "F2F2F2",
    "accent1": "C00000",
    "accent2": "7F7F7F",
    "accent3": "A6A6A6",
    "accent4": "595959",
    "accent5": "404040",
    "accent6": "262626",
    "hlink": "000000",
    "folHlink": "000000",
}
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_PLAIN}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml() -> str:
    """The part word/theme/theme1.xml."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    faces = f'<a:latin typeface="{FONTS.western}"/><a:ea typeface="{FONTS.body}"/><a:cs typeface=""/>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
