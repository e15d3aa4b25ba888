import RegulationModel

/// What the tokens of one text of a comparison are read by: names with their short forms, and which of its articles
/// answers which of the other text.
struct Lexis: Sendable {
    private var terms: [Unicode.Scalar: [Term]] = [:]
    /// Whether a name, numeral or reference begins with a character of these low bits: few do, and most characters are
    /// told by it alone.
    private var opens = [Bool](repeating: false, count: Int(lowBits) + 1)
    private static let lowBits: UInt32 = 0xFF
    /// Short names of acts in 《》, with the full ones.
    private var titles: [String: String] = [:]
    /// Keys of references to own articles; nil where links play no part.
    private let articles: [String: String]?

    private struct Term: Sendable {
        let characters: [Unicode.Scalar]
        let key: String
    }

    /// What acts call themselves, and no other name.
    static let plain = Lexis(own: .none, other: .none, articles: nil)

    /// The names of one text; those of the other text are names here too, where this one does not use them for another.
    init(own: ShortForms, other: ShortForms, articles: [String: String]?) {
        self.articles = articles
        for scalar in "第零一二两三四五六七八九十百千万亿".unicodeScalars { opens[Int(scalar.value & Self.lowBits)] = true }
        for form in Self.ownNames { add(form, key: "self") }
        let names = Names(own: own, other: other)
        for definition in own.definitions { add(definition, names) }
        for definition in (own.definitions + other.definitions) where !definition.isTitle {
            add(definition.full, key: names.key(definition.full))
        }
        // A short form that only the other text defines is the same name here: 辅警 beside 辅警 is no difference.
        for definition in other.definitions where !definition.isTitle { add(definition, names) }
        for first in Array(terms.keys) {
            opens[Int(first.value & Self.lowBits)] = true
            terms[first]?.sort { ($1.characters.count, $0.key) < ($0.characters.count, $1.key) }
        }
    }

    /// What acts call themselves. 本条例 in one and 本办法 in the other say the same of themselves.
    private static let ownNames = [
        "本条例", "本办法", "本规定", "本细则", "本实施细则", "本实施办法", "本规则", "本法", "本决定", "theseregulations",
        "thisregulation", "thesemeasures", "theseprovisions", "theserules", "thislaw", "thisact", "thisordinance",
    ]

    /// Which full names of two texts are one: 警务辅助人员 is short for 公安机关警务辅助人员 in the one and long for 辅警 in the
    /// other. Two names with the same short form are two.
    private struct Names {
        private let keys: [String: String]

        init(own: ShortForms, other: ShortForms) {
            let (one, two) = (own.definitions.filter { !$0.isTitle }, other.definitions.filter { !$0.isTitle })
            var keys: [String: String] = [:]
            for definition in one + two { keys[definition.full] = definition.full }
            for first in one {
                for second in two where first.short == second.full || second.short == first.full {
                    // The same in either order: the smaller name stands for both.
                    guard let a = keys[first.full], let b = keys[second.full], a != b else { continue }
                    for (full, key) in keys where key == max(a, b) { keys[full] = min(a, b) }
                }
            }
            self.keys = keys
        }

        func key(_ full: String) -> String { "name:" + (keys[full] ?? full) }
    }

    private mutating func add(_ definition: ShortForms.Definition, _ names: Names) {
        guard definition.isTitle else {
            add(definition.short, key: names.key(definition.full))
            return
        }
        titles[definition.short] = definition.full
        // A bare 条例 or 办法 is any act; a short form of more characters is a name also without its brackets.
        if definition.short.unicodeScalars.count > 3 { add(definition.short, key: TitleToken.key(definition.full)) }
    }

    private mutating func add(_ form: String, key: String) {
        let characters = Array(form.unicodeScalars)
        guard let first = characters.first else { return }
        if terms[first]?.contains(where: { $0.characters == characters }) == true { return }
        terms[first, default: []].append(Term(characters: characters, key: key))
    }

    /// False for a Chinese character with which no token of more than one begins.
    func mayOpen(_ scalar: Unicode.Scalar) -> Bool { opens[Int(scalar.value & Self.lowBits)] }

    /// The longest name that begins at `index`: where it ends, and its key.
    func term(at index: Int, in flow: FlowText) -> (end: Int, key: String)? {
        let first = flow.scalars[index]
        guard mayOpen(first), let candidates = terms[first] else { return nil }
        for term in candidates where flow.has(term.characters, at: index) {
            let end = index + term.characters.count
            if isBordered(index, end, in: flow) { return (end, term.key) }
        }
        return nil
    }

    /// Names in letters are whole words; 本法 in 基本法 is no name.
    private func isBordered(_ start: Int, _ end: Int, in flow: FlowText) -> Bool {
        if flow.scalars[start].isLetter {
            let opens = start == 0 || flow.isApart(start) || !flow.scalars[start - 1].isLetter
            let closes = end == flow.count || flow.isApart(end) || !flow.scalars[end].isLetter
            return opens && closes
        }
        return !(start > 0 && flow.scalars[start] == "本" && "基根日版".unicodeScalars.contains(flow.scalars[start - 1]))
    }

    /// The full name of an act that this text may shorten.
    func title(_ name: String) -> String { titles[name] ?? name }

    /// The key of a reference to an article of the text's own: the linked pair, where the article has a counterpart.
    func ownArticle(_ number: String) -> String {
        guard let articles else { return number }
        return articles[number] ?? "\(number) without counterpart"
    }
}

/// Names of acts in 《》.
enum TitleToken {
    /// Longest name that is read as one, in characters.
    static let longest = 80

    /// 中华人民共和国 before the name of a law may be left out (《立法技术规范（试行）（一）》 on citing laws).
    private static let state = Array("中华人民共和国".unicodeScalars)

    /// Letters of a name in brackets, without the state's.
    static func name(_ flow: FlowText, _ range: Range<Int>) -> String {
        let start = range.count > state.count && flow.has(state, at: range.lowerBound) ? state.count : 0
        var view = String.UnicodeScalarView()
        view.append(contentsOf: flow.scalars[(range.lowerBound + start)..<range.upperBound].filter(\.isWordCharacter))
        return String(view)
    }

    /// The key of an act's full name.
    static func key(_ name: String) -> String { "title:" + name }

    /// Where the name that begins with 《 at `index` ends, behind its bracket.
    static func end(at index: Int, in flow: FlowText) -> Int? {
        guard flow.scalars[index] == "《" else { return nil }
        let limit = min(flow.count, index + longest)
        var depth = 0
        for position in index..<limit {
            if flow.scalars[position] == "《" { depth += 1 }
            if flow.scalars[position] == "》" { depth -= 1 }
            if depth == 0 { return position > index + 1 ? position + 1 : nil }
        }
        return nil
    }
}
