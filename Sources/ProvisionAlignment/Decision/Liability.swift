import RegulationModel

/// The kinds of legal liability a unit names. What follows a crime, an administrative offence and a breach of discipline
/// are three things in law: “受过刑事处罚的” and “受过行政处罚的” share most of their letters and are different rules.
struct Liability: OptionSet, Sendable {
    let rawValue: UInt8

    static let criminal = Liability(rawValue: 1)
    static let administrative = Liability(rawValue: 1 << 1)
    static let disciplinary = Liability(rawValue: 1 << 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The kinds a folded text names.
    init(_ text: [Unicode.Scalar], _ language: Language) {
        self = []
        for (kind, words) in language == .chinese ? Self.chinese : Self.english where words.contains(where: text.has) {
            insert(kind)
        }
    }

    /// Whether both name liability, and none of the same kind.
    func isUnlike(_ other: Liability) -> Bool { !isEmpty && !other.isEmpty && isDisjoint(with: other) }

    /// Whether both name the same kind. Breaches of discipline are of many sorts: 开除党籍 and 开除公职 are two.
    func isAlike(_ other: Liability) -> Bool { !intersection(other).subtracting(.disciplinary).isEmpty }

    private static let chinese: [(Liability, [[Unicode.Scalar]])] = [
        (.criminal, scalars(["刑事处罚", "刑事责任", "刑罚"])),
        (.administrative, scalars(["行政处罚", "行政拘留", "治安处罚", "治安管理处罚"])),
        (.disciplinary, scalars(["处分", "开除", "撤职"])),
    ]
    private static let english: [(Liability, [[Unicode.Scalar]])] = [
        (.criminal, scalars(["criminal punishment", "criminal penalt", "criminal responsib", "criminal liab"])),
        (.administrative, scalars(["administrative penalt", "administrative punishment", "administrative detention"])),
        (.disciplinary, scalars(["disciplinary", "dismissed from public", "expelled from public"])),
    ]

    private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }
}
