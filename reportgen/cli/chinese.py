"""click's own words in Chinese: headings of help pages, and what is said of a wrong call."""

import click

from reportgen.console.width import columns, padded, wrapped

_WIDTH = 80


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：…"""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """[选项] in place of [OPTIONS]."""
        return [piece.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
                for piece in super().collect_usage_pieces(ctx)]  # fmt: skip

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """选项："""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        _write_rows(formatter, "选项：", [record for record in records if record is not None])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help says in Chinese what it does."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示帮助"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """A group of commands with a Chinese help page."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """选项 and 命令."""
        ChineseCommand.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(limit=120)) for name, command in self.commands.items()]
        _write_rows(formatter, "命令：", rows)


def _write_rows(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    """Names and explanations in two columns; click itself counts a Chinese character as one column."""
    width = max((columns(name) for name, _ in rows), default=0) + 2
    formatter.write(f"\n{heading}\n")
    for name, explanation in rows:
        lines = wrapped(explanation, _WIDTH - 2 - width)
        formatter.write(f"  {padded(name, width)}{lines[0] if lines else ''}\n")
        for line in lines[1:]:
            formatter.write(f"  {padded('', width)}{line}\n")


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the call, in Chinese, with the repair."""
    if isinstance(error, click.NoSuchOption):
        near = f"；是不是 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有“{error.option_name}”这个选项{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else error.param_hint
        if isinstance(error.param, click.Option):
            return f"缺少选项 {error.param.opts[0]} {name}"
        return f"缺少参数 {name}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面要写上它的值"
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    name = getattr(error, "possibilities", None)
    if "No such command" in error.message:
        return f"没有这个命令{f'；是不是 {name[0]}？' if name else ''}"
    return "命令的写法不对，多写或少写了参数"


def _bad_value(error: click.BadParameter) -> str:
    """Which argument or option has a wrong value, and what to write."""
    param = error.param
    if param is None:
        return f"{error.param_hint}：{error.message}"
    name = param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "").strip("[]…")
    if isinstance(param.type, click.Choice):
        return f"{name} 的值不对；请写 {'、'.join(map(str, param.type.choices))} 之一"
    if isinstance(param.type, click.IntRange):
        return f"{name}要写一个整数，例如 3"
    if not any("\u4e00" <= character <= "\u9fff" for character in error.message):
        return f"{name}：值不对"
    return f"{name}：{error.message}" if isinstance(param, click.Option) else error.message
