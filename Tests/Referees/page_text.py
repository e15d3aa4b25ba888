#!/usr/bin/env python3
"""What can be read on saved web pages, found without the parser that is tested.

usage: page_text.py FOLDER OUTPUT

For each page of FOLDER a file of the same name in OUTPUT: the characters that can be seen, in the order of the page,
without white space; and in numbers.tsv a line for each page with the numbers of the articles that begin a line. Pages
are decoded by Python's codecs and cut by Python's html.parser, which builds no tree; hidden elements and elements that
hold no text are left out by their start and end tags. Of style sheets, rules of one class or id that hide are followed.
"""
import html.parser
import os
import re
import sys

SKIPPED = {"script", "style", "title", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "audio",
           "video", "datalist"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "nobr", "q", "s", "small",
          "span", "strong", "sub", "sup", "tt", "u", "bdi", "del", "var", "img", "input", "wbr"}
SIMPLE = re.compile(r"\w*[.#][\w-]+")
HIDING = re.compile(r"display:none|visibility:(hidden|collapse)|(^|;)(font-size|opacity):0(?![.\d])")


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self.open = []
        self.hiding = set()

    def read_rules(self, sheet):
        sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
        sheet = re.sub(r"@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet)
        for selectors, declarations in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
            plain = re.sub(r"\s", "", declarations).lower()
            if not re.search(r"(^|;)(display|visibility):", plain):
                continue
            simple = {one.strip() for one in selectors.split(",") if SIMPLE.fullmatch(one.strip())}
            self.hiding = self.hiding | simple if HIDING.search(plain) else self.hiding - simple

    def is_hidden(self, tag, attributes):
        values = dict(attributes)
        names = ["." + name for name in (values.get("class") or "").split()]
        names += ["#" + values["id"]] if values.get("id") else []
        if any(name in self.hiding or tag + name in self.hiding for name in names):
            return True
        style = re.sub(r"\s", "", values.get("style") or "").lower()
        return (tag in SKIPPED or "hidden" in values or (values.get("aria-hidden") or "").strip().lower() == "true"
                or bool(HIDING.search(style)))

    def handle_starttag(self, tag, attributes):
        if tag not in INLINE:
            self.lines.append("")
        if tag not in VOID:
            self.open.append((tag, self.is_hidden(tag, attributes)))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.lines.append("")
        places = [index for index, entry in enumerate(self.open) if entry[0] == tag]
        if places:
            del self.open[places[-1]:]

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "style":
            self.read_rules(data)
        if not any(hidden for _, hidden in self.open):
            self.lines[-1] += data


def decoded(data):
    for encoding in ("utf-8", "gb18030", "cp950"):
        label = re.search(rb"charset\W{0,2}([\w-]+)", data[:4096])
        is_big5 = label and label.group(1).lower() == b"big5"
        if encoding == "gb18030" and is_big5:
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode("cp950", "replace")


DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}


def value(numeral):
    total = current = 0
    for character in numeral:
        if character in "十百千":
            total += max(current, 1) * {"十": 10, "百": 100, "千": 1000}[character]
            current = 0
        else:
            current = DIGITS[character]
    return total + current


MARK = re.compile(r"第([〇零一二两三四五六七八九十百千]+)[条條](?:之([一二三四五六七八九十]+))?(?![规規的所至、和或及与與第])")


def main(folder, output):
    os.makedirs(output, exist_ok=True)
    with open(os.path.join(output, "numbers.tsv"), "w", encoding="utf-8") as table:
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                page = Page()
                page.feed(decoded(file.read()))
                page.close()
            with open(os.path.join(output, name), "w", encoding="utf-8") as file:
                file.write("".join("".join(line.split()) for line in page.lines))
            numbers = []
            for line in page.lines:
                mark = MARK.match(line.strip())
                if mark:
                    branch = f"-{value(mark.group(2))}" if mark.group(2) else ""
                    numbers.append(f"{value(mark.group(1))}{branch}")
            print(name, " ".join(numbers), sep="\t", file=table)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
