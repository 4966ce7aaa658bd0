"""python -m reportgen.drafting templates/: write templates/<kind>/template.docx."""

import sys
from pathlib import Path

from reportgen.drafting import notice, plan, report

TEMPLATES = {"plan": plan.plan, "report": report.report, "notice": notice.notice}


def main(folder: Path) -> None:
    for ident, draft in TEMPLATES.items():
        path = folder / ident / "template.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draft().to_bytes())
        print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "templates"))
