"""The yardstick: the same templates and ready data through docxtpl alone, with no check of anything.

`python bench/bare.py TEMPLATES VALUES.json OUT`
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from reportgen.wording import FILTERS

templates, values, out = (Path(argument) for argument in sys.argv[1:])
environment = Environment(autoescape=True)
environment.filters.update(FILTERS)
for kind, context in json.loads(values.read_text("utf-8")).items():
    template = DocxTemplate(templates / kind / "template.docx")
    template.render(context, environment)
    template.save(out / f"{kind}.docx")
