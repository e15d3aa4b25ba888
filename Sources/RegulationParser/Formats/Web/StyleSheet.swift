import RegulationModel

/// The rules of a page's style sheets that hide text: simple selectors of a class or an id, with or without an element's
/// name (`.hidden`, `#ads`, `div.tip`). Rules for other media, of pseudo-classes and of several steps are not read.
///
/// Grammar: CSS Syntax Module Level 3, §5; Selectors Level 4, §3. A later rule for the same selector wins.
struct StyleSheet {
    private var hiding: Set<Selector> = []

    private struct Selector: Hashable {
        let element: ElementName?
        let isId: Bool
        let name: UInt64
    }

    /// Selectors that are held, far more than pages have.
    private static let mostSelectors = 20_000

    /// True where no rule hides anything.
    var isEmpty: Bool { hiding.isEmpty }

    /// True where a rule hides the element.
    func hides(_ element: ElementName, _ attributes: ElementAttributes) -> Bool {
        guard !isEmpty else { return false }
        func isHidden(_ name: UInt64, isId: Bool) -> Bool {
            [nil, element].contains { hiding.contains(Selector(element: $0, isId: isId, name: name)) }
        }
        if !attributes.id.isEmpty, isHidden(number(of: attributes.id), isId: true) { return true }
        return attributes.classes.split(whereSeparator: { $0 <= 0x20 }).contains {
            isHidden(number(of: $0), isId: false)
        }
    }

    // MARK: Reading

    /// Adds the rules of a style sheet.
    mutating func add(_ sheet: [UInt8]) {
        let text = Self.withoutComments(sheet)[...]
        var index = text.startIndex
        while index < text.endIndex {
            guard let open = text[index...].firstIndex(where: { $0 == 0x7B || $0 == 0x3B }) else { return }
            let prelude = text[index..<open].drop { $0 <= 0x20 }
            let isRule = text[open] == 0x7B
            let end = isRule ? Self.blockEnd(text, from: open + 1) : open
            if isRule, prelude.first != UInt8(ascii: "@") { add(prelude, text[(open + 1)..<end]) }
            index = min(end + 1, text.endIndex)
        }
    }

    /// Where the brace stands that closes a block; blocks may lie in it.
    private static func blockEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
        var depth = 1
        for index in start..<text.endIndex {
            if text[index] == 0x7B { depth += 1 }
            if text[index] == 0x7D { depth -= 1 }
            if depth == 0 { return index }
        }
        return text.endIndex
    }

    private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
        let scanner = Scanner(copying: sheet)
        var text: [UInt8] = []
        var index = 0
        while let start = scanner.find(utf8("/*"), in: ByteSpan(index, sheet.count)) {
            text += sheet[index..<start]
            index = scanner.find(utf8("*/"), in: ByteSpan(start + 2, sheet.count)).map { $0 + 2 } ?? sheet.count
        }
        text += sheet[index...]
        // The mark that keeps a sheet from old browsers.
        let visible = text.drop { $0 <= 0x20 }
        return visible.starts(with: utf8("<!--")) ? Array(visible.dropFirst(4)) : text
    }

    private mutating func add(_ prelude: ArraySlice<UInt8>, _ declarations: ArraySlice<UInt8>) {
        guard let isHidden = Self.hides(declarations) else { return }
        for piece in prelude.split(separator: UInt8(ascii: ",")) {
            guard let selector = Self.selector(piece) else { continue }
            if !isHidden {
                hiding.remove(selector)
            } else if hiding.count < Self.mostSelectors {
                hiding.insert(selector)
            }
        }
    }

    /// What the last declaration of `display` or `visibility` says; nil where there is none.
    private static func hides(_ declarations: ArraySlice<UInt8>) -> Bool? {
        let plain = declarations.filter { $0 > 0x20 }.map(Scanner.folded)
        var result: Bool?
        for declaration in plain.split(separator: UInt8(ascii: ";")) {
            let isDisplay = declaration.starts(with: utf8("display:"))
            guard isDisplay || declaration.starts(with: utf8("visibility:")) else { continue }
            let value = declaration.drop { $0 != 0x3A }.dropFirst().prefix { $0 != UInt8(ascii: "!") }
            result = (isDisplay ? ["none"] : ["hidden", "collapse"]).map(utf8).contains { value.elementsEqual($0) }
        }
        return result
    }

    /// `.name`, `#name`, `element.name`; nil for anything else.
    private static func selector(_ text: ArraySlice<UInt8>) -> Selector? {
        let trimmed = text.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
        let bytes = Array(trimmed)
        guard let sign = bytes.firstIndex(where: { $0 == 0x2E || $0 == 0x23 }), bytes.allSatisfy(isNameByte) else {
            return nil
        }
        let name = bytes[(sign + 1)...]
        guard !name.isEmpty, !name.contains(0x2E), !name.contains(0x23) else { return nil }
        let element = bytes[..<sign].map(Scanner.folded)
        return Selector(
            element: element.isEmpty ? nil : ElementName(element), isId: bytes[sign] == 0x23, name: number(of: name))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        let value = UInt32(byte)
        return value.isLetter || value.digit != nil || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x23
            || byte >= 0x80
    }
}
