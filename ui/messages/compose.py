"""Writing a message: templates, audience, text, meter, phone, and the button that sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.campaign import Draft, Sender, check_parts
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.errors import ShopError
from ui.messages.action_bar import ActionBar
from ui.messages.audience_card import AudienceCard
from ui.messages.editor_card import EditorCard
from ui.messages.measuring import Measuring
from ui.messages.meter_card import MeterCard
from ui.messages.phone import PhonePanel
from ui.messages.reasons import problem_words
from ui.messages.self_test import SelfTest
from ui.messages.templates import TemplateList
from ui.messages.test_strip import TestStrip
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from retention_desktop.campaigns import Queued
    from retention_desktop.domain.campaign import Template
    from retention_desktop.domain.meter import Meter
    from retention_desktop.shop import Shop
    from ui.messages.measuring import Measured
    from ui.messages.run import SendingRun
    from ui.shared.page import Page


NARROW_BELOW: Final = 1056
"""Two panels, and 568 for the text."""


@dataclass
class Begun:
    """What the draft began with.

    Attributes:
        uid: of the template, "" = none.
        name: what it is called, "" = nothing yet.
        own: the template is the owner's.
        key: the draft can be queued once under this key; "" until the shop is open.
    """

    uid: str = ""
    name: str = ""
    own: bool = False
    key: str = ""


class ComposeView(QWidget):
    """One draft.

    Attributes:
        queued: a `Queued`; the draft is empty again.
        titled: what the draft is called has changed.
        narrowed: there is room for one panel only, or for both again.
        narrow: the same as a state.
    """

    queued = Signal(object)
    titled = Signal(str)
    narrowed = Signal(bool)

    def __init__(self, page: Page, run: SendingRun) -> None:
        super().__init__()
        self._page, self._kit = page, page.kit
        self._shop: Shop | None = None
        self._begun = Begun()
        self._measured: Measured | None = None
        self.narrow = self._phone_wanted = False
        self._measuring = Measuring(self._kit.tasks, self)
        self.templates = TemplateList(self._kit.theme)
        self.audience = AudienceCard(self._kit)
        self.card = EditorCard(self._kit)
        self.meter = MeterCard(self._kit)
        self.phone = PhonePanel(self._kit)
        self.bar = ActionBar(self._kit)
        self._test = TestStrip(self._kit.theme)
        self._self_test = SelfTest(page, run, self.bar.test, self._test)
        self._lay_out()
        self._wire()
        self.bar.send.refuse(tr("ComposeView", "Opening the shop…"))

    @property
    def title(self) -> str:
        """What the draft is called."""
        return self._begun.name or tr("ComposeView", "New message")

    @property
    def draft(self) -> Draft:
        """What would be queued now."""
        return Draft(
            text=self.card.text, purpose=self.card.purpose, selection=self.audience.selection, name=self._begun.name,
            language=self.card.language,
        )  # fmt: skip

    def show_phone(self, *, shown: bool) -> None:
        """Where there is room for one panel only: the phone instead of the templates."""
        self._phone_wanted = shown
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below 1056 both panels would squeeze the text between them."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        if narrow != self.narrow:
            self.narrow = narrow
            self._share_width()
            self.narrowed.emit(narrow)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop
        self._begun.key = self._begun.key or shop.campaigns.new_key()
        self._measuring.attach(shop.campaigns)
        self.phone.attach(shop.campaigns)
        self._self_test.attach(shop)

    def reload(self) -> None:
        """People, tags, templates or settings may have changed; what is being written stays."""
        if self._shop is None:
            return
        now = self._shop.settings.now
        self._measuring.forget_people()
        self.templates.show_templates(self._shop.campaigns.templates(self._kit.language.code))
        self.templates.mark(self._begun.uid)
        self.audience.show_tags(self._shop.customers.tags())
        self.card.show_sender(Sender(name=now.name, legal_name=now.legal_name, opt_out_line=now.opt_out_line))
        self.phone.show_sender(now.name, now.twilio_sender if now.gateway == "twilio" else "")
        zone = now.zone_info
        local = self._kit.clock().astimezone(zone)
        self.phone.show_time(self._kit.formats.time(local, zone), self._kit.formats.day(local.date()))
        self.bar.show_service(now.gateway)
        self._ask()

    def keep(self) -> dict[str, Any]:
        """The draft."""
        begun = self._begun
        return {
            "text": self.card.text, "purpose": self.card.purpose, "language": self.card.language,
            "tag": self.audience.selection.tag, "begun": (begun.uid, begun.name, begun.own, begun.key),
        }  # fmt: skip

    def restore(self, kept: dict[str, Any]) -> None:
        """The draft again; a text stays in the language it was written in."""
        language = kept["language"] if kept["text"].strip() else self._kit.language.code
        self._begun = Begun(*kept["begun"])
        self.audience.choose(kept["tag"])
        self.card.show_text(kept["text"], kept["purpose"], language, undoable=False)
        self.card.show_own(own=self._begun.own)
        self.templates.mark(self._begun.uid)
        self.titled.emit(self.title)

    def send(self) -> None:
        """Queue the draft, once however often it is pressed."""
        shop = self._shop
        if shop is None or not self.bar.send.isEnabled():
            return
        draft, key = self.draft, self._begun.key
        self.bar.send.set_busy(busy=True)
        self.card.setEnabled(False)
        task = self._kit.tasks.start(lambda _progress, _stop: shop.campaigns.queue(draft, key))
        task.finished.connect(self._queued)
        task.failed.connect(self._not_queued)

    def send_test(self) -> None:
        """Send the text to the owner's own number."""
        self._self_test.start(self.draft)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what was left unmeasured."""
        super().showEvent(event)
        self._measuring.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin nothing while nobody looks, least of all when the window closes."""
        self._measuring.rest()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        centre = ScrollColumn(gap=14)
        centre.column.setContentsMargins(20, 16, 20, 16)
        for widget in (self._test, self.audience, self.card, self.meter):
            centre.column.addWidget(widget)
        centre.column.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(centre, 1)
        upper.addWidget(self.phone)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(upper, 1)
        right.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.templates)
        row.addLayout(right, 1)

    def _share_width(self) -> None:
        self.phone.setVisible(not self.narrow or self._phone_wanted)
        self.templates.setVisible(not self.narrow or not self._phone_wanted)

    def _wire(self) -> None:
        self.templates.chosen.connect(self._begin_with)
        self.templates.blank.connect(self._begin_blank)
        self.audience.chosen.connect(self._ask)
        self.card.edited.connect(self._ask)
        self.card.keep_wanted.connect(self._keep_template)
        self.card.remove_wanted.connect(self._remove_template)
        self.bar.send_wanted.connect(self.send)
        self.bar.test_wanted.connect(self.send_test)
        self._measuring.measured.connect(self._show)
        self._measuring.failed.connect(lambda error: self._kit.notices.failed(self._page, error))

    def _begin_with(self, template: Template) -> None:
        self._begun = Begun(template.uid, template.name, template.own, self._begun.key)
        self.phone.rewind()
        self.card.show_text(template.text, template.purpose, template.language)
        self.card.show_own(own=template.own)
        self.titled.emit(self.title)
        self.card.editor.setFocus()

    def _begin_blank(self) -> None:
        self._begun = Begun(key=self._begun.key)
        self.phone.rewind()
        self.card.show_text("", None, self._kit.language.code)
        self.card.show_own(own=False)
        self.titled.emit(self.title)
        self.card.editor.setFocus()

    def _ask(self) -> None:
        self.meter.fade(old=True)
        self._measuring.ask(self.draft)
        self._allow()

    def _show(self, measured: Measured) -> None:
        self._measured = measured
        people = measured.meter.people if measured.meter is not None else len(measured.audience.recipients)
        self.audience.show_audience(measured.audience, people)
        self.phone.show_measured(measured)
        if measured.meter is not None:
            self._show_meter(measured.draft, measured.meter)
            self.bar.promise(measured.meter.people, measured.meter.parts)
        self._allow()

    def _show_meter(self, draft: Draft, meter: Meter) -> None:
        if draft.text.strip():
            self.meter.show_meter(meter, draft.language)
        else:
            self.meter.show_nothing()

    def _allow(self) -> None:
        """The button says what keeps it from sending; a count that is being renewed does not disable it."""
        if self._shop is None:
            return
        problem = self._shop.campaigns.problem(self.draft)
        if problem is None and self._measured is not None:
            problem = _problem_of(self._measured)
        counting = tr("ComposeView", "Counting…") if self._measured is None else ""
        self.bar.send.refuse(problem_words(problem) if problem is not None else counting)
        cannot_test = problem is not None and problem.code in {"text_empty", "placeholder_unknown"}
        self.bar.test.setEnabled(not cannot_test and not self.bar.test.busy)

    def _queued(self, queued: Queued) -> None:
        self.bar.send.set_busy(busy=False)
        self.card.setEnabled(True)
        if self._shop is not None:
            self._begun = Begun(key=self._shop.campaigns.new_key())
        self.card.show_text("", None, self._kit.language.code, undoable=False)
        self.card.show_own(own=False)
        self.templates.mark("")
        self.titled.emit(self.title)
        self.queued.emit(queued)

    def _not_queued(self, error: BaseException) -> None:
        self.bar.send.set_busy(busy=False)
        self.card.setEnabled(True)
        self._allow()
        from ui.shared.owner_pin import ask_owner  # noqa: PLC0415 - only where somebody is signed in

        shop = self._shop
        if shop is None or not ask_owner(self._kit, shop.staff, error, self.window(), self.send):
            self._kit.notices.failed(self._page, error)

    def _keep_template(self, name: str) -> None:
        shop = self._shop
        if shop is None:
            return
        known = self._begun.uid if self._begun.own else ""
        try:
            uid = shop.campaigns.save_template(
                name=name, text=self.card.text, purpose=self.card.purpose or Purpose.SERVICE,
                language=self.card.language, uid=known,
            )  # fmt: skip
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
            return
        kept = next(one for one in shop.campaigns.templates(self.card.language) if one.uid == uid)
        self._begun = Begun(uid, kept.name, own=True, key=self._begun.key)
        self.card.show_own(own=True)
        self.titled.emit(self.title)
        self.reload()
        self._kit.notices.toast(self._page, tr("ComposeView", "Kept as “{name}”").format(name=kept.name))

    def _remove_template(self) -> None:
        shop, begun = self._shop, self._begun
        if shop is None or not begun.own:
            return
        shop.campaigns.delete_template(begun.uid)
        self._begun = Begun(key=begun.key)
        self.card.show_own(own=False)
        self.titled.emit(self.title)
        self.reload()
        removed = tr("ComposeView", "“{name}” is removed; its text is still here").format(name=begun.name)
        self._kit.notices.toast(self._page, removed)


def _problem_of(measured: Measured) -> ShopError | None:
    """What measuring found to keep the draft from being sent."""
    if measured.meter is None:
        return measured.problem
    if not measured.meter.people:
        return ShopError("audience_empty")
    try:
        check_parts(measured.meter.longest.parts)
    except ShopError as error:
        return error
    return None
