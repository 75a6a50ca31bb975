"""Text as a dossier keeps it, so that the same words are the same text everywhere."""

from unicodedata import normalize

CONTROL = {n: None for n in (*range(9), 11, 12, *range(14, 32), 127)}


def kept_text(text: str) -> str:
    """NFC, one kind of line end, and none of the characters that no document can hold."""
    if text.isascii() and text.isprintable():
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROL)
    return normalize("NFC", plain.encode("utf-8", "replace").decode())
