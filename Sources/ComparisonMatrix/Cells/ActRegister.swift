import RegulationModel

/// The titles of the texts at hand, by which an act that another one names is found among them.
///
/// A name is a title where both have the same letters once white space, brackets, case and the article "the" are set
/// aside; a short form (以下简称《条例》, hereinafter referred to as "the Regulations") stands for the act it was
/// introduced for. Part of a title is not enough: 《养犬管理条例》 may be any city's.
package struct ActRegister: Sendable {
    private let ids: [[Unicode.Scalar]: String]

    /// Takes the texts. Explainers are not found: what they are called is the name of the act they explain. A title
    /// that two texts bear names neither.
    package init(_ witnesses: [Witness]) {
        var ids: [[Unicode.Scalar]: String] = [:]
        var shared: Set<[Unicode.Scalar]> = []
        for witness in witnesses where witness.regulation.authority != .explainer {
            for title in witness.titles.all {
                let key = Self.letters(title)
                guard key.count >= Self.shortest else { continue }
                if let known = ids[key], known != witness.id { shared.insert(key) }
                ids[key] = witness.id
            }
        }
        for key in shared { ids[key] = nil }
        self.ids = ids
    }

    /// A title of fewer letters may be a common noun.
    private static let shortest = 4

    /// Id of the text that a name means.
    ///
    /// - Parameters:
    ///   - name: a title as printed, with or without 《》, or a short form.
    ///   - text: the whole text of the act that names it, in which a short form may be introduced.
    package func document(named name: String, in text: String) -> String? {
        guard !ids.isEmpty else { return nil }
        let title = Self.bare(name)
        if let id = ids[Self.letters(title)] { return id }
        return Self.introduced(title, in: text).flatMap { ids[Self.letters($0)] }
    }

    /// The name without what encloses it.
    private static func bare(_ name: String) -> String {
        if let start = name.firstIndex(of: "《"), let end = name[start...].firstIndex(of: "》") {
            return String(name[name.index(after: start)..<end])
        }
        return name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
    }

    /// The title for which a short form was introduced: 《全称》（以下简称《简称》）.
    private static func introduced(_ short: String, in text: String) -> String? {
        for opening in ["（以下简称", "(以下简称", "（下称", "（以下称"] {
            for place in text.ranges(of: opening) {
                let form = text[place.upperBound...].prefix(longestForm).prefix { $0 != "）" && $0 != ")" }
                let letters = letters(String(form))
                guard letters == Self.letters(short), text[..<place.lowerBound].hasSuffix("》") else { continue }
                guard let start = text[..<place.lowerBound].lastIndex(of: "《") else { continue }
                return bare(String(text[start..<place.lowerBound]))
            }
        }
        return nil
    }

    /// No short form is longer.
    private static let longestForm = 30

    private static func letters(_ name: String) -> [Unicode.Scalar] {
        name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.isHan || ("0"..."9").contains($0) }
    }
}
