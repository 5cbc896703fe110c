"""Cuts the faces of the pages from the variable fonts that @fontsource-variable packages.

    /usr/bin/python3 scripts/theme-fonts.py NODE_MODULES FACES

takes fontTools 4.38 or newer with brotli, and a folder of packages that has newsreader, literata and inter. Of each
face comes one weight at one optical size, in two files: the letters of Dutch, English, French and German with
their signs; the rest of Latin, fetched only by pages that need it. Of the kerning stay the pairs of plain letters
that an eye sees at reading size: the whole table weighs as much as the letters.
"""

import os
import sys
import tempfile

from fontTools import merge, subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer

# To the em. A fifth of a pixel in the largest title is seen by nobody, and outlines of smaller numbers weigh a tenth less.
UNITS = 500
SEEN = 17
PLAIN = "".join(map(chr, range(0x21, 0x7F))) + "’”"
FIRST = (
    set(range(0x20, 0x7F))
    | {0xA0, 0xA9, 0xAB, 0xAD, 0xB0, 0xB7, 0xBB, 0xC9, 0xDF, 0xE4, 0xF6}
    | set(range(0xE0, 0xE3))
    | set(range(0xE7, 0xF0))
    | set(range(0xF1, 0xF5))
    | set(range(0xF9, 0xFD))
    | {0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x20AC}
)
MORE = (
    set(range(0xA1, 0x250))
    | set(range(0x1E80, 0x1F00))
    | set(range(0x2010, 0x2045))
    | set(range(0x20A0, 0x20C1))
    | {0x2122, 0x2212}
) - FIRST


def pairs_in(font):
    """The kerning between plain letters, in font units, by the names of two glyphs."""
    tables = [
        getattr(table, "ExtSubTable", table)
        for lookup in font["GPOS"].table.LookupList.Lookup
        for table in lookup.SubTable
    ]
    names = {font.getBestCmap()[ord(sign)] for sign in PLAIN if ord(sign) in font.getBestCmap()}
    found = {}
    for table in tables:
        if table.LookupType != 2:
            continue
        for left in names & set(table.Coverage.glyphs):
            if table.Format == 1:
                group = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
                values = {record.SecondGlyph: record.Value1 for record in group if record.SecondGlyph in names}
            else:
                row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                values = {right: row[table.ClassDef2.classDefs.get(right, 0)].Value1 for right in names}
            for right, value in values.items():
                found.setdefault((left, right), getattr(value, "XAdvance", 0) if value else 0)
    return found


def keep_seen_pairs(font):
    pairs = pairs_in(font) if "GPOS" in font else {}
    if "GPOS" in font:
        del font["GPOS"]
    seen = [f"pos {a} {b} {round(v / 2) * 2};" for (a, b), v in sorted(pairs.items()) if abs(v) >= SEEN]
    if seen:
        addOpenTypeFeaturesFromString(font, "feature kern {" + "".join(seen) + "} kern;", tables=["GPOS"])


def instance(source, letters, axes):
    font = TTFont(source, recalcTimestamp=False)
    has = {axis.axisTag for axis in font["fvar"].axes}
    font = instancer.instantiateVariableFont(font, {tag: at for tag, at in axes.items() if tag in has})
    scale_upem(font, UNITS)
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["STAT", "DSIG", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    keep_seen_pairs(font)
    return font


def save(font, target):
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(target)


def joined(fonts):
    """One font of two that share no letter."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index, font in enumerate(fonts):
            font.flavor = None
            files.append(os.path.join(folder, f"{index}.ttf"))
            font.save(files[-1])
        return merge.Merger().merge(files)


FACES = [
    ("newsreader", "newsreader-text", "normal", {"opsz": 16, "wght": 400}),
    ("newsreader", "newsreader-italic", "italic", {"opsz": 16, "wght": 400}),
    ("newsreader", "newsreader-title", "normal", {"opsz": 32, "wght": 560}),
    ("literata", "literata-text", "normal", {"opsz": 14, "wght": 400}),
    ("literata", "literata-italic", "italic", {"opsz": 14, "wght": 400}),
    ("literata", "literata-bold", "normal", {"opsz": 14, "wght": 650}),
    ("inter", "inter-text", "normal", {"opsz": 16, "wght": 400}),
    ("inter", "inter-bold", "normal", {"opsz": 20, "wght": 620}),
]


def main(packages, faces):
    for family, name, style, axes in FACES:
        folder = os.path.join(faces, family)
        os.makedirs(folder, exist_ok=True)
        files = os.path.join(packages, "@fontsource-variable", family, "files")
        source = os.path.join(files, f"{family}-%s-opsz-{style}.woff2")
        save(instance(source % "latin", FIRST, axes), os.path.join(folder, f"{name}.woff2"))
        more = [instance(source % script, MORE, axes) for script in ("latin", "latin-ext")]
        save(joined(more), os.path.join(folder, f"{name}-more.woff2"))
        for part in ("", "-more"):
            print(os.path.getsize(os.path.join(folder, f"{name}{part}.woff2")), f"{name}{part}")


main(*sys.argv[1:])
