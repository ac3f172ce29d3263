"""Draws marks.woff2: the few marks that the interface font lacks, as wide as its letters.

Run by hand when a mark changes: python3 marks-font.py (needs fonttools and brotli).
"""

from math import cos, pi, sin
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000


def polygon(pen, points):
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def circle(radius, center, clockwise=True):
    steps = 40
    turn = -1 if clockwise else 1
    return [
        (round(center[0] + radius * cos(turn * 2 * pi * i / steps)), round(center[1] + radius * sin(turn * 2 * pi * i / steps)))
        for i in range(steps)
    ]


def stroke(start, end, width):
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    nx, ny = -dy / length * width / 2, dx / length * width / 2
    return [
        (round(start[0] + nx), round(start[1] + ny)),
        (round(end[0] + nx), round(end[1] + ny)),
        (round(end[0] - nx), round(end[1] - ny)),
        (round(start[0] - nx), round(start[1] - ny)),
    ]


def glyph(*contours):
    pen = TTGlyphPen(None)
    for contour in contours:
        polygon(pen, contour)
    return pen.glyph()


def comma(x):
    """One half of a speech mark: a block with a tail that leans forward."""
    return [(x, 300), (x, 470), (x + 150, 680), (x + 250, 680), (x + 170, 500), (x + 240, 500), (x + 240, 300)]


marks = {
    # name: (code point, advance, glyph)
    "dispute": (0xE001, 700, glyph([(430, 800), (90, 300), (310, 300), (250, -90), (610, 430), (375, 430)])),
    "ring": (0xE002, 700, glyph(circle(270, (350, 330)), circle(150, (350, 330), clockwise=False))),
    "speech": (0xE003, 680, glyph(comma(60), comma(360))),
    "cross": (0xE004, 680, glyph(stroke((90, 80), (590, 580), 150), stroke((90, 580), (590, 80), 150))),
    "struck": (0xE005, 560, glyph(stroke((100, 20), (240, 640), 110), stroke((320, 20), (460, 640), 110))),
}

builder = FontBuilder(EM, isTTF=True)
names = [".notdef", *marks]
builder.setupGlyphOrder(names)
builder.setupCharacterMap({code: name for name, (code, _, _) in marks.items()})
builder.setupGlyf({".notdef": glyph(), **{name: shape for name, (_, _, shape) in marks.items()}})
builder.setupHorizontalMetrics({".notdef": (EM, 0), **{name: (advance, 0) for name, (_, advance, _) in marks.items()}})
builder.setupHorizontalHeader(ascent=950, descent=-250)
builder.setupNameTable({"familyName": "Claimgraph Marks", "styleName": "Regular"})
builder.setupOS2(sTypoAscender=950, usWinAscent=950, usWinDescent=250)
builder.setupPost()
builder.font.flavor = "woff2"
builder.save(Path(__file__).with_name("marks.woff2"))
