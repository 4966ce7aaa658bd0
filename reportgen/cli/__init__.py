"""Commands and exit codes; nothing else. Each command imports what it needs when it runs."""

from reportgen.cli.entry import main

__all__ = ["main"]
