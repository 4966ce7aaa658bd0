"""Files that cannot be read as they are."""

import os
from pathlib import Path

import pytest

from reportgen.reading.text import SIZE_LIMIT_BYTES, read_text


def code_of(path: Path) -> str:
    text, (problem,) = read_text(path, "data/issues.yaml")
    assert text is None
    assert problem.place.file == "data/issues.yaml"
    return problem.code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("标题: 关于整改\n".encode("gbk"), "data-encoding"),
        ("标题: 关于整改\n".encode("utf-16"), "data-encoding"),
        (b"", "data-empty"),
        (b" \n\n", "data-empty"),
        (b"\xef\xbb\xbf", "data-empty"),
    ],
)
def test_wrong_encoding_and_emptiness_are_named(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "issues.yaml"
    path.write_bytes(raw)
    assert code_of(path) == code


def test_gbk_file_is_named_as_gbk_with_the_first_line_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "issues.yaml"
    path.write_bytes(b"a: 1\n" + "标题: 甲\n".encode("gbk"))
    _, (problem,) = read_text(path, "f")
    assert "GBK" in problem.message
    assert problem.place.line == 2


def test_bom_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    path = tmp_path / "issues.yaml"
    path.write_bytes("\ufeff标题: 甲\r\n方面: 乙\r\n".encode())
    assert read_text(path, "f") == ("标题: 甲\n方面: 乙\n", ())


def test_file_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "issues.yaml") == "data-missing"


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "issues.yaml").mkdir()
    assert code_of(tmp_path / "issues.yaml") == "data-unreadable"


def test_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "issues.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert path.stat().st_size > SIZE_LIMIT_BYTES
    assert code_of(path) == "data-too-large"


def test_text_after_a_hash_that_yaml_would_drop_is_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "issues.yaml"
    path.write_text("标题: 示例小区 #3楼\n方面: 乙  # 这是注释\n", "utf-8")
    _, problems = read_text(path, "f")
    assert [(problem.code, problem.severity, problem.place.line) for problem in problems] == [
        ("data-lost-comment", "warning", 1)
    ]


def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "issues.yaml"
    os.mkfifo(path)
    assert code_of(path) == "data-unreadable"
