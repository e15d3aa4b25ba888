import RegulationModel

@testable import ProvisionDiff

/// Tests of what the first articles of two acts demand otherwise.
protocol DemandSuite {}

extension DemandSuite {
    /// The demands of the first articles, as `reason: base → other`; doubtful ones with `?`.
    static func demands(_ base: [String], _ other: [String]) -> [String] {
        demands(Texts.act("a", base), Texts.act("b", other))
    }

    static func demands(_ one: Regulation, _ two: Regulation) -> [String] {
        let rows = ProvisionComparer(base: one, other: two).compare([EId("art_1")], [EId("art_1")], links: [])
        let norms = NormComparison(
            base: NormComparison.Side(one, isMachine: false), other: NormComparison.Side(two, isMachine: false),
            renderings: .none)
        return norms.differences(rows, links: []).map { difference in
            let before = difference.base.map(one.source.string).joined(separator: "；")
            let after = difference.other.map(two.source.string).joined(separator: "；")
            return "\(difference.isDoubtful ? "?" : "")\(difference.reason.rawValue): \(before) → \(after)"
        }
    }

    static func demands(_ base: String, _ other: String) -> [String] { demands([base], [other]) }
}
