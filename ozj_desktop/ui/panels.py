"""What is asked in the place of a record: a list that is pasted, two parties to be one."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class Panels:
    """One at a time, among what else can be shown beside a list."""

    def __init__(self, beside: QStackedWidget) -> None:
        self._beside = beside
        self.shown: QWidget | None = None

    def open(self, panel: QWidget) -> None:
        self.close()
        self.shown = panel
        self._beside.addWidget(panel)
        self._beside.setCurrentWidget(panel)

    def close(self) -> bool | None:
        """Whether somebody was working in it; None where there was none."""
        panel, self.shown = self.shown, None
        if panel is None:
            return None
        used = panel.window().focusWidget()
        self._beside.removeWidget(panel)
        inside = used is not None and panel.isAncestorOf(used)
        panel.hide()
        panel.deleteLater()
        return inside
