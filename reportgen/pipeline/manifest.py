"""manifest.json: what was built from what."""

import json
from collections.abc import Sequence
from pathlib import Path

from reportgen import __version__
from reportgen.pipeline.project import Project
from reportgen.pipeline.writing import Output, read_manifest, sha256


def manifest(project: Project, outputs: Sequence[Output], out: Path) -> bytes:
    """Kind, date and digest of each document, and the digests of all inputs.

    Documents of other kinds that earlier builds left in `out` keep their entries.
    """
    entries = {name: entry for name, entry in read_manifest(out).items() if (out / name).exists()}
    inputs = _inputs(project)
    for output in outputs:
        digest = sha256(output.content)
        entries[output.name] = {**output.record, "path": output.name, "sha256": digest, "inputs": inputs}
    content = {"reportgen": __version__, "documents": [entries[name] for name in sorted(entries)]}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _inputs(project: Project) -> dict[str, str]:
    """Digest of every data file, template and kind.yaml, by path below the project."""
    files = [*project.data.glob("*.yaml"), *project.templates.glob("*/*")]
    kept = [path for path in files if path.is_file() and not path.name.startswith("~$")]
    return {path.relative_to(project.root).as_posix(): sha256(path.read_bytes()) for path in sorted(kept)}
