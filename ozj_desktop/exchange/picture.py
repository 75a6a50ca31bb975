"""Pictures that users add: any file at all, so that a wrong one never stops an export."""

from contextlib import suppress
from io import BytesIO

from PIL import Image

_MOST = 50_000_000  # pixels; more is no logo but an accident
_LARGEST = 1400, 400  # pixels that are kept: sharp in print at 60 by 14 mm


def logo_png(content: bytes) -> tuple[bytes, float] | None:
    """A PNG no larger than it needs to be, and width / height; None when it cannot be read."""
    if not content:
        return None
    # Broken files raise errors of every kind, and there is nothing to tell apart.
    with suppress(Exception), Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > _MOST:
            return None
        picture.thumbnail(_LARGEST, Image.Resampling.LANCZOS)
        clear = picture.has_transparency_data
        kept, out = picture.convert("RGBA" if clear else "RGB"), BytesIO()
        kept.save(out, "PNG")
        return out.getvalue(), kept.width / kept.height
    return None
