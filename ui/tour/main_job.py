"""The main job: fill the sample shop, import a list, find a person, log a visit, send a message."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from retention_desktop.places import resources_folder
from ui.messages.templates import TemplateButton
from ui.tour.walk import TourError

if TYPE_CHECKING:
    from ui.tour.guide import Guide
    from ui.tour.walk import type_of_steps

LIST: Final = "customers_cp932.csv"
DIGITS: Final = "1200"
"""The last four digits of the sample shop's first customer."""
AMOUNT: Final = "8800"
DONE: Final = frozenset({"delivered", "sent"})
"""What has become of a message that the practice outbox has taken."""


def open_empty(guide: Guide) -> type_of_steps:
    """A shop without anybody."""
    yield from guide.picture("desk_empty")
    guide.say("opened a new shop")


def fill_sample(guide: Guide) -> type_of_steps:
    """Sixty invented people, and a few of them here this morning."""
    desk = guide.desk
    desk.frame.start.first.sample.click()
    yield lambda: not desk.frame.start.first.isVisible()
    people = guide.shop.sample_shop.count()
    _log_the_morning(guide)
    guide.say(f"filled the sample shop: {people} people")
    yield from guide.picture("desk_start")


def _log_the_morning(guide: Guide) -> None:
    shop, now = guide.shop, guide.program.kit.clock()
    for place, row in enumerate(shop.customers.rows(shop.customers.keys(sort="last_visit", descending=True)[:5])):
        at = now - timedelta(minutes=35 + 47 * place)
        shop.desk.log_visit(row.uid, amount=4400 + 1650 * place, at=at, guarded=False)
    shop.desk.log_visit(None, amount=1650, at=now - timedelta(minutes=12))


def import_list(guide: Guide) -> type_of_steps:
    """A list in an old encoding; what it would do is shown first."""
    customers = guide.shop.customers
    before = customers.count()
    guide.program.kit.go_to.import_file(resources_folder() / "sample_shop" / LIST)
    yield lambda: guide.primary() is not None and guide.idle
    yield from guide.picture("import_preview")
    guide.press_primary()
    yield lambda: customers.count() > before and guide.idle
    guide.say(f"imported {LIST} (CP932): {customers.count() - before} new customers")
    yield from guide.picture("import_done")
    guide.press_primary()
    yield guide.settled()
    guide.program.kit.go_to.open_customer(guide.shop.desk.find(DIGITS).people[0].uid)
    yield from guide.look_at("customers")


def serve(guide: Guide) -> type_of_steps:
    """Four digits, Enter, Enter, the amount, Enter."""
    guide.window.open_room("desk")
    desk = guide.desk
    yield desk.frame.box.hasFocus
    guide.type(DIGITS)
    yield from guide.picture("desk_search")
    guide.press(Qt.Key.Key_Return)
    yield lambda: desk.flow is not None and bool(desk.flow.uid)
    guide.say(f"found a customer by {DIGITS}")
    guide.press(Qt.Key.Key_Return)
    yield desk.frame.person.sale.field.hasFocus
    card = desk.flow.card if desk.flow is not None else None
    guide.say(f"logged the visit: {len(card.punches) if card else 0} punches on the card")
    guide.type(AMOUNT)
    yield from guide.picture("desk")
    guide.press(Qt.Key.Key_Return)
    yield desk.frame.box.hasFocus
    guide.say(f"recorded {AMOUNT} yen: {desk.flow.card.points if desk.flow and desk.flow.card else 0} points")


def send(guide: Guide) -> type_of_steps:
    """A template to everybody who may get it, into the practice outbox."""
    page, campaigns = guide.window.open_room("messages"), guide.shop.campaigns
    yield guide.settled()
    template = page.findChildren(TemplateButton)[0]
    template.click()
    yield lambda: guide.primary() is not None and guide.idle
    yield from guide.picture("messages")
    guide.say(f"composed a message from the template {template.text()}")
    guide.press_primary()
    yield lambda: bool(campaigns.campaigns()) and guide.idle
    states = Counter(message.state for message in campaigns.status(campaigns.campaigns()[0].uid))
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    guide.say(f"sent it to the practice outbox: {told}")
    if set(states) - DONE or not states:
        raise TourError(f"messages are left: {told}")
    yield from guide.picture("messages_sent")
