"""What a merge did, in words: how much came in, and what both had changed."""

from ozj_desktop.errors import UserError
from ozj_desktop.model.dutch import counted
from ozj_desktop.model.record import field_of
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.merge import Conflict, merge

MOST_SHOWN = 20


def merge_in_words(ours: Dossier, theirs: Dossier) -> str:
    """Merge, as one step that can be undone; raise UserError for a damaged or foreign copy."""
    for dossier in (ours, theirs):
        if dossier.verify():
            raise UserError(f"{dossier.path.name} is beschadigd. Er is niets samengevoegd.")
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
    label = field_of(kind, conflict.field).label
    return f"  {name}, {label}: hier ‘{conflict.ours}’, daar ‘{conflict.theirs}’"
