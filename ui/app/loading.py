"""What happens between the window's first paint and the open shop, in the order in which it is waited for.

First the desk, while a worker gets a first look at the store: a search is answered from that moment on. Then the core:
SQLAlchemy and the use cases take the interpreter for a third of a second, which the first keys must not wait for.
"""

from __future__ import annotations

import gc
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from ui.shared.this_pc import home_of

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.first_look import FirstLook
    from retention_desktop.shop import Shop
    from ui.main_window import MainWindow
    from ui.shared.kit import Kit

CORE_MS: Final = 50
"""The core begins to load this long after the desk is there: keys typed before that are answered first."""


class Loading(QObject):
    """Loads behind the first paint.

    Args:
        data: folder of the store.
        core: whether the core has to be loaded; a test brings an open shop of its own.

    Attributes:
        loaded: the shop can be opened at once.
    """

    loaded = Signal()

    def __init__(self, kit: Kit, window: MainWindow, data: Path, *, core: bool) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self._data = data
        self._core = core
        self._ended = False
        self._look: FirstLook | None = None

    def begin(self) -> None:
        """The frame is on the screen: the desk and the first look next."""
        if not self._core:
            QTimer.singleShot(0, self.loaded.emit)
            self._window.open_first()
            return
        work = partial(look_at, self._data, self._kit)
        self._kit.tasks.start(lambda _progress, _stop: work()).finished.connect(self._looked)
        self._window.open_first()
        QTimer.singleShot(CORE_MS, self, self._load_core)

    def end(self) -> None:
        """The shop is open, or won't be: the first look is over."""
        self._ended = True
        self._window.look_ahead(None)
        if self._look is not None:
            self._look.close()
            self._look = None

    def _looked(self, look: FirstLook | None) -> None:
        if look is None:
            return
        if self._ended:
            look.close()
            return
        self._look = look
        self._window.look_ahead(look)

    def _load_core(self) -> None:
        self._kit.tasks.start(load_core).ended.connect(self.loaded)


def look_at(data: Path, kit: Kit) -> FirstLook | None:
    """A first look at the store, in a worker."""
    from retention_desktop.first_look import first_look  # noqa: PLC0415 - behind the first paint

    return first_look(data, kit.clock)


def load_core(_progress: object, _stop: object) -> None:
    """Import what opening the shop and the desk's keys need, while the window can paint and take keys.

    None of what an import makes is ever garbage: looking through it again and again would stall a key by 30 ms.
    """
    import retention_desktop.shop  # noqa: F401, PLC0415 - behind the first paint; what fails here fails again in open

    gc.freeze()


def get_ready(shop: Shop) -> None:
    """Load what the other rooms are made of, so that none opens slowly."""
    shop.make_ready()
    for room in ("customers", "messages", "loyalty", "settings"):
        import_module(f"ui.{room}.page")


def open_real_shop(kit: Kit, data: Path, resources: Path) -> Shop:
    """Open the shop; a new one begins with what this PC says of its country."""
    from retention_desktop.domain.shop_settings import ShopSettings  # noqa: PLC0415 - behind the first paint
    from retention_desktop.shop import open_shop  # noqa: PLC0415 - behind the first paint

    home = home_of(QLocale.system())
    first = ShopSettings(
        language=kit.language.code,
        theme=kit.theme.mode,
        region=home.get("region", "JP"),
        currency=home.get("currency", "JPY"),
        zone=home.get("zone", "Asia/Tokyo"),
    )
    return open_shop(data, resources, first=first, window=True)
