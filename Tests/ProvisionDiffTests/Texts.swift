import RegulationModel
import RegulationParser

@testable import ProvisionDiff

/// Two short texts compared as if each were a paragraph.
struct Texts {
    let base: SourceText
    let other: SourceText
    let comparison: TextComparison

    init(_ base: String, _ other: String, lexis: Lexis? = nil, cohesion: Cohesion = Cohesion()) {
        self.base = SourceText(name: "base", bytes: Array(base.utf8))
        self.other = SourceText(name: "other", bytes: Array(other.utf8))
        var keys = KeyTable()
        let tokenizer = Tokenizer(lexis ?? Lexis(own: .none, other: .none, articles: nil))
        let tokens = [self.base, self.other].map { tokenizer.tokens(of: [$0.span], in: $0, &keys) }
        comparison = TextComparison.compare(tokens[0], tokens[1], cohesion)
    }

    /// Both as one: `甲[-乙-]{+丙+}`.
    var marked: String {
        comparison.segments.map { segment in
            let one = segment.base.map(base.string).joined()
            let two = segment.other.map(other.string).joined()
            return switch segment.kind {
            case .equal: two
            case .removed: "[-\(one)-]"
            case .added: "{+\(two)+}"
            case .replaced: "[-\(one)-]{+\(two)+}"
            }
        }.joined()
    }

    /// The tokens of a text, parted by `|`.
    static func tokens(_ text: String) -> String {
        let texts = Texts(text, "")
        return texts.comparison.base.tokens.map { texts.base.string($0.span) }.joined(separator: "|")
    }

    /// An act of one article for each text.
    static func act(_ id: String, _ articles: [String]) -> Regulation {
        let numbered = articles.enumerated().map { "第\(ChineseNumeral.text($0 + 1))条 \($1)" }
        let text = "某市管理办法\n\n" + numbered.joined(separator: "\n\n") + "\n"
        return RegulationParser.parse(Array(text.utf8), name: id, id: id)
    }
}

extension Texts {
    /// An English act of one article for each text.
    static func english(_ id: String, _ articles: [String]) -> Regulation {
        let numbered = articles.enumerated().map { "Article \($0 + 1) \($1)" }
        let text = "Measures of a City\n\n" + numbered.joined(separator: "\n\n") + "\n"
        return RegulationParser.parse(Array(text.utf8), name: id, id: id)
    }
}
