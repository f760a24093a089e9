"""What keeps customers: the rules of a trade, redeeming, giving money back, who is at the desk, cards on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from ui.customers.page import CustomersPage
from ui.desk.today_panel import TodayRow
from ui.loyalty.page import LoyaltyPage
from ui.shared.language import tr
from ui.shared.printing.print_dialog import PrintDialog
from ui.shared.sign_in_panel import SignInPanel
from ui.shared.signed_in import PersonButton
from ui.tour.walk import TourError

if TYPE_CHECKING:
    from ui.tour.guide import Guide
    from ui.tour.walk import type_of_steps

TRADE: Final = "salon"
PIN: Final = "2468"
BILL: Final = "8800"
GIVEN_BACK: Final = "4400"
ENOUGH: Final = 500
"""From so many points on the trade's rules take something off."""
COUPON: Final = {"ja": "お礼のはがき", "en": "Thank-you card"}
CODE: Final = "THANKS5"
CARDS: Final = 8
"""A sheet of A4 holds so many."""


def use_trade(guide: Guide) -> type_of_steps:
    """The rules of a trade: what they would change, then in use."""
    guide.window.open_room("loyalty")
    page = guide.page(LoyaltyPage)
    yield guide.settled()
    guide.press_named(tr("RulesTab", "Start from your trade"))
    yield lambda: page.view == "presets"
    preset = next(one for one in guide.shop.rules.presets() if one.trade == TRADE)
    guide.press_named(preset.names[guide.program.kit.language.code])
    yield from guide.picture("loyalty_trades")
    changes = len(guide.shop.rules.preset_changes(TRADE, guide.program.kit.language.code))
    guide.press_named(tr("PresetsView", "Use these rules from now on"))
    yield lambda: page.view == "rules" and bool(guide.toast())
    guide.say(f"applied the rules of the trade {preset.names['en']}: {changes} programmes changed")


def look_at_rules(guide: Guide) -> type_of_steps:
    """The five tabs, with a weekly promotion, three levels and a coupon made on the way."""
    page, shop = guide.page(LoyaltyPage), guide.shop
    yield from _replayed(guide, page)
    yield from _tab(guide, page, "rules")
    found = page.panel.found
    if found is not None:
        replayed = found.simulation
        guide.say(f"replayed {replayed.visits} visits under them: {replayed.issued} rewards, {replayed.cost} yen")
    yield from _tab(guide, page, "rewards")
    page.show_view("promotions")
    guide.press_named(tr("PromotionsTab", "Double on a weekday"))
    yield from _tab(guide, page, "promotions")
    page.show_view("tiers")
    guide.press_named(tr("TiersTab", "Begin with three levels"))
    yield from _tab(guide, page, "tiers")
    guide.press_named(tr("SaveFoot", "Use from today's sales on"))
    yield lambda: not page.saving.dirty and guide.idle
    guide.say("put a double-points day and three levels into use")
    page.show_view("coupons")
    guide.press_named(tr("CouponsTab", "New coupon"))
    yield guide.settled()
    guide.fill(tr("CouponForm", "Name of the coupon"), COUPON[guide.program.kit.language.code])
    guide.fill(tr("CouponForm", "Code"), CODE)
    guide.press_named(tr("CouponForm", "Make this coupon"))
    yield guide.settled()
    yield from _tab(guide, page, "coupons")
    guide.say(f"made a coupon: {shop.coupons.all()[0].coupon.code}")


def _tab(guide: Guide, page: LoyaltyPage, name: str) -> type_of_steps:
    page.show_view(name)
    yield from _replayed(guide, page)
    yield from guide.picture(f"loyalty_{name}")


def _replayed(guide: Guide, page: LoyaltyPage) -> type_of_steps:
    """The simulator has answered what stands on the page."""
    yield guide.settled()
    yield lambda: not page.judging and not page.panel.stale and guide.idle


