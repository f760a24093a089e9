"""Counting parts: golden vectors, and a second count written in another way."""

from __future__ import annotations

import json
import random
import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.parts import FULL, GSM_7, UCS_2, Profile, count

VECTORS = json.loads((Path(__file__).parent.parent / "data" / "sms_parts.json").read_text(encoding="utf-8"))

# Generated texts draw from these: boundaries of each rule lie between them.
PIECES = [
    *"aZ 0@£\n\r_Çé]{}€^\\|~[\f`ç’“”…–\t\u00a0",
    "\r\n", "あ", "か\u3099", "。", "￥", "e\u0301", "🙂", "👍🏽", "👨\u200d👩\u200d👧\u200d👦", "🇯🇵", "葛\U000e0100",
    "𠮷", "髙", "﨑", "각", "ᄀ\u1161\u11a8", "नि", "ที่", "本日は、ポイント２倍。", "aaaaaaaaaaaaaaaaaaaa",
    "\u0301" * 30,
]  # fmt: skip


def golden_ids() -> list[str]:
    return [f"{number}-{vector['name'][:20]}" for number, vector in enumerate(VECTORS)]


@pytest.mark.parametrize("vector", VECTORS, ids=golden_ids())
def test_golden_vector(vector: dict[str, str | int]) -> None:
    counted = count(str(vector["text"]))
    assert (counted.encoding, counted.parts) == (vector["encoding"], vector["parts"])


def test_there_are_220_golden_vectors() -> None:
    assert len(VECTORS) == 220


def plain_count(text: str) -> tuple[str, int, int, int]:
    """The independent count: writes the parts out as octets and reads their lengths."""
    septets = [b"\x1b" + bytes([0]) if c in "\f^{}\\[~]|€" else b"\x00" for c in text]
    basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¡ÄÖÑÜ§¿äöñüà¤" + "".join(
        chr(n) for n in range(0x20, 0x7F) if chr(n) not in "[\\]^`{|}~"
    )
    if all(c in basic or c in "\f^{}\\[~]|€" for c in text):
        return (GSM_7, *laid_out(septets, 160, 153))
    clusters: list[str] = []
    for cluster in regex.findall(r"\X", text):
        clusters += list(cluster) if cluster == "\r\n" or units_of(cluster) > 67 else [cluster]
    return (UCS_2, *laid_out([b"\x00" * units_of(cluster) for cluster in clusters], 70, 67))


def units_of(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def laid_out(pieces: list[bytes], lone: int, each: int) -> tuple[int, int, int]:
    """Units, parts and what is left, by building each part's octets."""
    whole = b"".join(pieces)
    if len(whole) <= lone:
        return len(whole), 1, lone - len(whole)
    parts = [b""]
    for piece in pieces:
        if len(parts[-1] + piece) > each:
            parts.append(b"")
        parts[-1] += piece
    assert all(len(part) <= each for part in parts)
    assert b"".join(parts) == whole
    return len(whole), len(parts), each - len(parts[-1])


def generated(seed: int) -> str:
    source = random.Random(seed)
    palette = source.sample(PIECES, source.randint(1, 8))
    length = source.choice([0, 3, 20, 66, 67, 68, 70, 71, 134, 135, 152, 153, 160, 161, 306, 307])
    return "".join(source.choice(palette) for _ in range(length))


def test_2000_generated_texts_equal_the_second_count() -> None:
    mismatches = []
    for seed in range(2000):
        text = generated(seed)
        counted = count(text)
        if (counted.encoding, counted.units, counted.parts, counted.left) != plain_count(text):
            mismatches.append((seed, text[:40]))
    assert mismatches == []


@given(st.text(max_size=400))
def test_any_text_equals_the_second_count(text: str) -> None:
    counted = count(text)
    assert (counted.encoding, counted.units, counted.parts, counted.left) == plain_count(text)


def test_the_characters_that_made_it_unicode_are_told_once_each_in_order() -> None:
    assert count("It’s “5%” off, that’s all").unicode == ("’", "“", "”")
    assert count("plain").unicode == ()


def test_left_counts_down_inside_the_last_part() -> None:
    assert (count("").parts, count("").left) == (1, 160)
    assert count("a" * 148).left == 12
    assert (count("a" * 161).parts, count("a" * 161).left) == (2, 306 - 161)
    assert count("あ" * 70).left == 0


def test_escape_pairs_and_surrogates_never_straddle() -> None:
    assert count("]" * 153).parts == 3
    assert count("a" * 152 + "]" + "a" * 10).left == 153 - 12
    assert count("あ" * 66 + "𠮷" + "あ" * 4).left == 67 - 6


def test_cr_lf_is_two_characters_that_may_part() -> None:
    assert count("a" * 80 + "\r\n" + "a" * 79).parts == 2
    assert count("a" * 80 + "\n" + "a" * 79).parts == 1
    assert count("あ" * 66 + "\r\n" + "あ" * 66).parts == 2


def test_a_cluster_larger_than_a_part_never_overfills_one() -> None:
    assert count("あ" + "\u0301" * 134).parts == 3
    assert count("あ" + "\u0301" * 300).parts == 5


def test_text_is_counted_as_given_and_not_composed() -> None:
    composed, apart = "é" * 70, unicodedata.normalize("NFD", "é" * 70)
    assert (count(composed).encoding, count(composed).parts) == (GSM_7, 1)
    assert (count(apart).encoding, count(apart).parts) == (UCS_2, 3)


def test_another_profile_has_its_own_alphabet_and_room() -> None:
    narrow = Profile(basic=FULL.basic - {"Ç"}, septets=(160, 152), units=(70, 66))
    assert count("Ç", narrow).unicode == ("Ç",)
    assert count("a" * 305, narrow).parts == 3
    assert count("あ" * 133, narrow).parts == 3
