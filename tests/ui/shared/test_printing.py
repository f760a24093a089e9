"""What is printed: real PDFs read back, the same pages as pictures, codes scanned from them."""

from __future__ import annotations

import signal
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import qRed

from retention_desktop.cards import CardHolder, Offer, Statement, StatementAccount, StatementLine
from retention_desktop.domain.codes import grouped
from retention_desktop.domain.parts import count
from retention_desktop.domain.person_code import person_code
from retention_desktop.domain.terms import read_terms
from retention_desktop.errors import ShopError
from tests.ui.shared.pdf import read_pdf
from tests.ui.shared.scanner import scan
from ui.shared.printing.card_faces import HEIGHT, WIDTH, grid
from ui.shared.printing.card_sheet import PER_SHEET, card_sheets, card_slips, faces, place
from ui.shared.printing.document import picture, write_pdf
from ui.shared.printing.notice import notice_document, notice_words
from ui.shared.printing.short_text import balance_text
from ui.shared.printing.statement import statement_document
from ui.shared.printing.words import card_words, stamp_words

if TYPE_CHECKING:
    from pathlib import Path

    from ui.shared.kit import Kit
    from ui.shared.printing.document import Document
    from ui.shared.printing.words import StampWords

SHOP = "美容室こもれび"
SIZES = (1, 5, 10, 12, 15, 30)
GIFT = {"kind": "gift"}


def _holder(number: int, name: str = "佐々木 花子", kana: str = "ささき はなこ", member: str = "") -> CardHolder:
    code = person_code(f"01a200ee-5de7-7c92-9498-674dfbca{number:04x}")
    return CardHolder(
        uid=str(number), name=name, kana=kana, kind="person", member_number=member, language="",
        code=member or code, shown=member or grouped(code),
    )  # fmt: skip


def _stamps(size: int = 10) -> StampWords:
    milestones = [{"at": 5, "name": "Free drink", "gives": GIFT}] if size > 5 else []
    terms = {"size": size, "reward": {"name": "カット1回無料", "gives": GIFT}, "milestones": milestones}
    card = read_terms("punch", terms).card
    assert card is not None
    return stamp_words(card)


def _write(document: Document, kit: Kit, path: Path) -> int:
    return list(write_pdf(document, kit.theme, path))[-1]


@pytest.fixture(params=["en", "ja"])
def spoken(kit: Kit, request: pytest.FixtureRequest) -> Kit:
    kit.language.choose(request.param)
    kit.theme.set_language(request.param)
    return kit


@pytest.mark.parametrize("kind", ["member", "stamp"])
def test_cards_are_eight_to_a_sheet_with_their_fonts(spoken: Kit, tmp_path: Path, kind: str) -> None:
    people = [card_words(_holder(n), SHOP, spoken.language.code) for n in range(17)]
    document = card_sheets("Cards", faces("member" if kind == "member" else "stamp", people, _stamps()))
    assert _write(document, spoken, tmp_path / "cards.pdf") == 3
    pdf = read_pdf(tmp_path / "cards.pdf")
    assert pdf.sizes == [(210, 297)] * 3
    assert (pdf.title, pdf.missing) == ("Cards", set())
    assert pdf.fonts
    assert [text.count(SHOP) for text in pdf.texts] == [8, 8, 1]
    assert pdf.texts[0].count("佐々木花子") == 8
    assert [path.name for path in tmp_path.iterdir()] == ["cards.pdf"]


def test_a_member_card_says_shop_name_kana_and_number(spoken: Kit, tmp_path: Path) -> None:
    words = card_words(_holder(1, member="0148"), SHOP, spoken.language.code)
    assert _write(card_slips("Card", faces("member", [words], None)), spoken, tmp_path / "card.pdf") == 1
    pdf = read_pdf(tmp_path / "card.pdf")
    assert pdf.sizes == [(91, 55)]
    for part in (SHOP, "ささきはなこ", "佐々木花子", "0148"):
        assert part in pdf.texts[0]
    assert ("佐々木花子様" in pdf.texts[0]) == (spoken.language.code == "ja")
    assert ("会員番号" if spoken.language.code == "ja" else "Memberno.") in pdf.texts[0]