def redeem(guide: Guide) -> type_of_steps:
    """The next person's bill is typed; F8 shows what is ready, Enter records the bill and redeems it."""
    guide.window.open_room("desk")
    desk = guide.desk
    yield guide.settled()
    desk.frame.box.setFocus()
    guide.type(_somebody_with_a_reward(guide))
    yield guide.settled()
    guide.press(Qt.Key.Key_Return)
    yield lambda: desk.frame.view == "person"
    guide.press(Qt.Key.Key_Return)
    yield desk.frame.person.sale.field.hasFocus
    guide.type(BILL)
    guide.press_keys_of("redeem")
    yield lambda: desk.frame.person.redeeming
    yield from guide.picture("desk_redeem")
    guide.press(Qt.Key.Key_Return)
    yield lambda: not desk.frame.person.redeeming and bool(guide.toast())
    yield from guide.picture("desk_redeemed")
    guide.say(f"typed {BILL} yen, redeemed by F8 and Enter: {guide.toast()}")


def _somebody_with_a_reward(guide: Guide) -> str:
    """The last four digits of the first person who has a reward ready and wasn't here today."""
    desk, customers = guide.shop.desk, guide.shop.customers
    for row in customers.rows(customers.keys()):
        card = desk.card(row.uid)
        ready = card.rewards and (card.points or 0) >= ENOUGH and not card.visits_today
        if ready and len(desk.find(card.last_four).people) == 1:
            return card.last_four
    raise TourError("nobody has a reward ready")


def refund(guide: Guide) -> type_of_steps:
    """What giving money back would take with it, before Enter; then Escape leaves the bill as it is."""
    desk = guide.desk
    row = desk.frame.today.findChildren(TodayRow)[0]
    guide.press_named(row.accessibleName(), desk.frame.today)
    yield guide.settled()
    guide.press_named(tr("CorrectVisit", "Refund…"))
    yield lambda: desk.frame.view == "refund"
    guide.type(GIVEN_BACK)
    yield from guide.picture("desk_refund")
    guide.say(f"a refund of {GIVEN_BACK} yen would take back: " + "; ".join(desk.frame.refund.effects.splitlines()))
    guide.press(Qt.Key.Key_Escape)
    yield lambda: desk.frame.view != "refund"


def sign_in(guide: Guide) -> type_of_steps:
    """Two people on the staff's list; who is at the desk stands at the foot of the navigation."""
    staff, japanese = guide.shop.staff, guide.program.kit.language.code == "ja"
    staff.add("店長 美咲" if japanese else "Misaki", "owner", pin=PIN)
    other = staff.add("大輔" if japanese else "Daisuke", "desk")
    yield guide.settled()
    foot = guide.window.findChild(PersonButton)
    if foot is None:
        raise TourError("nobody can sign in")
    guide.press_named(foot.accessibleName())
    yield lambda: any(one.isVisible() for one in guide.window.findChildren(SignInPanel))
    yield from guide.picture("sign_in")
    panel = guide.window.findChildren(SignInPanel)[-1]
    guide.press_named(tr("SignInPanel", "Sign in"), panel)
    yield lambda: staff.current is not None and staff.current.uid == other.uid and guide.idle
    guide.say(f"signed in: {other.name} ({other.role}) is at the desk")


def print_cards(guide: Guide) -> type_of_steps:
    """Eight member cards on a sheet, as it will look."""
    guide.window.open_room("customers")
    page = guide.page(CustomersPage)
    yield guide.settled()
    page.browse.list.print_wanted.emit(list(guide.shop.customers.keys()[:CARDS]))
    yield lambda: bool(guide.window.findChildren(PrintDialog))
    dialog = guide.window.findChildren(PrintDialog)[-1]
    yield from guide.picture("member_cards")
    guide.say(f"laid out a sheet of member cards: {dialog.document.title}")
    dialog.reject()
    yield guide.settled()
