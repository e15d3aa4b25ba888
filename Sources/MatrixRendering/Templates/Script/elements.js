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
