"""JSON Schemas for the data files, generated from the model, so that an editor completes the Chinese keys.

`python -m reportgen.ledger.schema data/schema` writes them anew; a test fails when they are stale.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from reportgen.ledger.load import MODELS
from reportgen.terms import TERMS

_MEANINGS: dict[str, set[str]] = {}
for _term in TERMS:
    _MEANINGS.setdefault(_term.chinese, set()).add(_term.meaning)


def schema(file: str) -> dict[str, Any]:
    """The schema of one data file, with the meaning of every key."""
    found = MODELS[file].model_json_schema(by_alias=True, mode="validation", schema_generator=GenerateJsonSchema)
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    _explain(found)
    return found


def _explain(node: Any) -> None:
    """Titles that only repeat the key, and defaults, go; meanings come in; code's own words stay out."""
    if isinstance(node, list):
        for child in node:
            _explain(child)
        return
    if not isinstance(node, dict):
        return
    if isinstance(node.get("description"), str):
        node.pop("description")
    for key, child in node.get("properties", {}).items():
        child.pop("title", None)
        child.pop("default", None)
        _explain(child)
        child["description"] = "；".join(sorted(_MEANINGS.get(key, {key})))
    for key, child in node.items():
        if key != "properties":
            _explain(child)
    node.pop("title", None)


def schema_text(file: str) -> str:
    """The schema as it lies in the project."""
    return json.dumps(schema(file), ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path) -> None:
    """One file per data file."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in MODELS:
        (folder / f"{Path(file).stem}.schema.json").write_text(schema_text(file), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
