"""Language and theme: the open store's hold, and this PC's ini keeps them for the next start's first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.shared.theme import THEME_MODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.shop_settings import ShopSettings
    from retention_desktop.shop import Shop
    from ui.main_window import MainWindow
    from ui.shared.kit import Kit
    from ui.shared.preferences import Preferences
    from ui.shared.theme import ThemeMode


class Following(QObject):
    """Keeps window, store and ini of one mind about language and theme.

    Args:
        shop: the shop that is open, None while there is none.
    """

    def __init__(self, kit: Kit, window: MainWindow, preferences: Preferences, shop: Callable[[], Shop | None]) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self._preferences = preferences
        self._shop = shop
        kit.language.changed.connect(self._language_changed, Qt.ConnectionType.QueuedConnection)
        kit.theme.changed.connect(self._theme_changed)

    def follow(self, now: ShopSettings) -> None:
        """Take over what the store says."""
        self._window.show_name(now.name)
        language = self._kit.language
        if now.language in {"ja", "en"} and now.language != language.code:
            language.choose("ja" if now.language == "ja" else "en")
        mode: ThemeMode = next((mode for mode in THEME_MODES if mode == now.theme), "system")
        if mode != self._kit.theme.mode:
            self._kit.theme.set_mode(mode)

    def _language_changed(self) -> None:
        code = self._kit.language.code
        self._preferences.language = self._kit.language.choice
        self._kit.theme.set_language(code)
        shop = self._shop()
        if shop is not None and shop.settings.now.language != code:
            shop.settings.change(language=code)
        self._window.rebuild()

    def _theme_changed(self) -> None:
        theme = self._kit.theme
        self._preferences.theme = theme.mode
        self._preferences.text_scale = theme.text_scale
        shop = self._shop()
        if shop is not None and shop.settings.now.theme != theme.mode:
            shop.settings.change(theme=theme.mode)
