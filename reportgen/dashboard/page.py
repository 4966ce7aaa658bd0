"""An overview → one HTML page that needs nothing else: no network, no script, for the screen and for A4."""

from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from reportgen.dashboard.overview import Overview
from reportgen.dashboard.viewing import view


def page(overview: Overview) -> bytes:
    """The page in UTF-8; the same overview gives the same bytes."""
    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2").render(page=view(overview)).encode("utf-8")


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
