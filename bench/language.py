"""What the language room finds against the gold set, how fast it is, how its cost grows.

    .venv/bin/python bench/language.py [--gold DIR]... [--files NAME]... [--errors] [--fast]

--gold scores other folders than tests/vietnamese/gold, --files only these files of them,
--errors lists every disagreement, --fast leaves times out. CPU time of this process is
measured, because other work may share the machine. Ends with 1 where something costs more
than fifteen times the CPU for ten times the characters.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bantin.vietnamese import datefinder, eventdate, people, titles  # noqa: E402
from vietnamese import datescores, gold, peoplescores  # noqa: E402
from vietnamese.scores import OPEN, Outcome, Tally, listed, total  # noqa: E402

Finder = Callable[[str], object]
FINDERS: dict[str, Finder] = {
    "titles.find": titles.find,
    "people.mentions": people.mentions,
    "datefinder.find": datefinder.find,
    "eventdate": eventdate.event_date,
}
HOSTILE = {
    "one letter": "a",
    "one capital": "N",
    "dashes": "–",
    "dots": ".",
    "brackets": "(",
    "figures": "1",
    "figures and slashes": "1/",
    "titles": "BS ",
    "titles glued": "BS",
    "titles with dots": "ThS.",
    "capital words": "Nguyễn ",
    "a role": "Giám đốc ",
    "an institution": "Bệnh viện ",
    "roles and commas": "Phó Trưởng khoa, ",
    "short forms": "BS. An, ",
    "names": "Lê Văn An, ",
    "days": "ngày 1 ",
    "months": "tháng ",
    "days in a row": "1, 2 và ",
    "ranges": "từ ngày 1 đến ",
    "lines": "\n",
    "spaces": " ",
}
GROWTH_BAR = 15.0
"""Times the CPU for ten times the characters."""
SHORT_TEXT = 5_000
"""Characters."""
REPEATS = 5


def main() -> int:
    """Measure and print."""
    asked = _arguments()
    folders = asked.gold or [gold.FOLDER]
    texts, dated = gold.people(folders, asked.files), gold.dates(folders, asked.files)
    found = peoplescores.compare(texts, people.mentions)
    when = datescores.compare(dated, datefinder.find)
    when += datescores.compare_events(dated, eventdate.event_date)
    mentions = sum(len(text.mentions) for text in texts)
    _table(f"{mentions} mentions of people", found, peoplescores.PARTS)
    _table(f"{sum(len(text.dates) for text in dated)} dates", when, datescores.PARTS)
    _open_dates(when)
    if asked.errors:
        print(listed([*found, *when]))
    if asked.fast:
        return 0
    _speed([text.text for text in (*texts, *dated)])
    return 1 if _growth([text.text for text in texts]) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", action="append", type=Path, metavar="DIR")
    parser.add_argument("--files", action="extend", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--fast", action="store_true")
    return parser.parse_args()


def _table(heading: str, outcomes: list[Outcome], parts: Iterable[str]) -> None:
    """Precision, recall and F1 per part: of each file, then of all."""
    print(f"\n{heading}")
    files = sorted({one.file for one in outcomes})
    for file in (*files, *(["all"] if len(files) > 1 else [])):
        print(f"{file:<34}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'missed':>7}{'false':>7}")
        for part in parts:
            those = [one for one in outcomes if one.part == part and file in (one.file, "all")]
            if those:
                _row(part, total(those))


def _row(part: str, tally: Tally) -> None:
    shares = "".join(
        f"{100 * share:7.1f}" for share in (tally.precision, tally.recall, tally.f1)
    )
    print(f"  {part:<32}{shares}{tally.right:7}{tally.missed:7}{tally.false:7}")


def _open_dates(outcomes: list[Outcome]) -> None:
    """How much is left open of what the gold set decides."""
    decided = [one for one in outcomes if one.part == "date" and one.expected != OPEN]
    left = sum(one.got == OPEN for one in decided)
    if decided:
        print(f"{100 * left / len(decided):.1f} % of the decided dates are left open")


def _speed(texts: list[str]) -> None:
    """Microseconds a sentence, over the gold texts and the samples' bodies."""
    samples = [file.read_text("utf-8") for file in sorted((ROOT / "news").rglob("*.md"))]
    sentences = sum(map(_sentences, (*texts, *samples)))
    print(f"\n{sentences} sentences; CPU microseconds a sentence, median of {REPEATS}")
    for name, find in FINDERS.items():
        seconds = median(_seconds(find, (*texts, *samples)) for _ in range(REPEATS))
        print(f"  {name:<32}{1_000_000 * seconds / sentences:7.0f}")


def _sentences(text: str) -> int:
    """Roughly: lines, and full stops before a space."""
    return sum(1 + line.count(". ") for line in text.splitlines() if line.strip())


def _seconds(find: Finder, texts: Iterable[str]) -> float:
    begun = process_time()
    for text in texts:
        find(text)
    return process_time() - begun


def _growth(texts: list[str]) -> bool:
    """Whether anything costs more than it may where texts grow."""
    print(f"\nTimes the CPU for ten times {SHORT_TEXT} characters (bar {GROWTH_BAR:.0f})")
    print(" " * 34 + "".join(f"{name:>17}" for name in FINDERS))
    too_much = False
    for name, piece in (("prose", "\n\n".join(texts) or "x"), *HOSTILE.items()):
        ratios = [_ratio(find, piece) for find in FINDERS.values()]
        too_much |= any(ratio > GROWTH_BAR for ratio in ratios)
        marks = (f"{ratio:16.1f}{'!' if ratio > GROWTH_BAR else ' '}" for ratio in ratios)
        print(f"  {name:<32}{''.join(marks)}", flush=True)
    return too_much


def _ratio(find: Finder, piece: str) -> float:
    """The least of up to three measurements: other work may disturb one."""
    short, long = _grown(piece, SHORT_TEXT), _grown(piece, 10 * SHORT_TEXT)
    for _ in range(3):
        ratio = _least(find, long) / _least(find, short)
        if ratio <= GROWTH_BAR:
            break
    return ratio


def _least(find: Finder, text: str) -> float:
    """CPU seconds, the least of a few times: short runs are repeated until they tell."""
    return min(_average(find, text) for _ in range(3))


def _average(find: Finder, text: str) -> float:
    rounds, begun = 0, process_time()
    while (spent := process_time() - begun) < 0.02:
        find(text)
        rounds += 1
    return spent / rounds


def _grown(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


if __name__ == "__main__":
    sys.exit(main())
