"""What somebody asks to be made of a dossier."""

from dataclasses import dataclass
from typing import Literal

Format = Literal["pdf", "docx", "xlsx", "eml"]
What = Literal["agreements", "part", "party", "all"]  # all: of every agreement


@dataclass(frozen=True)
class Request:
    """What to export. `document` and `party` are ids or (parts of) names; "" is our choice."""

    what: What = "agreements"
    document: str = ""
    party: str = ""
    public: bool = False
    subject: str = ""  # of a mail that somebody read and changed before it was made
    text: str = ""
    who: str = ""  # whose name stands below a mail
    attached: tuple[str, ...] = ("pdf", "xlsx")  # what goes with a mail
