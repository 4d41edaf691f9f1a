"""Every code of a finding: made by a real fault, and told word for word in French and English."""

from pathlib import Path

import pytest
from tests.tables.fault_cases import CASES, SCHEMES, sound_folder

from coopgraph.findings import Finding, format_finding
from coopgraph.tables.check import check_folder
from coopgraph.tables.codes import CODES

GOLDEN = Path(__file__).with_name("golden_findings.txt")
NOT_OF_TABLES = {code for code in CODES if code.startswith("E7")}


def golden() -> dict[str, str]:
    """Return code → its two lines, English and French."""
    blocks = GOLDEN.read_text(encoding="utf-8").strip("\n").split("\n\n")
    return {block.split(": ", 1)[1].split(" ", 1)[0]: block for block in blocks}


def find(code: str, folder: Path) -> list[Finding]:
    """Return the findings with this code in the folder made for it."""
    encoding = None
    if code == "E115":
        folder = Path("no-such-folder")
    elif code == "E119":
        pass
    elif code == "E101":
        (sound_folder(folder, {}) / "venues.csv").mkdir()
    else:
        case = CASES[code]
        encoding = case.encoding
        sound_folder(folder, case.files or {})
    found = check_folder(folder, schemes=SCHEMES, encoding=encoding)
    return [finding for finding in found if finding.code == code]


def told(finding: Finding, folder: Path) -> str:
    lines = [format_finding(finding, language) for language in ("en", "fr")]
    return "\n".join(lines).replace(str(folder), "FOLDER")


@pytest.mark.parametrize("code", sorted(set(CODES) - NOT_OF_TABLES))
def test_every_code_is_told_in_both_languages(code: str, tmp_path: Path) -> None:
    found = find(code, tmp_path)
    assert found, f"the faulty folder does not give {code}"
    assert told(found[0], tmp_path) == golden()[code]


def test_the_sound_folder_has_no_finding(tmp_path: Path) -> None:
    assert check_folder(sound_folder(tmp_path, {}), schemes=SCHEMES) == []


@pytest.mark.parametrize("code", sorted(set(CASES) - {"E101", "E115", "E118", "E119"}))
def test_a_fault_gives_one_finding_of_its_code(code: str, tmp_path: Path) -> None:
    several = {"W301": 7}
    assert len(find(code, tmp_path)) == several.get(code, 1)