def test_a_stamp_card_has_its_places_and_gifts(spoken: Kit, tmp_path: Path) -> None:
    words = card_words(_holder(1), SHOP, spoken.language.code)
    _write(card_slips("Card", faces("stamp", [words], _stamps())), spoken, tmp_path / "card.pdf")
    text = read_pdf(tmp_path / "card.pdf").texts[0]
    japanese = spoken.language.code == "ja"
    assert ("スタンプ10個でカット1回無料" if japanese else "10stamps:カット1回無料") in text
    assert ("スタンプ5個でFreedrink" if japanese else "5stamps:Freedrink") in text
    assert "12345678910" in text
    with pytest.raises(ValueError, match="stamp"):
        faces("stamp", [words], None)


@pytest.mark.parametrize("kind", ["member", "stamp"])
@pytest.mark.parametrize("dots", [150, 300])
def test_a_scanner_reads_every_card_of_a_sheet(kit: Kit, kind: str, dots: int) -> None:
    holders = [_holder(n, member="0148" if n == 3 else "") for n in range(PER_SHEET)]
    people = [card_words(holder, SHOP, "en") for holder in holders]
    kit.theme.set_mode("dark")
    document = card_sheets("Cards", faces("member" if kind == "member" else "stamp", people, _stamps()))
    assert sorted(scan(picture(document, kit.theme, 0, dots))) == sorted(holder.code for holder in holders)


def test_eight_cards_stand_apart_on_the_sheet() -> None:
    corners = [place(index) for index in range(PER_SHEET)]
    assert len({(corner.x(), corner.y()) for corner in corners}) == 8
    for corner in corners:
        assert 5 <= corner.x() <= 210 - WIDTH - 5
        assert 5 <= corner.y() <= 297 - HEIGHT - 5
    for one in corners:
        for other in corners:
            apart = QPointF(abs(one.x() - other.x()), abs(one.y() - other.y()))
            assert one == other or apart.x() >= WIDTH + 8 or apart.y() >= HEIGHT + 8


