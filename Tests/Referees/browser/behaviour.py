"""What readers do on the pages: each check opens a page, acts as a reader would and looks at what is shown."""
import csv
import io
import json
import re
import shutil
import subprocess
import time

ROWS = "[...document.querySelectorAll('.matrix tr[id]')].filter(r => !r.hidden && r.offsetHeight)"
HEADS = "[...document.querySelectorAll('.matrix thead th[data-id]')].filter(h => !h.hidden).map(h => h.dataset.id)"
# Text of the first cell shown in a row for each column, to see that cells move with their heads.
BUTTON = "[...document.querySelectorAll('.controls button')].find(b => b.textContent.includes({0}))"


def press(page, words):
    page.run(BUTTON.format(json.dumps(words)) + ".click()")


def equal(found, wanted, what):
    assert found == wanted, f"{what}: {found!r}, wanted {wanted!r}"


def search_finds_both_languages(page, site):
    page.open(site / "matrix.html")
    count = page.run(ROWS + ".length")
    for words in ("招聘", "recruitment"):
        page.run("document.querySelector('.controls input[type=search]').focus()")
        page.run("document.querySelector('.controls input[type=search]').value = ''")
        page.write(words)
        found = page.run(ROWS + ".map(r => r.textContent.toLowerCase())")
        assert 0 < len(found) < count, f"{words}: {len(found)} of {count} rows"
        assert all(words in text for text in found), f"a row without {words} is shown"
        shown = page.run("document.querySelector('[role=status]').textContent")
        assert str(len(found)) in shown and str(count) in shown, shown
        assert page.run("[...(CSS.highlights.get('found') ?? [])].length > 0"), "nothing is marked"
    page.write("zzzz")
    equal(page.run(ROWS + ".length"), 0, "rows for words that stand nowhere")
    press(page, "Reset")
    equal(page.run(ROWS + ".length"), count, "rows after reset")


def states_and_parts_filter(page, site):
    page.open(site / "matrix.html")
    count = page.run(ROWS + ".length")
    page.click(".legend button.explained")
    found = page.run(ROWS + ".map(r => !!r.querySelector('td.explained'))")
    assert 0 < len(found) < count and all(found), "rows without the state are shown"
    equal(page.run("document.querySelector('.legend button.explained').ariaPressed"), "true", "pressed")
    page.click(".legend button.explained")
    part = "[...document.querySelectorAll('.controls select')].at(-1)"
    page.run(f"{part}.selectedIndex = 2; {part}.dispatchEvent(new Event('change'))")
    assert page.run(f"new Set({ROWS}.map(r => r.parentElement)).size") == 1, "rows of other parts are shown"
    assert "group=2" in page.run("location.search"), "the address does not keep the part"


def only_differences_hides_what_is_alike(page, site):
    page.open(site / "articles-lianyungang.html")
    count = page.run(ROWS + ".length")
    press(page, "Only differences")
    shown = page.run(ROWS + ".length")
    assert 0 < shown < count, f"{shown} of {count} rows"
    page.open(site / "parameters.html")
    press(page, "Only differences")
    found = page.run("[...document.querySelectorAll('.values tr[id]')].filter(r => !r.hidden).map(r => r.className)")
    assert found and set(found) == {"differs"}, f"{set(found)}"


def columns_hide_and_move(page, site):
    page.open(site / "matrix.html")
    before = page.run(HEADS)
    cell = "document.querySelector('.matrix tr[id]').cells"
    texts = page.run(f"[...{cell}].slice(1).map(c => c.textContent)")
    page.click(".menu > summary")
    page.click(".columns li:nth-child(2) input")
    equal(page.run(HEADS), [before[0], *before[2:]], "columns after hiding the second")
    widths = page.run(f"[...{cell}].filter(c => !c.hidden).length")
    equal(widths, len(before), "cells shown in a row")
    page.click(".columns li:nth-child(3) button:nth-of-type(1)")
    page.click(".columns li:nth-child(2) button:nth-of-type(1)")
    wanted = [before[2], before[0], *before[3:]]
    equal(page.run(HEADS), wanted, "columns after moving the third to the front")
    moved = page.run(f"[...{cell}].slice(1).filter(c => !c.hidden).map(c => c.textContent)")
    equal(moved, [texts[before.index(name)] for name in wanted], "cells beside their heads")
    equal(page.run("document.activeElement.tagName"), "BUTTON", "focus after moving")
    search = page.run("location.search")
    page.open(f"{site / 'matrix.html'}{search}")
    equal(page.run(HEADS), wanted, "columns of a page opened by its address")


