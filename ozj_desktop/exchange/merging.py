"""What a merge did, in words: how much came in, and what both had changed."""

from ozj_desktop.errors import UserError
from ozj_desktop.model.dutch import counted, long_when, money
from ozj_desktop.model.record import Field, Form, field_of
from ozj_desktop.model.stored import day_or_words
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import Value
from ozj_desktop.store.merge import Conflict, merge

MOST_SHOWN = 20
LONGEST = 80  # characters of one value


def merge_in_words(ours: Dossier, theirs: Dossier) -> str:
    """Merge, as one step that can be undone; raise UserError for a damaged or foreign copy."""
    for dossier in (ours, theirs):
        if dossier.verify():
            told = "is beschadigd. Er is niets samengevoegd. Gebruik een reservekopie."
            raise UserError(f"{dossier.path.name} {told}")
    done = merge(ours, theirs)
    changed = counted(done.changed, ("ding is", "dingen zijn"))
    lines = [f"Samengevoegd met {theirs.path.name}: {changed} gewijzigd."]
    if done.conflicts:
        lines.append("Beide kopieën hadden dit gewijzigd. Het nieuwste is gebleven:")
        lines += [_in_words(ours, conflict) for conflict in done.conflicts[:MOST_SHOWN]]
    if len(done.conflicts) > MOST_SHOWN:
        lines.append(f"  en nog {len(done.conflicts) - MOST_SHOWN}")
    return "\n".join(lines)


def _in_words(dossier: Dossier, conflict: Conflict) -> str:
    kind = dossier.rows.tables[conflict.kind].kind
    name = dossier.named(conflict.id) or kind.names[0]
    if not conflict.field:
        return f"  {name}: hier verwijderd, daar gewijzigd (of andersom); het is gebleven"
    field = field_of(kind, conflict.field)
    ours, theirs = (_told(dossier, field, v) for v in (conflict.ours, conflict.theirs))
    return f"  {name}, {field.label}: hier ‘{ours}’, daar ‘{theirs}’"


def _told(dossier: Dossier, field: Field, value: Value) -> str:
    """A stored value as the user knows it, on one short line."""
    if value is None:
        return ""
    match field.form:
        case Form.REF | Form.PART_OF:
            told = str(dossier.named(str(value)) or "")
        case Form.DATE | Form.WHEN:
            told = long_when(day_or_words(str(value)))
        case Form.CHOICE:
            told = field.type(value).label
        case Form.MONEY:
            told = money(int(value))
        case Form.FLAG:
            told = "ja" if value else "nee"
        case Form.FILE:
            told = f"bestand {str(value)[:8]}"
        case _:
            told = " ".join(str(value).split())
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"
