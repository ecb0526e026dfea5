"""The theme's drawings, as far as a card shows them: filled and stroked paths of an SVG file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from PIL import Image, ImageDraw

Point = tuple[float, float]
_TOKEN = re.compile(r"([MmLlHhVvCcSsZz])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_NEEDED = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "z": 0}
_STEPS = 12
_FINER = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with its colours; None for what is not drawn."""

    outlines: tuple[tuple[Point, ...], ...]
    fill: str | None
    stroke: str | None
    stroke_width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The paths of a file and the size in which it counts."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def draw(self, width: int, height: int) -> Image.Image:
        """Return the drawing in a size, on nothing."""
        scale = width / self.width * _FINER
        image = Image.new("RGBA", (width * _FINER, height * _FINER))
        pen = ImageDraw.Draw(image)
        for shape in self.shapes:
            for outline in shape.outlines:
                points = [(x * scale, y * scale) for x, y in outline]
                if shape.fill and len(points) > 2:  # noqa: PLR2004  (a surface)
                    pen.polygon(points, fill=shape.fill)
                if shape.stroke:
                    pen.line(
                        points, fill=shape.stroke, width=round(shape.stroke_width * scale), joint="curve"
                    )
        return image.resize((width, height), Image.Resampling.BOX)


def read_drawing(data: bytes) -> Drawing:
    """Read what is drawn by paths; all else in the file is passed over."""
    root = ET.fromstring(data)  # noqa: S314  (the theme's own file)
    box = [float(one) for one in root.get("viewBox", "0 0 1 1").split()]
    paths = [one for one in root.iter() if one.tag.rpartition("}")[2] == "path"]
    return Drawing(box[2], box[3], tuple(_shape(one) for one in paths))


def _shape(path: ET.Element) -> Shape:
    return Shape(
        outlines=tuple(outlines(path.get("d", ""))),
        fill=_colour(path.get("fill", "#000")),
        stroke=_colour(path.get("stroke", "none")),
        stroke_width=float(path.get("stroke-width", "1")),
    )


def _colour(name: str) -> str | None:
    return name if name.startswith("#") else None


def outlines(written: str) -> Iterator[tuple[Point, ...]]:
    """Yield the lines that a path consists of, its curves as short straight ones."""
    here: Point = (0.0, 0.0)
    control = here
    line: list[Point] = []
    for command, numbers in _commands(written):
        kind = command.lower()
        if kind == "z":
            line.append(line[0])
            here = line[0]
            continue
        base = here if command.islower() else (0.0, 0.0)
        points = _points(kind, numbers, base, here)
        if kind == "m":
            if line:
                yield tuple(line)
            line = []
        if kind in "cs":
            first = points[0] if kind == "c" else (2 * here[0] - control[0], 2 * here[1] - control[1])
            control = points[-2]
            line += _curve(here, first, control, points[-1])
        else:
            line += points
            control = points[-1]
        here = points[-1]
    if line:
        yield tuple(line)


def _commands(written: str) -> Iterator[tuple[str, list[float]]]:
    command, numbers = "", list[float]()
    for letter, number in _TOKEN.findall(written):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
        if command and len(numbers) == _NEEDED[command.lower()]:
            yield command, numbers
            numbers = []
            command = {"m": "l", "M": "L"}.get(command, command)


def _points(kind: str, numbers: Sequence[float], base: Point, here: Point) -> list[Point]:
    if kind == "h":
        return [(base[0] + numbers[0], here[1])]
    if kind == "v":
        return [(here[0], base[1] + numbers[0])]
    return [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    found = []
    for step in range(1, _STEPS + 1):
        t, u = step / _STEPS, 1 - step / _STEPS
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        corners = (start, first, second, end)
        x, y = (sum(w * p[axis] for w, p in zip(weights, corners, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found