def base_is_switched(page, site):
    for name in ("matrix.html", "families.html"):
        page.open(site / name)
        before = page.run(HEADS)
        select = "document.querySelector('.controls select')"
        page.run(f"{select}.value = '1'; {select}.dispatchEvent(new Event('change'))")
        equal(page.run(HEADS), [before[1], before[0], *before[2:]], f"{name}: columns after the switch")
        equal(page.run("document.querySelector('thead .base').closest('th').dataset.id"), before[1], "base mark")
        page.open(f"{site / name}?base={before[1]}")
        equal(page.run(HEADS)[0], before[1], "base by address")
    page.open(site / "articles-lianyungang.html")
    page.click(".bases a:not([aria-current])")
    page.until("location.pathname.endsWith('articles-jiangsu.html') && document.readyState === 'complete'")


def languages_switch_and_are_remembered(page, site):
    visible = "[...document.querySelectorAll('{0}')].filter(e => e.offsetHeight).length"
    page.open(site / "matrix.html")
    page.click("[for=ui-en]")
    equal(page.run("document.documentElement.lang"), "en", "language of the page")
    equal(page.run(visible.format(".zh")), 0, "Chinese labels in English")
    equal(page.run("document.querySelector('.controls input').placeholder"), "Find", "placeholder")
    page.open(site / "index.html")
    equal(page.run("document.documentElement.lang"), "en", "language of the next page")
    page.click("[for=ui-zh]")
    equal(page.run(visible.format(".en")), 0, "English labels in Chinese")
    page.click("[for=ui-both]")
    assert page.run(visible.format(".en")) and page.run(visible.format(".zh")), "both are shown"


def pins_are_exported(page, site):
    page.open(site / "matrix.html")
    page.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(page.browser.downloads))
    row = "#" + page.run("document.querySelector('.matrix tr[id]').id")
    # A hostile cell: what a spreadsheet takes for a formula, and what breaks records.
    page.run(f"document.querySelector('{row} td blockquote p').textContent = '=1+1,\"x\"<b>'")
    page.click(f"{row} td:nth-of-type(1) .pin")
    page.click(f"{row} td:nth-of-type(2) .pin")
    equal(page.run("document.querySelectorAll('.pins li').length"), 2, "pins listed")
    press(page, "CSV")
    press(page, "Markdown")
    files = {name: wait(page.browser.downloads / name) for name in ("matrix-pins.csv", "matrix-pins.md")}
    records = list(csv.DictReader(io.StringIO(files["matrix-pins.csv"].decode("utf-8-sig"), newline="")))
    equal({record["text"] for record in records}, {"lianyungang", "jiangsu"}, "texts in the CSV")
    assert records[0]["quotation"].startswith("'=1+1,\"x\"<b>"), records[0]["quotation"]
    for record in records:
        assert record["file"] and record["lines"] and record["address"] and record["sha256_prefix"], record
    table = files["matrix-pins.md"].decode()
    assert "\\=1\\+1" in table or "=1\\+1" in table, table
    assert "\\<b\\>" in table and "<b>" not in table, "Markdown with an element in it"
    page.open(site / "matrix.html")
    equal(page.run("document.querySelectorAll('.pin[aria-pressed=true]').length"), 2, "pins after a reload")
    page.run("localStorage.clear()")


def wait(path, seconds=5):
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} was never written"
        time.sleep(0.02)
    time.sleep(0.1)
    return path.read_bytes()


def deep_links_lead_to_rows(page, site):
    page.open(site / "matrix.html")
    row = page.run("[...document.querySelectorAll('.matrix tr[id]')].at(-3).id")
    for address in (f"#{row}", f"?q=zzzz#{row}"):
        page.open(f"{site / 'matrix.html'}{address}")
        place = page.run(f"document.getElementById('{row}').getBoundingClientRect().top")
        head = page.run("document.querySelector('.matrix thead').getBoundingClientRect().bottom")
        assert head - 2 <= place < 900, f"{address}: at {place}, the head ends at {head}"
    page.open(site / "matrix.html")
    link = page.run("document.querySelector('.cite a[href*=\"#\"]').getAttribute('href')")
    page.open(f"{site / link.split('#')[0]}#{link.split('#')[1]}")
    assert page.run("!!document.querySelector(':target')"), f"{link} names no place"


