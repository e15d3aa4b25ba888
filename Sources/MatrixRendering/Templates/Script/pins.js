// Pins
const pinKey = `duizhao.pins:${location.pathname}`;
const pins = new Set();
const pinList = make("ul", { class: "pins" });
// What is kept may be anything: other pages of the same place can write there.
function keptPins() {
  try {
    const kept = JSON.parse(memory.read(pinKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : [];
  } catch { return []; }
}
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
