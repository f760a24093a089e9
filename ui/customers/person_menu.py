"""The menu of one person: where to go, what to give or correct by hand, and taking the person away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.customers.amount_text import amount_words
from ui.customers.joined import joined
from ui.shared.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from retention_desktop.loyalty import Mission
    from ui.customers.person_pane import PersonPane
    from ui.shared.formats import Formats
    from ui.shared.kit import Kit


def mission_name(mission: Mission) -> str:
    """What a mission or a survey is called, as the rule calls it."""
    if mission.name:
        return mission.name
    return tr("PersonMenu", "Survey answered") if mission.cause == "survey" else tr("PersonMenu", "Mission done")


def gives_words(formats: Formats, mission: Mission) -> str:
    """What it gives: "+200 pt, +1 stamp"."""
    return ", ".join(f"+{amount_words(formats, unit, amount)}" for unit, amount in mission.gives)


def open_person_menu(pane: PersonPane, kit: Kit, button: QPushButton) -> None:
    """Open the menu below its button."""
    menu = QMenu(pane)
    menu.addAction(tr("PersonPane", "Open at the desk"), partial(kit.go_to.open_customer, pane.uid, "desk"))
    menu.addAction(tr("PersonPane", "Edit details"), pane.open_details)
    menu.addAction(tr("PersonPane", "Print cards and statement …"), partial(pane.print_wanted.emit, pane.uid))
    menu.addSeparator()
    _add_bonuses(menu, pane, kit.formats)
    menu.addAction(tr("PersonPane", "Correct points or stamps …"), pane.open_correction)
    menu.addAction(tr("PersonPane", "Bring over a paper card …"), pane.open_paper_card)
    menu.addSeparator()
    menu.addAction(tr("PersonPane", "Delete this customer"), pane.delete)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))


def _add_bonuses(menu: QMenu, pane: PersonPane, formats: Formats) -> None:
    """Each mission once; what was given stays in view and can't be chosen."""
    missions = pane.missions()
    if not missions:
        return
    bonuses = menu.addMenu(tr("PersonMenu", "Give a bonus"))
    for mission in missions:
        given = tr("PersonMenu", "given") if mission.given else gives_words(formats, mission)
        words = joined(mission_name(mission), given).replace("&", "&&")
        bonuses.addAction(words, partial(pane.give_bonus, mission)).setEnabled(not mission.given)