def provenance_by_mouse_and_key(page, site):
    page.open(site / "matrix.html")
    page.hover(".source > summary")
    page.until("document.querySelector('.source').open")
    shown = page.run("document.querySelector('.source ul').innerText")
    assert "SHA-256" in shown and "lianyungang" in shown, shown
    page.key("Escape")
    assert not page.run("document.querySelector('.source').open"), "Escape closes it"
    page.run("document.querySelector('.source > summary').focus()")
    page.key("Enter")
    assert page.run("document.querySelector('.source').open"), "Enter opens it"


def folding(page, site):
    page.open(site / "articles-lianyungang.html")
    details = "[...document.querySelectorAll('details.more')]"
    press(page, "Expand all")
    assert page.run(f"{details}.length > 0 && {details}.every(d => d.open)"), "all are open"
    press(page, "Collapse all")
    assert page.run(f"{details}.every(d => !d.open)"), "all are closed"
    count = page.run(ROWS + ".length")
    page.click("button.fold")
    assert page.run(ROWS + ".length") < count, "a chapter is folded"
    equal(page.run("document.querySelector('button.fold').ariaExpanded"), "false", "expanded")


def pairs_inline_and_changes(page, site):
    page.open(site / "pairs/jiangsu--jilin.html")
    base = page.run("document.querySelector('.pair tr.changed .in-base').textContent")
    press(page, "Inline")
    shown = page.run("[...document.querySelectorAll('.pair tr.changed .in-one')].map(c => c.innerHTML)")
    assert shown and "<del>" in shown[0] and "<ins>" in shown[0], "both texts in one"
    # Without what was added, the base is left; without what was removed, the other text.
    text = page.run(
        "(() => { const c = document.querySelector('.pair tr.changed .in-one').cloneNode(true);"
        "c.querySelectorAll('ins').forEach(e => e.remove()); return c.textContent; })()")
    close = lambda words: "".join(words.split()).lower()
    assert abs(len(close(text)) - len(close(base))) <= 4, f"{text!r} is not {base!r}"
    press(page, "Inline")
    equal(page.run("document.querySelectorAll('.in-one').length"), 0, "inline cells left")
    page.click("label[for=ui-changes]")
    assert not page.run("[...document.querySelectorAll('tr.equal')].some(r => r.offsetHeight)"), "equal rows are shown"
    assert "changes=1" in page.run("location.search")


def keyboard_reaches_everything(page, site):
    page.open(site / "matrix.html")
    path = []
    for _ in range(40):
        page.key("Tab")
        path.append(page.run(
            "(() => { const e = document.activeElement, r = (e.labels?.[0]?.offsetParent ? e.labels[0] : e).getBoundingClientRect();"
            "const s = getComputedStyle(e); return [e.tagName + '.' + e.className + '#' + e.id, r.width > 0, s.outlineStyle]; })()"))
    names = [name for name, *_ in path]
    for wanted in ("A.skip#", "INPUT.ui#ui-both", "BUTTON.chip present#", "INPUT.#", "SELECT.#", "SUMMARY.#", "BUTTON.pin#"):
        assert wanted in names, f"{wanted} is not reached: {names}"
    order = [names.index(wanted) for wanted in ("A.skip#", "INPUT.ui#ui-both", "INPUT.#", "SELECT.#", "BUTTON.pin#")]
    equal(order, sorted(order), "order of the keyboard path")
    assert all(seen for _, seen, _ in path), f"focus on something that is not shown: {path}"
    page.run("document.querySelector('.menu > summary').focus()")
    page.key("Enter")
    page.key("Tab")
    page.key(" ")
    equal(page.run(HEADS + ".length"), 4, "columns after the first was switched off by key")
    page.key("Escape")
    assert page.run("!document.querySelector('.menu').open && document.activeElement.tagName === 'SUMMARY'"), "Escape"


