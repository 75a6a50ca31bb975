"""The house rules that a linter does not know."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ozj_desktop"
FILE_LINES = 400
FUNCTION_LINES = 40
HEAVY = ["PySide6", "openpyxl", "reportlab", "pikepdf", "pypdfium2", "docx", "lxml", "sqlite_utils"]


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}", node


def test_there_is_a_program() -> None:
    assert sources()


def test_files_are_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources()
    }
    assert {path: length for path, length in lengths.items() if length > FILE_LINES} == {}


def test_functions_are_short() -> None:
    long = {
        f"{place} {node.name}": node.end_lineno - node.lineno + 1
        for place, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    }
    assert long == {}


def test_no_modules_import_each_other() -> None:
    """What is imported inside a function, or for its type only, does not count."""
    found = {name: imported(path) for path in sources() if (name := module(path))}
    left = {name: {other for other in others if other in found} for name, others in found.items()}
    while ends := [name for name, others in left.items() if not others]:
        for name in ends:
            del left[name]
        left = {name: others - {*ends} for name, others in left.items()}
    assert left == {}


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """The modules at the top of a file, and what may be one of theirs."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    found = [node for node in body if isinstance(node, ast.ImportFrom)]
    whole = {str(node.module) for node in found}
    parts = {f"{node.module}.{alias.name}" for node in found for alias in node.names}
    return (whole | parts) - {module(path)}


def test_nothing_prints() -> None:
    assert [place for place, node in nodes() if is_print(node)] == []


def is_print(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="print")):
            return True
    return False


def test_no_error_is_swallowed_whole() -> None:
    assert [place for place, node in nodes() if swallows_everything(node)] == []


def swallows_everything(node: ast.AST) -> bool:
    match node:
        case ast.ExceptHandler(type=None | ast.Name(id="Exception" | "BaseException"), body=body):
            return all(is_nothing(statement) for statement in body)
    return False


def is_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Continue() | ast.Expr(value=ast.Constant()):
            return True
    return False


def modules_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_command_line_starts_without_what_it_may_not_need() -> None:
    assert modules_after("import ozj_desktop.cli").intersection(HEAVY) == set()


def test_development_pins_hold_the_pins_of_the_program() -> None:
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_every_pin_is_exact_and_has_a_hash() -> None:
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


def test_a_dialog_nobody_answers_raises(qapp: object) -> None:
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    for ask in (QMessageBox.question, QFileDialog.getSaveFileName):
        with pytest.raises(AssertionError, match="patch it in the test"):
            ask(None, "Titel", "Tekst")


def test_own_folders_are_used(own_home: Path) -> None:
    assert os.environ["OZJ_HOME"] == str(own_home)


def pins(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if "==" in line}
