"""The consent strip: may this person get offers, since when, and noting or withdrawing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.customers.consent_text import proposed_wording
from ui.customers.joined import joined
from ui.customers.timeline_text import source_word
from ui.customers.wording_field import WordingField
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import set_style_property, text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.customers import CustomerDetail
    from retention_desktop.domain.consent import ConsentEvent
    from retention_desktop.domain.customer import ContactPoint
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

Standing = Literal["given", "withdrawn", "stopped", "never", "unreachable"]


@dataclass(frozen=True, slots=True)
class ConsentNow:
    """Consent in force.

    Attributes:
        standing: given, withdrawn, stopped (opted out), never (asked), unreachable (no number takes SMS).
        event: the word that decides it, None where there was none.
    """

    standing: Standing
    event: ConsentEvent | None = None


def consent_now(detail: CustomerDetail) -> ConsentNow:
    """What holds for the first number that takes SMS; a stop at any of them comes first."""
    mobile = [point for point in detail.contacts if point.mobile]
    stopped = next((point for point in mobile if point.suppressed), None)
    if stopped is not None:
        return ConsentNow("stopped", _last_word(detail, stopped))
    point = next((one for one in mobile if one.consent), mobile[0] if mobile else None)
    if point is None:
        return ConsentNow("unreachable")
    event = _last_word(detail, point)
    if point.consent is None:
        return ConsentNow("never")
    return ConsentNow("given" if point.consent else "withdrawn", event)


def _last_word(detail: CustomerDetail, point: ContactPoint) -> ConsentEvent | None:
    return next((one for one in detail.consents if one.contact_point == point.key and one.purpose == "promo"), None)


_SURFACES: Final = {"given": "info", "withdrawn": "warn", "stopped": "bad", "never": "rest", "unreachable": "rest"}


class ConsentStrip(QWidget):
    """One strip; noting consent opens a field with the words agreed to.

    Attributes:
        given: the wording agreed to.
        withdrawn: no longer agrees.
        stopped: wants no message at all.
        evidence_wanted: show the history.
    """

    given = Signal(str)
    withdrawn = Signal()
    stopped = Signal()
    evidence_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._now = ConsentNow("never")
        self._default = ""
        self._card = Card("info", padded=False)
        self._card.column.setContentsMargins(12, 6, 4, 6)
        self._card.column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._card.column.addLayout(self._line())
        self._card.column.addWidget(self._question())

    def show_consent(self, detail: CustomerDetail, formats: ShopFormats, shop_name: str) -> None:
        """Show what holds for this person."""
        self._now = consent_now(detail)
        self._default = proposed_wording(shop_name)
        set_style_property(self._card, "card", _SURFACES[self._now.standing])
        self._words.setText(self._sentence())
        self._below.setText(self._since(formats))
        self._below.setVisible(bool(self._below.text()))
        for standing, icon in self._icons.items():
            icon.setVisible(standing == self._icon_kind())
        self._do.say(self._action())
        self._do.setVisible(bool(self._action()))
        self._more.setVisible(self._now.standing != "unreachable")
        self.close_question()

    @property
    def asking(self) -> bool:
        """Whether the words agreed to are being typed."""
        return self._ask.isVisibleTo(self)

    def open_question(self) -> None:
        """Ask for the words agreed to."""
        self._edit.set_text(self._default)
        self._ask.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def close_question(self) -> None:
        """Put the field away."""
        self._ask.hide()

    # -- building -----------------------------------------------------------------------------------------------

    def _line(self) -> QHBoxLayout:
        theme = self._theme
        self._icons = {
            "good": IconView(theme, "shield-check", "Accent", 16),
            "plain": IconView(theme, "shield", "textSecondary", 16),
            "bad": IconView(theme, "shield-x", "bad", 16),
            "warn": IconView(theme, "shield-x", "warn", 16),
        }
        self._words = text_label("", wrap=True)
        self._below = text_label("", "caption", "secondary", wrap=True)
        self._do = Button(theme, "", "text", "small")
        self._more = IconButton(theme, "ellipsis", tr("ConsentStrip", "More about consent"), "small")
        on_press(self._do, self.open_question)
        on_press(self._more, self._open_menu)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._words)
        texts.addWidget(self._below)
        texts.addWidget(self._do, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        for icon in self._icons.values():
            row.addWidget(icon)
        row.addLayout(texts, 1)
        row.addWidget(self._more)
        return row

    def _question(self) -> QWidget:
        self._ask = QWidget()
        column = QVBoxLayout(self._ask)
        column.setContentsMargins(0, 8, 8, 6)
        column.setSpacing(8)
        caption = text_label(tr("ConsentStrip", "The words they agreed to"), "caption", "secondary")
        self._edit = WordingField(self._theme, caption.text())
        caption.setBuddy(self._edit)
        note = Button(self._theme, tr("ConsentStrip", "Note consent"), "secondary", icon="check")
        no = Button(self._theme, tr("ConsentStrip", "Cancel"), "text")
        on_press(note, self._give)
        on_press(no, self.close_question)
        buttons = QHBoxLayout()
        buttons.addWidget(note)
        buttons.addWidget(no)
        buttons.addStretch(1)
        column.addWidget(caption)
        column.addWidget(self._edit)
        column.addLayout(buttons)
        self._ask.hide()
        return self._ask

    # -- words --------------------------------------------------------------------------------------------------

    def _sentence(self) -> str:
        return {
            "given": tr("ConsentStrip", "Agreed to offers by SMS"),
            "withdrawn": tr("ConsentStrip", "No longer agrees to offers"),
            "stopped": tr("ConsentStrip", "Opted out: no message leaves"),
            "never": tr("ConsentStrip", "Not asked about offers yet"),
            "unreachable": tr("ConsentStrip", "No number that takes SMS"),
        }[self._now.standing]

    def _since(self, formats: ShopFormats) -> str:
        event = self._now.event
        if event is None:
            return ""
        return joined(formats.day(event.at.astimezone(formats.zone).date()), source_word(event.source))

    def _icon_kind(self) -> str:
        return {"given": "good", "withdrawn": "warn", "stopped": "bad"}.get(self._now.standing, "plain")

    def _action(self) -> str:
        if self._now.standing in {"given", "unreachable"}:
            return ""
        return tr("ConsentStrip", "Note consent …")

    # -- what happens -------------------------------------------------------------------------------------------

    def _give(self) -> None:
        wording = self._edit.text()
        if wording:
            self.close_question()
            self.given.emit(wording)
        else:
            self._edit.setFocus()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        if self._now.standing == "given":
            menu.addAction(tr("ConsentStrip", "Withdraw consent"), self.withdrawn.emit)
        if self._now.standing == "never":
            menu.addAction(tr("ConsentStrip", "Does not want offers"), self.withdrawn.emit)
        if self._now.standing != "stopped":
            menu.addAction(tr("ConsentStrip", "Opt out of all messages"), self.stopped.emit)
        menu.addAction(tr("ConsentStrip", "Evidence"), self.evidence_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