def header_and_first_column_stay(page, site):
    page.window(820, 900)
    page.open(site / "matrix.html")
    page.run("scrollTo(260, 2500)")
    place = page.run(
        "(() => { const h = document.querySelector('.matrix thead .corner').getBoundingClientRect();"
        "const f = [...document.querySelectorAll('.matrix tr[id] th')].find(t => t.getBoundingClientRect().bottom > 300)"
        ".getBoundingClientRect(); return [h.left, h.top, f.left, document.scrollingElement.scrollLeft]; })()")
    equal(place, [0, 0, 0, 260], "corner and first column")
    page.window(1440, 900)


def phone_needs_no_sideways_scrolling(page, site):
    page.window(390, 800)
    for file in sorted(site.rglob("*.html")):
        page.open(file)
        width = page.run("document.scrollingElement.scrollWidth")
        assert width <= 390, f"{file.name} is {width} wide"
    page.window(1440, 900)


def prints_with_repeated_heads(page, site):
    page.open(site / "matrix.html")
    data = page.pdf()
    assert data.startswith(b"%PDF"), "no PDF"
    if not shutil.which("pdftotext"):
        return
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    sheets = run.stdout.decode().split("\f")[:-1]
    assert len(sheets) > 3, f"{len(sheets)} sheets"
    for number, sheet in enumerate(sheets, 1):
        assert re.search(rf"\b{number} */ *{len(sheets)}\b", sheet), f"sheet {number} has no number"
        assert "Lianyungang" in sheet and "Shanghai" in sheet, f"sheet {number} has no heads"
        assert "Columns" not in sheet, "controls are printed"
    facts = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout.decode()
    width, height = [float(part) for part in facts.split("Page size:")[1].split("pts")[0].split("x")]
    assert width > height, "not landscape"


def without_script_it_is_a_plain_table(page, site):
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.open(site / "matrix.html", scripted=False)
    page.ask("Emulation.setScriptExecutionDisabled", value=False)
    equal(page.run("document.querySelectorAll('.controls, .pin, .fold').length"), 0, "controls without a script")
    assert page.run(ROWS + ".length") > 40, "rows"
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.click("[for=ui-en]")
    page.ask("Emulation.setScriptExecutionDisabled", value=False)
    equal(page.run("[...document.querySelectorAll('.zh')].filter(e => e.offsetHeight).length"), 0, "Chinese labels")


def wide_page_is_at_hand(page, file):
    """A large table, of which only what is near the window is laid out: places, words and sources are found all the same."""
    page.open(file)
    count = page.run(ROWS + ".length")
    # Lay-out goes on while rows come near, so the place is waited for.
    row = page.run(f"{ROWS}.at(-8).id")
    page.open(f"{file}#{row}")
    top = f"document.getElementById('{row}').getBoundingClientRect().top"
    head = "document.querySelector('.matrix thead').getBoundingClientRect().bottom"
    page.until(f"{head} - 2 <= {top} && {top} < innerHeight / 2")
    # What floats over the cells is seen whole.
    page.run(f"document.querySelector('#{row} td .source > summary').scrollIntoView({{block: 'center'}})")
    page.hover(f"#{row} td .source > summary")
    page.until(f"document.querySelector('#{row} .source').open")
    page.until(
        f"(() => {{ const r = document.querySelector('#{row} .source > ul').getBoundingClientRect();"
        "return [[r.left + 4, r.top + 4], [r.right - 4, r.bottom - 4]].every(([x, y]) =>"
        " document.elementFromPoint(x, y)?.closest('.floating')); })()")
    words = page.run(f"document.querySelector('#{row} td blockquote').textContent.trim().slice(0, 8)")
    page.open(file)
    page.run("document.querySelector('.controls input[type=search]').focus()")
    page.write(words)
    found = page.run(f"{ROWS}.map(r => r.id)")
    assert row in found and len(found) < count, f"{words}: {len(found)} of {count} rows, {row} not among them"
    press(page, "Reset")
    page.run("scrollTo(0, document.scrollingElement.scrollHeight)")
    page.until(f"{ROWS}.at(-1).getBoundingClientRect().top < innerHeight")


CHECKS = [
    search_finds_both_languages, states_and_parts_filter, only_differences_hides_what_is_alike, columns_hide_and_move,
    base_is_switched, languages_switch_and_are_remembered, pins_are_exported, deep_links_lead_to_rows,
    provenance_by_mouse_and_key, folding, pairs_inline_and_changes, keyboard_reaches_everything,
    header_and_first_column_stay, phone_needs_no_sideways_scrolling, prints_with_repeated_heads,
    without_script_it_is_a_plain_table,
]
