"""Pages reload once for a burst of changes, hidden ones when shown."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ClassVar

from ui.shared.page import Page
from ui.shared.refresh import SHORTEST_MS, Refresh

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.shared.kit import Kit


class Source:
    """A store's announcements."""

    def __init__(self) -> None:
        self.tell: Callable[[frozenset[str]], None] = print
        self.moved = False

    def on_commit(self, listener: Callable[[frozenset[str]], None], /) -> None:
        self.tell = listener

    def other_process_wrote(self) -> bool:
        moved, self.moved = self.moved, False
        return moved


class Counting(Page):
    watches: ClassVar[frozenset[str]] = frozenset({"visit"})

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.reloads = 0

    def reload(self) -> None:
        self.reloads += 1


def _watched(qtbot: QtBot, kit: Kit, *, visible: bool = True) -> tuple[Source, Counting]:
    source, page = Source(), Counting(kit)
    qtbot.addWidget(page)
    kit.refresh.add(page)
    kit.refresh.attach(source)
    page.setVisible(visible)
    return source, page


def _one_round(qtbot: QtBot, refresh: Refresh) -> None:
    with qtbot.waitSignal(refresh.changed):
        pass


def test_a_burst_from_several_threads_reloads_once(qtbot: QtBot, kit: Kit) -> None:
    source, page = _watched(qtbot, kit)
    workers = [threading.Thread(target=source.tell, args=(frozenset({"visit", "customer"}),)) for _ in range(20)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    _one_round(qtbot, kit.refresh)
    assert page.reloads == 1


def test_rounds_keep_their_distance(qtbot: QtBot, kit: Kit) -> None:
    source, page = _watched(qtbot, kit)
    source.tell(frozenset({"visit"}))
    _one_round(qtbot, kit.refresh)
    source.tell(frozenset({"visit"}))
    qtbot.waitUntil(kit.refresh._round.isActive)
    assert kit.refresh._round.interval() > SHORTEST_MS / 2
    _one_round(qtbot, kit.refresh)
    assert page.reloads == 2


def test_other_tables_leave_a_page_alone(qtbot: QtBot, kit: Kit) -> None:
    source, page = _watched(qtbot, kit)
    source.tell(frozenset({"setting"}))
    _one_round(qtbot, kit.refresh)
    assert page.reloads == 0


def test_a_hidden_page_waits_until_it_is_shown(qtbot: QtBot, kit: Kit) -> None:
    source, page = _watched(qtbot, kit, visible=False)
    source.tell(frozenset({"visit"}))
    _one_round(qtbot, kit.refresh)
    assert page.reloads == 0
    page.show()
    qtbot.waitUntil(lambda: page.reloads == 1)


def test_another_process_reloads_every_visible_page(qtbot: QtBot, kit: Kit) -> None:
    source, page = _watched(qtbot, kit)
    kit.refresh.look()
    assert page.reloads == 0
    source.moved = True
    with qtbot.waitSignal(kit.refresh.other_wrote):
        kit.refresh.look()
    assert page.reloads == 1


def test_a_page_taken_out_is_left_alone(qtbot: QtBot, kit: Kit) -> None:
    source, page = _watched(qtbot, kit)
    kit.refresh.remove(page)
    source.tell(frozenset({"visit"}))
    _one_round(qtbot, kit.refresh)
    assert page.reloads == 0
