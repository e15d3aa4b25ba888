import ProvisionDiff
import RegulationModel

/// What a list is a list of, told by the noun behind “the following”.
///
/// 《立法技术规范（试行）（一）》 4.2: 下列情形, 下列条件, 下列行为, 下列职责 are the forms lists are introduced by.
package enum ListNoun: String, Sendable, Hashable, CaseIterable {
    /// 下列条件, the following conditions
    case conditions
    /// 下列情形, any of the following circumstances
    case cases
    /// 下列行为, the following acts
    case acts
    /// 下列权利
    case rights
    /// 下列工作, 下列职责, or another noun, or none.
    case other

    private static let words: [(noun: ListNoun, chinese: [String], english: [String])] = [
        (.conditions, ["条件"], ["following condition", "following requirement", "following qualification"]),
        (
            .cases, ["情形", "情况之一"],
            [
                "following circumstance", "following situation", "following case", "following condition exists",
                "following scenario",
            ]
        ),
        (
            .acts, ["行为"],
            ["following act", "following behavio", "following conduct", "following practice", "following deed"]
        ),
        (.rights, ["权利"], ["following right"]),
    ]

    /// The noun of a sentence that introduces a list, by its printed words.
    static func read(_ lead: String, language: Language) -> ListNoun {
        let scalars = Folding.fold(lead).scalars
        let open = ["下列", "以下", "following"].compactMap { scalars.lastPlace(of: $0) }.max()
        let tail = open.map { Array(scalars[$0...]) } ?? scalars
        for rule in words {
            let found = language == .chinese ? rule.chinese : rule.english
            if found.contains(where: { tail.lastPlace(of: $0) != nil }) { return rule.noun }
        }
        return .other
    }

    /// A catch-all begins with its word or ends with 的其他……; so many characters at its ends are looked at.
    private static let looked = 8

    /// True for 其他……, 法律、法规规定的其他……, “other work …”: an item that stands for all that is not named.
    static func isCatchAll(_ item: String) -> Bool {
        let scalars = Folding.fold(item).scalars
        if ["other ", "others", "any other ", "其他", "其它"].contains(where: { scalars.starts(with: $0.unicodeScalars) }) {
            return true
        }
        let tail = Array(scalars.suffix(looked + 4))
        return ["的其他", "的其它"].contains { tail.lastPlace(of: $0) != nil } || isEndOfBans(scalars)
    }

    /// “law enforcement other than …” names something; “violations of law and other acts” does not.
    private static func isEndOfBans(_ scalars: [Unicode.Scalar]) -> Bool {
        ["and other", "or other"].contains { word in
            scalars.lastPlace(of: word).map { scalars.count - $0 < 28 && $0 > 0 } ?? false
        } && scalars.count < 60
    }
}

extension Array where Element == Unicode.Scalar {
    /// The last place of a word.
    func lastPlace(of word: String) -> Int? {
        let word = Array(word.unicodeScalars)
        guard !word.isEmpty, word.count <= count else { return nil }
        for start in stride(from: count - word.count, through: 0, by: -1)
        where self[start] == word[0] && self[start..<start + word.count].elementsEqual(word) {
            return start
        }
        return nil
    }

    /// The first place of a word.
    func firstPlace(of word: String) -> Int? {
        let word = Array(word.unicodeScalars)
        guard !word.isEmpty, word.count <= count else { return nil }
        return (0...(count - word.count)).first {
            self[$0] == word[0] && self[$0..<$0 + word.count].elementsEqual(word)
        }
    }
}
