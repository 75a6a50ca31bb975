"""Everything that is shipped to be read is plain Dutch, in one way of writing."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ozj_desktop.paths import resource
from tests.plain_dutch import faults, texts_in_code

NAMES = ("Verdrag inzake", "Wet ")  # what a law is called
CONTENT = sorted(
    path for folder in ("content/templates", "demo") for path in resource(folder).glob("*.toml")
) + [resource(f"content/{name}.toml") for name in ("abbreviations", "parties", "lists")]
HELP = sorted(resource("content/help").glob("*.md"))


def texts(value: Any, name: str = "") -> Iterator[str]:
    """What is read; `also` and `words` are only looked for."""
    match value:
        case str():
            yield value
        case dict():
            for key, inner in value.items():
                if key not in ("also", "words"):
                    yield from texts(inner, key)
        case list():
            for inner in value:
                yield from texts(inner, name)


def test_what_the_program_says_is_plain_dutch() -> None:
    told = [(where, fault) for where, text in texts_in_code() for fault in faults(text)]
    assert told == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_what_comes_with_it_is_plain_dutch(path: Path) -> None:
    read = texts(tomllib.loads(path.read_text(encoding="utf-8")))
    assert [fault for text in read if not text.startswith(NAMES) for fault in faults(text)] == []


@pytest.mark.parametrize("path", HELP, ids=lambda path: path.stem)
def test_help_is_plain_dutch(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("**", "")
    shown = re.sub(r"^ +", "", text, flags=re.M)
    paragraphs = re.split(r"\n\n|\n(?=[->]|\d+\. )|(?<=\n)#.*\n", shown)
    assert [fault for part in paragraphs for fault in faults(part.replace("\n", " "))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Exporteren naar Excel",
        "Alles met betrekking tot dit stuk",
        "Vul hier je naam in",
        "Er zijn 1 afspraken",
        "Alle thema's",
        "Dit gaat goed!",
        'Kies "Delen" bovenaan',
        "Even wachten...",
        "Kies eerst  een partij",
        " ".join(["woord"] * 26),
    ],
)
def test_what_is_not_plain_is_found(text: str) -> None:
    assert [*faults(text)] != []


def test_what_is_plain_passes() -> None:
    text = "Kies ‘Delen’. U ziet 1 afspraak, 21 afspraken en 1.001 thema’s: «Wat heb je nodig!»"
    assert [*faults(text)] == []
