"""The reader's language: translations read from .ts files at run time, switched live.

English is the source language. `resources/translations/<room>_<language>.ts` are Qt Linguist files; a
message with `numerus="yes"` has one form in Japanese and two in English (Qt's plural rules for both).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

if TYPE_CHECKING:
    from pathlib import Path

LanguageChoice = Literal["system", "ja", "en"]
LANGUAGES: Final = ("ja", "en")


def tr(context: str, text: str, n: int = -1) -> str:
    """Translate outside a widget.

    Args:
        context: the class name under which the text stands in the .ts file.
        text: the English sentence.
        n: the number for `%n`, which is also filled in.
    """
    return QCoreApplication.translate(context, text, None, n)


def mark(context: str, text: str) -> str:
    """Mark a sentence in a table for translation; show it through `tr(context, text)` later."""
    del context
    return text


def plural_form(language: str, n: int) -> int:
    """Which of a numerus message's forms `n` takes: Japanese has one, English one and many."""
    return 0 if language == "ja" or n == 1 else 1


def read_ts(path: Path) -> dict[tuple[str, str], list[str]]:
    """The finished messages of a .ts file: (context, source) -> forms (one, or one a plural form).

    Raises:
        ET.ParseError: the file is not XML.
    """
    messages: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - shipped with the program
        name = context.findtext("name", "")
        for message in context.iter("message"):
            forms = _forms(message)
            if forms:
                messages[name, message.findtext("source", "")] = forms
    return messages


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") in {"unfinished", "vanished", "obsolete"}:
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return forms if all(forms) else []


class TsTranslator(QTranslator):
    """Answers Qt from .ts files; no compiled file in between."""

    def __init__(self, language: str, files: list[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._messages: dict[tuple[str, str], list[str]] = {}
        for file in files:
            self._messages |= read_ts(file)

    def isEmpty(self) -> bool:
        """Whether nothing at all was read."""
        return not self._messages

    def translate(
        self, context: str | bytes, source_text: str | bytes, disambiguation: str | bytes | None = None, n: int = -1
    ) -> str:
        """The translation, or "" (null to Qt) where there is none; `disambiguation` is not used here."""
        del disambiguation
        forms = self._messages.get((str(context), str(source_text)))
        if forms is None:
            # Qt asks the next translator, and at last shows the source, only if it gets a null string.
            return None  # type: ignore[return-value]
        return forms[min(plural_form(self._language, n), len(forms) - 1)]


class Language(QObject):
    """The language in force.

    Attributes:
        changed: emitted after the new translations are in place; the main window then rebuilds its pages.
    """

    changed = Signal()

    def __init__(self, resources: Path, application: QCoreApplication) -> None:
        super().__init__(application)
        self._folder = resources / "translations"
        self._application = application
        self._choice: LanguageChoice = "system"
        self._installed: list[QTranslator] = []
        self._code = ""

    @property
    def choice(self) -> LanguageChoice:
        """What was chosen: "system", "ja" or "en"."""
        return self._choice

    @property
    def code(self) -> str:
        """The language in force, "ja" or "en"."""
        return self._code

    @property
    def locale(self) -> QLocale:
        """How this reader writes numbers and days."""
        return japanese_locale() if self._code == "ja" else english_locale()

    def choose(self, choice: LanguageChoice) -> None:
        """Switch; "system" follows the system's first language (Japanese, or English for all others)."""
        self._choice = choice
        code = system_language() if choice == "system" else choice
        if code == self._code:
            return
        self._code = code
        self._install()
        QLocale.setDefault(self.locale)
        self.changed.emit()

    def close(self) -> None:
        """Take the translations out again."""
        for old in self._installed:
            self._application.removeTranslator(old)
            old.deleteLater()
        self._installed = []

    def _install(self) -> None:
        self.close()
        files = sorted(self._folder.glob(f"*_{self._code}.ts"))
        self._installed = [*self._of_qt(), TsTranslator(self._code, files, self)]
        for translator in self._installed:
            self._application.installTranslator(translator)

    def _of_qt(self) -> list[QTranslator]:
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return [translator] if translator.load(f"qtbase_{self._code}", folder) else []


def system_language() -> str:
    """The system's language as one of ours."""
    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


def japanese_locale() -> QLocale:
    """Japanese as written in Japan."""
    return QLocale(QLocale.Language.Japanese, QLocale.Country.Japan)


def english_locale() -> QLocale:
    """English as the system writes it, else British (day before month)."""
    system = QLocale.system()
    if system.language() == QLocale.Language.English:
        return system
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
