// Filters, columns, base, pins, languages. The page is a complete document without this file: all controls here are made
// by it. Text of documents reaches the page through textContent only.
"use strict";
(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const one = (selector, inside = document) => inside.querySelector(selector);
  const root = document.documentElement;
  const memory = {
    read(key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    write(key, value) {
      try { localStorage.setItem(key, value); } catch { /* no storage: nothing is remembered */ }
    },
  };

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }
  const words = (zh, en) =>
    zh === en ? [zh] : [make("span", { class: "zh", lang: "zh-Hans" }, zh), " ", make("span", { class: "en", lang: "en" }, en)];

  // Languages: the radio buttons work without a script; it remembers them and names what no element can hold.
  let language = "both";
  const spoken = [];
  const inLanguage = (zh, en) => (language === "zh" || zh === en ? zh : language === "en" ? en : `${zh} ${en}`);
  const speak = ([element, place, zh, en]) => {
    if (place === "text") element.textContent = inLanguage(zh, en);
    else element.setAttribute(place, inLanguage(zh, en));
  };
  function say(element, place, zh, en) {
    spoken.push([element, place, zh, en]);
    speak(spoken.at(-1));
    return element;
  }
  function setLanguage(next) {
    language = next;
    const lang = next === "en" ? "en" : "zh-Hans";
    if (root.lang !== lang) root.lang = lang;
    spoken.forEach(speak);
  }
  const languages = all("[name=ui-language]");
  const nameOf = (radio) => radio.id.replace("ui-", "");
  const query = new URLSearchParams(location.search);
  const wanted = query.get("lang") ?? memory.read("duizhao.language");
  for (const radio of languages) {
    if (nameOf(radio) === wanted) radio.checked = true;
    if (radio.checked) setLanguage(nameOf(radio));
    radio.addEventListener("change", () => {
      setLanguage(nameOf(radio));
      memory.write("duizhao.language", language);
      announce();
    });
  }

  // What is filtered: rows of a matrix, groups of a pair, rows of any table marked `data-tools="rows"`.
  const tables = all("table[data-tools]");
  const kind = tables[0]?.dataset.tools;
  const isMatrix = kind === "matrix";
  const state = { q: "", group: "", states: new Set(), differs: false, base: -1, order: [], hidden: new Set() };
  const units = [];
  const groups = [];
  const columns = [];
  const status = make("p", { class: "status", role: "status" });

  function unitsOf(body, table) {
    if (kind === "pairs") return body.matches(".pair") ? [[body]] : [];
    const found = [];
    for (const row of body.rows) {
      if (row.matches(".group") || body.matches(".facts")) continue;
      if (row.id || kind === "matrix" || !found.length || one("th[rowspan]", row)) found.push([row]);
      else found.at(-1).push(row);
    }
    return found;
  }
  function statesOf(rows) {
    if (isMatrix) return [...rows[0].cells].slice(1).map((cell) => cell.classList[0]);
    if (kind === "pairs") return [...rows[0].rows].map((row) => row.classList[0]);
    return all(".chip", rows[0]).map((chip) => chip.classList[1]);
  }
  for (const table of tables) {
    for (const body of table.tBodies) {
      const heading = one(".group > th", body);
      if (heading) groups.push({ heading, body });
      for (const rows of unitsOf(body, table)) {
        units.push({
          rows, group: groups.length - 1, states: statesOf(rows), alike: new Set(rows[0].dataset.alike?.split(" ")),
          cells: isMatrix ? [...rows[0].cells].slice(1) : [], isThin: rows[0].matches(".thin"),
          isSame: rows[0].matches(".same"), differs: rows[0].matches(".differs"), text: null,
        });
      }
    }
  }

  // Search: every word must stand in the row, in whichever language; provenance is not searched.
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const isSearched = (node) => !node.parentElement.closest(".source, .of, button");
  function textNodes(inside) {
    const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT, (node) =>
      isSearched(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }
  const textOf = (unit) => (unit.text ??= folded(unit.rows.flatMap(textNodes).map((node) => node.data).join("")));
  const MOST_MARKS = 3000;
  function mark(terms) {
    if (!window.Highlight) return;
    const ranges = [];
    for (const unit of terms.length ? units.filter((unit) => !unit.rows[0].hidden) : []) {
      for (const node of unit.rows.flatMap(textNodes)) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const term of terms) {
          for (let at = text.indexOf(term); at >= 0 && ranges.length < MOST_MARKS; at = text.indexOf(term, at + term.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + term.length);
            ranges.push(range);
          }
        }
      }
    }
    if (!CSS.highlights.has("found")) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("::highlight(found){background:#ffe58a;color:#1d2127}");
      document.adoptedStyleSheets.push(sheet);
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  // A row differs where a text that can be judged says otherwise than the base, or than the first that can.
  const canSay = new Set(["present", "silent", "delegated"]);
  function differs(unit) {
    if (!isMatrix) return unit.differs;
    const shown = state.order.filter((column) => !state.hidden.has(column) && canSay.has(unit.states[column]));
    const base = shown.includes(state.base) ? state.base : shown[0];
    return shown.some((column) => column !== base && (unit.states[column] !== unit.states[base] ||
      (unit.states[base] !== "silent" && !unit.alike.has(`${Math.min(base, column)}-${Math.max(base, column)}`))));
  }
  const thin = one("#ui-thin");
  const changes = one("#ui-changes");
  function isShown(unit, terms) {
    if (state.group && unit.group !== Number(state.group) - 1) return false;
    const held = isMatrix ? unit.states.filter((_, column) => !state.hidden.has(column)) : unit.states;
    if (state.states.size && !held.some((name) => state.states.has(name))) return false;
    if (state.differs && !differs(unit)) return false;
    return terms.every((term) => textOf(unit).includes(term));
  }
  function filter() {
    const terms = folded(state.q).split(/\s+/).filter(Boolean);
    for (const unit of units) {
      const shown = isShown(unit, terms);
      for (const row of unit.rows) if (row.hidden === shown) row.hidden = !shown;
    }
    for (const [index, { heading, body }] of groups.entries()) {
      const rows = units.filter((unit) => unit.group === index);
      heading.parentElement.hidden = !rows.some((unit) => !unit.rows[0].hidden);
      if (state.q) fold(body, heading, false);
    }
    mark(terms);
    announce();
    remember();
  }
  function announce() {
    if (!units.length) return;
    const count = units.filter((unit) => !(unit.rows[0].hidden || (thin?.checked && unit.isThin) || (changes?.checked && unit.isSame))).length;
    status.replaceChildren(...words(`显示 ${count} / ${units.length} 行`, `${count} of ${units.length} rows shown`));
    if (reset) reset.hidden = !addressOf(state).size;
  }

  // The address keeps the filters, so that a view can be cited.
  function addressOf() {
    const kept = new URLSearchParams();
    if (state.q) kept.set("q", state.q);
    if (state.group) kept.set("group", state.group);
    if (state.states.size) kept.set("state", [...state.states].join(" "));
    if (state.differs) kept.set("differs", "1");
    if (thin?.checked) kept.set("thin", "1");
    if (changes && changes.checked !== changes.defaultChecked) kept.set("changes", changes.checked ? "1" : "0");
    if (isInline()) kept.set("view", "inline");
    if (isMatrix) {
      const shown = state.order.filter((column) => !state.hidden.has(column));
      if (state.base !== printedBase) kept.set("base", columns[state.base]?.id ?? "");
      if (String(shown) !== String([...columns.keys()])) kept.set("columns", shown.map((column) => columns[column].id).join(" "));
    }
    return kept;
  }
  let isRestoring = true;
  function remember() {
    if (isRestoring) return;
    const kept = addressOf().toString();
    try { history.replaceState(null, "", (kept ? "?" + kept : location.pathname) + location.hash); } catch { /* not kept */ }
  }

  // Columns
  let printedBase = -1;
  const badge = one("thead .base") ?? make("span", { class: "base" }, ...words("基准", "base"));
  function place() {
    const shown = state.order.filter((column) => !state.hidden.has(column));
    for (const { cells, row } of rowsOfColumns) {
      if (cells.some((cell, index) => row.children[index + 1] !== cells[state.order[index]])) {
        row.append(...state.order.map((column) => cells[column]));
      }
      cells.forEach((cell, column) => { if (cell.hidden !== state.hidden.has(column)) cell.hidden = !cell.hidden; });
    }
    for (const { heading } of groups) heading.colSpan = shown.length + 1;
    columns.forEach(({ head }, column) => head.classList.toggle("is-base", column === state.base));
    if (state.base >= 0) one(".name", columns[state.base].head).append(" ", badge);
    else badge.remove();
    one("main").style.minWidth = `calc(var(--first) + ${shown.length} * var(--column))`;
    counter?.replaceChildren(`${shown.length}/${columns.length}`);
    for (const box of all("[type=checkbox]", columnList)) box.disabled = shown.length === 1 && box.checked;
  }
  function chooseBase(column) {
    state.base = column;
    if (column >= 0) {
      state.hidden.delete(column);
      state.order = [column, ...state.order.filter((other) => other !== column)];
    }
    fillColumns();
    place();
    filter();
  }
  const columnList = make("ul", { class: "columns" });
  let counter = null;
  let baseChoice = null;
  const rowsOfColumns = [];
  function fillColumns() {
    columnList.replaceChildren(...state.order.map(columnItem));
  }
  function columnItem(column) {
    const { zh, en } = columns[column];
    const box = make("input", { type: "checkbox", onchange: () => {
      state.hidden[box.checked ? "delete" : "add"](column);
      place();
      filter();
    } });
    box.checked = !state.hidden.has(column);
    const move = (step, sign, zhMove, enMove) => say(make("button", { type: "button", onclick(event) {
      const at = state.order.indexOf(column);
      if (at + step < 0 || at + step >= state.order.length) return;
      state.order.splice(at, 1);
      state.order.splice(at + step, 0, column);
      if (step < 0) item.previousElementSibling.before(item); else item.nextElementSibling.after(item);
      event.currentTarget.focus();
      place();
      filter();
    } }, make("span", { "aria-hidden": "true" }, sign)), "aria-label", `${zhMove}：${zh}`, `${enMove}: ${en}`);
    const item = make("li", {}, make("label", {}, box, " ", ...words(zh, en)), move(-1, "↑", "前移", "Move earlier"),
      move(1, "↓", "后移", "Move later"));
    return item;
  }
  function readColumns() {
    const head = tables[0].tHead.rows[0];
    for (const cell of [...head.cells].slice(1)) {
      const name = one(".name", cell);
      const [zh, en] = [".zh", ".en"].map((part) => one(`:scope > ${part}`, name)?.textContent ?? name.firstElementChild.textContent);
      if (one(".base", cell)) printedBase = columns.length;
      columns.push({ id: cell.dataset.id, head: cell, zh, en });
    }
    state.order = [...columns.keys()];
    state.base = printedBase;
    const rows = [one("colgroup", tables[0]), ...tables[0].rows].filter((row) => row.children.length === columns.length + 1);
    for (const row of rows) rowsOfColumns.push({ row, cells: [...row.children].slice(1) });
  }

  // Folding
  function fold(body, heading, isFolded) {
    body.classList.toggle("folded", isFolded);
    one("button.fold", heading)?.setAttribute("aria-expanded", String(!isFolded));
  }
  function makeFolds() {
    for (const { heading, body } of groups) {
      const label = heading.firstElementChild ?? heading;
      const button = make("button", { type: "button", class: "fold", "aria-expanded": "true",
        onclick: () => fold(body, heading, !body.matches(".folded")) }, ...label.childNodes);
      label.append(button);
    }
  }
  function expandButton() {
    const details = () => tables.flatMap((table) => all("details.more, details.why, .demand details", table));
    const button = make("button", { type: "button", onclick() {
      const opens = details().some((detail) => !detail.open) || groups.some(({ body }) => body.matches(".folded"));
      for (const detail of details()) detail.open = opens;
      for (const { body, heading } of groups) fold(body, heading, false);
      button.replaceChildren(...(opens ? words("收起全部", "Collapse all") : words("展开全部", "Expand all")));
    } }, ...words("展开全部", "Expand all"));
    return details().length ? button : null;
  }
  function foldButton() {
    if (groups.length < 2) return null;
    return make("button", { type: "button", onclick() {
      const folds = groups.some(({ body }) => !body.matches(".folded"));
      for (const { body, heading } of groups) fold(body, heading, folds);
    } }, ...words("折叠各章", "Fold chapters"));
  }

  // Pairs: both texts as one, made from the marks that stand side by side.
  let inlineView = null;
  const isInline = () => inlineView?.getAttribute("aria-pressed") === "true";
  function merged(base, other) {
    const runs = (cell) => [...cell.children].filter((part) => part.matches("span:not(.mark), del, ins"));
    const rest = runs(other);
    const parts = [];
    const put = (run) => {
      const gap = run.previousSibling?.nodeType === Node.TEXT_NODE && /\s$/.test(run.previousSibling.data);
      if (gap && parts.length && !(run.matches("ins") && parts.at(-1).tagName === "DEL")) parts.push(" ");
      parts.push(run.cloneNode(true));
    };
    for (const run of runs(base)) {
      if (run.matches("del")) { put(run); continue; }
      while (rest[0]?.matches("ins")) put(rest.shift());
      put(rest.shift() ?? run);
    }
    rest.forEach(put);
    return parts;
  }
  function showInline(on) {
    for (const row of all(".pair > tr:not(.heading, .demand)")) {
      const [, base, other, made] = row.cells;
      made?.remove();
      base.hidden = other.hidden = on;
      if (!on) continue;
      const cell = make("td", { class: `in-one ${base.classList[1] ?? ""} ${other.classList[1] ?? ""}`, colspan: 2, lang: other.lang });
      const mark = one(".mark", other) ?? one(".mark", base);
      if (mark) cell.append(mark.cloneNode(true), " ");
      if (row.matches(".counterpart")) {
        for (const side of [base, other]) cell.append(make("p", { lang: side.lang }, ...[...side.childNodes].map((part) => part.cloneNode(true))));
        one(":scope > .mark", cell)?.remove();
      } else cell.append(...(base.matches(".blank") ? merged(other, base) : merged(base, other)));
      row.append(cell);
    }
    tables[0].classList.toggle("inline", on);
  }

  // Provenance opens on hover and stays for a click or a tap; Escape closes it.
  let hovered = null;
  let timer = 0;
  const HOVER_DELAY = 250;
  function closeHovered() {
    clearTimeout(timer);
    if (hovered) { hovered.open = false; hovered.classList.remove("floating"); }
    hovered = null;
  }
  function watchProvenance() {
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const details = event.target.closest?.(".source");
      if (details && details === hovered) return clearTimeout(timer);
      if (!details || details.open || !event.target.closest("summary")) {
        clearTimeout(timer);
        if (hovered) timer = setTimeout(closeHovered, HOVER_DELAY);
        return;
      }
      closeHovered();
      timer = setTimeout(() => { hovered = details; details.classList.add("floating"); details.open = true; }, HOVER_DELAY);
    });
    document.addEventListener("click", (event) => {
      clearTimeout(timer);
      const details = event.target.closest("summary")?.parentElement;
      if (details && details === hovered) {
        event.preventDefault();
        details.classList.remove("floating");
        hovered = null;
      }
      for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      closeHovered();
      const menu = event.target.closest?.("details.menu[open]");
      if (menu) { menu.open = false; one("summary", menu).focus(); }
    });
  }

  // Pins
  const pinKey = `duizhao.pins:${location.pathname}`;
  const pins = new Set();
  const pinList = make("ul", { class: "pins" });
  const pinCount = make("span", { class: "count" }, "0");
  const keyOf = (unit, column) => `${unit.rows[0].id}.${columns[column].id}`;
  function pinButton(unit, column) {
    const { zh, en } = columns[column];
    const heading = one("th", unit.rows[0]);
    const [rowZh, rowEn] = namesOf(heading);
    const button = make("button", { type: "button", class: "pin", "aria-pressed": String(pins.has(keyOf(unit, column))), onclick() {
      const key = keyOf(unit, column);
      pins[pins.has(key) ? "delete" : "add"](key);
      showPins();
    } });
    return say(button, "aria-label", `收藏：${rowZh}，${zh}`, `Pin: ${rowEn}, ${en}`);
  }
  // A large table has thousands of cells: a row gets its buttons before it comes into sight.
  const AHEAD = "1500px";
  function makePinButtons() {
    const watch = new IntersectionObserver((entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        watch.unobserve(target);
        const unit = units.find(({ rows }) => rows[0] === target);
        unit.cells.forEach((cell, column) => cell.prepend(pinButton(unit, column)));
      }
    }, { rootMargin: AHEAD });
    for (const { rows } of units) if (rows[0].id) watch.observe(rows[0]);
  }
  const namesOf = (inside) => [".zh", ".en"].map((part) => (one(part, inside) ?? inside.firstElementChild ?? inside).textContent.trim());
  function pinned() {
    return units.flatMap((unit) => [...columns.keys()].filter((column) => pins.has(keyOf(unit, column)))
      .map((column) => ({ unit, column })));
  }
  function showPins() {
    for (const unit of units) {
      unit.cells.forEach((cell, column) => one(".pin", cell)?.setAttribute("aria-pressed", String(pins.has(keyOf(unit, column)))));
    }
    const list = pinned();
    pinCount.textContent = String(list.length);
    pinList.replaceChildren(...list.map(({ unit, column }) => {
      const [zh, en] = namesOf(one("th", unit.rows[0]));
      const remove = make("button", { type: "button", onclick() {
        pins.delete(keyOf(unit, column));
        showPins();
        (one("button", pinList) ?? one("summary", pinList.closest("details"))).focus();
      } }, make("span", { "aria-hidden": "true" }, "×"));
      say(remove, "aria-label", `移除：${zh}，${columns[column].zh}`, `Remove: ${en}, ${columns[column].en}`);
      return make("li", {}, make("a", { href: "#" + unit.rows[0].id }, ...words(zh, en), " · ", ...words(columns[column].zh, columns[column].en)), remove);
    }));
    for (const button of exportButtons) button.disabled = !list.length;
    memory.write(pinKey, JSON.stringify([...pins]));
  }
  const fact = (quotation, name) => one(`.source .${name}`, quotation)?.textContent.trim() ?? "";
  function records() {
    return pinned().flatMap(({ unit, column }) => {
      const cell = unit.cells[column];
      const [topicZh, topicEn] = namesOf(one("th", unit.rows[0]));
      const common = { row: unit.rows[0].id, topicZh, topicEn, text: columns[column].id, nameZh: columns[column].zh, nameEn: columns[column].en, state: unit.states[column] };
      const quotations = all(".quotation", cell);
      if (!quotations.length) return [{ ...common, reason: one(".why p, .why .chip", cell)?.textContent.trim() ?? "" }];
      return quotations.map((quotation) => {
        const [citedZh, citedEn] = namesOf(one(".cite", quotation));
        const quote = one("blockquote", quotation);
        return { ...common, citedZh, citedEn, address: fact(quotation, "address"), language: quote.lang,
          quotation: all("p, li", quote).map((line) => line.textContent.trim()).join("\n"), file: fact(quotation, "file"),
          lines: fact(quotation, "lines"), sha256: fact(quotation, "sha256"), score: fact(quotation, "score") };
      });
    });
  }
  const FIELDS = [["row", "row"], ["topic_zh", "topicZh"], ["topic_en", "topicEn"], ["text", "text"], ["name_zh", "nameZh"],
    ["name_en", "nameEn"], ["state", "state"], ["citation_zh", "citedZh"], ["citation_en", "citedEn"], ["address", "address"],
    ["language", "language"], ["quotation", "quotation"], ["reason", "reason"], ["score", "score"], ["file", "file"], ["lines", "lines"],
    ["sha256_prefix", "sha256"]];
  // Spreadsheets take a cell that begins with one of these for a formula.
  const defused = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? "'" + text : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  function csv() {
    const rows = records().map((record) => FIELDS.map(([, field]) => record[field] ?? ""));
    return [FIELDS.map(([name]) => name), ...rows].map((row) => row.map((field) => quoted(defused(field))).join(",") + "\r\n").join("");
  }
  const plain = (text) => text.replace(/[\\`*_{}\[\]<>()#+\-.!|~&$]/g, "\\$&");
  function markdown() {
    const parts = [`# ${plain(document.title)}\n`];
    let row = null;
    for (const record of records()) {
      const join = (zh, en) => plain(zh === en ? zh : `${zh} ${en}`);
      if (record.row !== row) parts.push(`## ${join(record.topicZh, record.topicEn)}\n`);
      row = record.row;
      parts.push(`**${join(record.nameZh, record.nameEn)}**` + (record.citedZh ? ` · ${join(record.citedZh, record.citedEn)}` : "") + "\n");
      if (record.quotation) parts.push(record.quotation.split("\n").map((line) => `> ${plain(line)}`).join("\n>\n") + "\n");
      parts.push(record.file ? plain(`${record.file} · L${record.lines} · SHA-256 ${record.sha256}`) + "\n" : plain(record.reason ?? "") + "\n");
    }
    return parts.join("\n");
  }
  function download(name, type, text) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = make("textarea", { class: "hidden" });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    status.replaceChildren(...words("已复制", "Copied"));
  }
  const exportButtons = [];
  function pinMenu() {
    const action = (zh, en, act) => {
      const button = make("button", { type: "button", onclick: act }, ...words(zh, en));
      exportButtons.push(button);
      return button;
    };
    const name = (location.pathname.split("/").at(-1) || "matrix").replace(/\.html$/, "");
    return menu(["收藏", "Pins"], pinCount, pinList, make("p", { class: "actions" },
      action("CSV", "CSV", () => download(`${name}-pins.csv`, "text/csv;charset=utf-8", "\uFEFF" + csv())),
      action("Markdown", "Markdown", () => download(`${name}-pins.md`, "text/markdown;charset=utf-8", markdown())),
      action("复制", "Copy", () => copy(markdown())),
      action("清空", "Clear", () => { pins.clear(); showPins(); })));
  }

  // Controls
  const menu = ([zh, en], count, ...content) =>
    make("details", { class: "menu" }, make("summary", {}, ...words(zh, en), " ", count), make("div", { class: "panel" }, ...content));
  function toggle(zh, en, isOn, act) {
    const button = make("button", { type: "button", "aria-pressed": String(isOn), onclick() {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      act(button.getAttribute("aria-pressed") === "true");
    } }, ...words(zh, en));
    return button;
  }
  function choice(zh, en, options, value, act) {
    const select = make("select", { onchange: () => act(select.value) });
    for (const [key, optionZh, optionEn] of options) select.append(say(make("option", { value: key }), "text", optionZh, optionEn));
    select.value = value;
    return [select, make("label", { class: "choice" }, make("span", {}, ...words(zh, en)), " ", select)];
  }
  let reset = null;
  let search = null;
  let onlyDifferent = null;
  let groupChoice = null;
  function controls() {
    const bar = make("div", { class: "controls", role: "search" });
    say(bar, "aria-label", "筛选与显示", "Filter and view");
    search = make("input", { type: "search", oninput() { state.q = search.value; filter(); } });
    say(search, "aria-label", "检索两种语言的文字", "Find in both languages");
    say(search, "placeholder", "检索", "Find");
    bar.append(search);
    if (isMatrix && columns.length > 1 && tables[0].dataset.rows !== "articles") {
      const [select, label] = choice("基准", "Base", [...(printedBase < 0 ? [[-1, "不设", "none"]] : []), ...columns.map(({ zh, en }, column) => [column, zh, en])], printedBase,
        (value) => chooseBase(Number(value)));
      baseChoice = select;
      bar.append(label);
    }
    if (groups.length > 1) {
      const options = groups.map(({ heading }, index) => [index + 1, ...namesOf(heading)]);
      const [select, label] = choice("范围", "Part", [["", "全部", "all"], ...options], "", (value) => { state.group = value; filter(); });
      groupChoice = select;
      bar.append(label);
    }
    if (isMatrix || units.some((unit) => unit.differs)) {
      onlyDifferent = toggle("仅看差异", "Only differences", false, (on) => { state.differs = on; filter(); });
      bar.append(onlyDifferent);
    }
    for (const box of [thin, changes]) {
      const label = box && one(`label[for=${box.id}]`);
      if (!label) continue;
      box.addEventListener("change", () => { announce(); remember(); });
      bar.append(label);
    }
    if (kind === "pairs") bar.append(inlineView = toggle("合并显示", "Inline", false, (on) => { showInline(on); announce(); remember(); }));
    if (isMatrix && columns.length > 1) {
      counter = make("span", { class: "count" });
      bar.append(menu(["列", "Columns"], counter, columnList));
    }
    if (isMatrix) bar.append(pinMenu());
    bar.append(...[expandButton(), foldButton()].filter(Boolean));
    reset = make("button", { type: "button", class: "reset", hidden: true, onclick: () => { clear(); search.focus(); } }, ...words("重置", "Reset"));
    bar.append(reset, status);
    return bar;
  }
  function clear() {
    Object.assign(state, { q: "", group: "", states: new Set(), differs: false, hidden: new Set(), order: [...columns.keys()], base: printedBase });
    if (thin) thin.checked = false;
    if (changes) changes.checked = changes.defaultChecked;
    if (isInline()) inlineView.click();
    reflect();
  }
  // Shows the state in the controls and applies it.
  function reflect() {
    search.value = state.q;
    onlyDifferent?.setAttribute("aria-pressed", String(state.differs));
    if (groupChoice) groupChoice.value = state.group;
    if (baseChoice) baseChoice.value = String(state.base);
    for (const button of all(".legend button")) button.setAttribute("aria-pressed", String(state.states.has(button.classList[1])));
    if (isMatrix) {
      fillColumns();
      place();
    }
    filter();
  }
  function makeLegend() {
    const known = new Set(units.flatMap((unit) => unit.states));
    for (const chip of all(".tools .legend .chip, .implementation .legend .chip")) {
      const name = chip.classList[1];
      if (!known.has(name)) continue;
      const button = make("button", { type: "button", class: chip.className, "aria-pressed": "false", onclick() {
        state.states[state.states.has(name) ? "delete" : "add"](name);
        button.setAttribute("aria-pressed", String(state.states.has(name)));
        filter();
      } }, ...chip.childNodes);
      chip.replaceWith(button);
    }
  }
  function restore() {
    state.q = query.get("q") ?? "";
    const group = query.get("group") ?? "";
    state.group = groups[Number(group) - 1] ? group : "";
    state.states = new Set((query.get("state") ?? "").split(" ").filter(Boolean));
    state.differs = query.get("differs") === "1";
    if (thin) thin.checked = query.get("thin") === "1";
    if (changes && query.has("changes")) changes.checked = query.get("changes") === "1";
    if (inlineView && query.get("view") === "inline") inlineView.click();
    if (!isMatrix) return;
    const index = (id) => columns.findIndex((column) => column.id === id);
    const base = index(query.get("base"));
    if (base >= 0) {
      state.base = base;
      state.order = [base, ...state.order.filter((column) => column !== base)];
    }
    const named = [...new Set((query.get("columns") ?? "").split(" ").map(index))].filter((column) => column >= 0);
    if (!named.length) return;
    state.hidden = new Set(state.order.filter((column) => !named.includes(column)));
    state.order = [...named, ...state.hidden];
  }
  // The place an address names is shown, whatever the filters are.
  function showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    const unit = units.find(({ rows }) => rows[0] === target || rows[0].contains(target));
    if (!unit) return;
    if (unit.rows[0].hidden || target.hidden) clear();
    if (thin && unit.isThin) thin.checked = false;
    if (changes && unit.isSame) changes.checked = false;
    const group = groups[unit.group];
    if (group) fold(group.body, group.heading, false);
    target.scrollIntoView();
  }
  // Sizes are set on the few elements that need them: a property of the root would style a large page anew.
  function measure(bar) {
    const wide = all(".wide .masthead, .wide .tools, .wide .bases").concat(bar);
    let last = "";
    const set = () => {
      const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
      const [head, width] = [tables[0].tHead?.offsetHeight ?? 0, root.clientWidth];
      if (last === (last = [height, head, width].join())) return;
      for (const cell of tables.flatMap((table) => all("thead th", table))) cell.style.top = `${height}px`;
      root.style.scrollPaddingTop = `${height + head + 8}px`;
      for (const block of wide) block.style.width = `${width}px`;
    };
    new ResizeObserver(set).observe(bar);
    new ResizeObserver(set).observe(root);
    set();
  }
  function start() {
    if (isMatrix) readColumns();
    makeLegend();
    makeFolds();
    const bar = controls();
    const tools = one(".tools") ?? one(".scroll") ?? tables[0];
    const anchor = tables.length > 1 ? one(".content") : tools;
    if (tables.length > 1 || !one(".tools")) one(".content").prepend(bar); else anchor.after(bar);
    if (isMatrix) {
      const kept = JSON.parse(memory.read(pinKey) ?? "[]");
      if (Array.isArray(kept)) for (const key of kept) if (typeof key === "string") pins.add(key);
      showPins();
      makePinButtons();
    }
    restore();
    reflect();
    measure(bar);
    isRestoring = false;
    addEventListener("hashchange", showTarget);
    if (location.hash) showTarget();
  }
  watchProvenance();
  if (units.length) start();
  let opened = [];
  addEventListener("beforeprint", () => {
    closeHovered();
    opened = all("details.more:not([open])");
    for (const detail of opened) detail.open = true;
  });
  addEventListener("afterprint", () => { for (const detail of opened) detail.open = false; });
})();