@pytest.mark.parametrize("size", SIZES)
def test_places_fill_the_card_whatever_its_size(kit: Kit, size: int) -> None:
    columns, radius = grid(size, 58, 26.5)
    assert columns * 2 * radius <= 58
    assert -(-size // columns) * 2 * radius <= 26.5
    assert radius >= 2.4
    words = card_words(_holder(1), SHOP, "en")
    drawn = picture(card_slips("Card", faces("stamp", [words], _stamps(size))), kit.theme, 0, 200)
    assert scan(drawn) == [words.code]


@pytest.mark.parametrize(
    "name", ["株式会社サンプル商事東京支店営業第一部", "Bartholomew Featherstonehaugh-Cholmondeley", "李", ""]
)
def test_a_name_is_never_cut(kit: Kit, tmp_path: Path, name: str) -> None:
    words = card_words(_holder(1, name=name), SHOP, "en")
    for kind in ("member", "stamp"):
        cards = faces("member" if kind == "member" else "stamp", [words], _stamps())
        _write(card_slips("Card", cards), kit, tmp_path / "card.pdf")
        assert "".join((name or "ささきはなこ").split()) in read_pdf(tmp_path / "card.pdf").texts[0]


def _statement(lines: int) -> Statement:
    visits = [
        StatementLine(day=date(2026, 1, 1 + n % 28), kind="earn", amount=1, balance=2 + n, reason="", visit=True)
        for n in range(lines)
    ]
    account = StatementAccount(
        programme="p", name="スタンプカード", unit="punch", carried=1, lines=tuple(visits), balance=1 + lines
    )
    return Statement(
        holder=_holder(1, member="0148"), day=date(2026, 11, 21), since=date(2025, 11, 21), accounts=(account,),
        rewards=(),
    )  # fmt: skip


@pytest.mark.parametrize(("lines", "pages"), [(0, 1), (20, 1), (60, 3)])
def test_a_statement_goes_on_as_long_as_its_history(spoken: Kit, tmp_path: Path, lines: int, pages: int) -> None:
    document = statement_document(_statement(lines), SHOP, spoken.formats, spoken.language.code, "JPY", 10)
    assert _write(document, spoken, tmp_path / "statement.pdf") == pages
    pdf = read_pdf(tmp_path / "statement.pdf")
    word, carried = ("ご来店", "繰越") if spoken.language.code == "ja" else ("Visit", "Carriedover")
    assert sum(text.count(word) for text in pdf.texts) == lines
    assert carried in pdf.texts[0]
    assert f"{lines + 1}/10" in pdf.texts[0]
    assert all(SHOP in text and "佐々木花子" in text for text in pdf.texts)
    assert (pdf.sizes, pdf.missing) == ([(210, 297)] * pages, set())


@pytest.mark.parametrize("shop", ["Komorebi", SHOP, "とても長い名前のお店" * 9, "A very long name of a shop " * 12])
def test_row_078_a_balance_fits_one_sms(spoken: Kit, shop: str) -> None:
    text = balance_text(_statement(6), shop, spoken.formats, spoken.language.code, "JPY", 10)
    assert count(text).parts == 1
    assert "7/10" in text
    assert text.startswith(shop[:8])


def _offer(unit: str, terms: dict[str, object]) -> Offer:
    return Offer(programme=unit, name=unit, terms=read_terms(unit, terms))


def test_the_notice_says_the_rule_large(spoken: Kit, tmp_path: Path) -> None:
    offers = [
        _offer("point", {"points": 1, "per": 100, "minimum": 1000}),
        _offer("punch", {"size": 10, "reward": "カット1回無料"}),
    ]
    words = notice_words(offers, SHOP, "JPY", spoken.formats)
    assert words is not None
    assert _write(notice_document(words), spoken, tmp_path / "notice.pdf") == 1
    text = read_pdf(tmp_path / "notice.pdf").texts[0]
    said = ("スタンプ10個で", "¥100ごとに1ポイント(¥1,000以上のお会計)")
    if spoken.language.code == "en":
        said = ("10stamps:", "1pointforevery¥100(billsfrom¥1,000)")
    for part in (SHOP, "カット1回無料", *said):
        assert part in text
    assert notice_words([], SHOP, "JPY", spoken.formats) is None


def test_points_by_visit_and_credit_have_a_sentence_too(kit: Kit) -> None:
    visit = _offer("point", {"rules": [{"id": "1", "kind": "visit", "points": 2}]})
    credit = _offer("credit", {"rules": [{"id": "1", "kind": "amount", "points": 5, "per": 100}]})
    words = notice_words([visit, credit], SHOP, "JPY", kit.formats)
    assert words is not None
    assert (words.sentence, words.second) == ("2 points for every visit", "¥5 back for every ¥100")
    assert picture(notice_document(words), kit.theme).width() > 700


def test_paper_is_light_in_a_dark_window(kit: Kit) -> None:
    kit.theme.set_mode("dark")
    words = card_words(_holder(1), SHOP, "en")
    drawn = picture(card_slips("Card", faces("member", [words], None)), kit.theme, 0, 150)
    assert qRed(drawn.pixel(drawn.width() // 2, drawn.height() - 10)) == 255


def test_a_pdf_that_is_stopped_leaves_no_file(kit: Kit, tmp_path: Path) -> None:
    people = [card_words(_holder(n), SHOP, "en") for n in range(20)]
    steps = write_pdf(card_sheets("Cards", faces("member", people, None)), kit.theme, tmp_path / "cards.pdf")
    assert next(iter(steps)) == 1
    steps.close()  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_error(kit: Kit, tmp_path: Path) -> None:
    document = card_slips("Card", faces("member", [card_words(_holder(1), SHOP, "en")], None))
    with pytest.raises(ShopError, match="file_not_written"):
        _write(document, kit, tmp_path / "nowhere" / "card.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="a process has no limit of file sizes there")
def test_a_full_disk_is_an_error(kit: Kit, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on every system

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    document = card_slips("Card", faces("member", [card_words(_holder(1), SHOP, "en")], None))
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, limits[1]))
    try:
        with pytest.raises(ShopError, match="disk_full"):
            _write(document, kit, tmp_path / "card.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.iterdir()) == []
