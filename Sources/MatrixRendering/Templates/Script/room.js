// A large table: a cell is laid out when it comes near the window, and keeps room until then: on a phone for itself, else as
// high as its row is said to be. A source that floats reaches out of its cell. These rules stand here, and not in the style
// sheet, since checkers of markup do not know them yet; they are there before the first row is read.
const room = new CSSStyleSheet();
const ROOMS = [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 80, 96, 128, 160];
room.replaceSync([
  "@media screen{.large .cell{content-visibility:auto;contain-intrinsic-block-size:auto 9rem}",
  ".large .empty>.cell{contain-intrinsic-block-size:auto 1.6rem}",
  ".large .cell:has(>.quotation>.floating){content-visibility:visible}}",
  "@media screen and (min-width:46.01rem){",
  ...ROOMS.map((height) => `.large .h${height} .cell{contain-intrinsic-block-size:auto ${height}rem}`),
  "}",
].join(""));
document.adoptedStyleSheets.push(room);
