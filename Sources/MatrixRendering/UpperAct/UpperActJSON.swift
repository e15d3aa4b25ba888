import ComparisonMatrix
import ProvisionDiff
import RegulationModel

/// Upper acts as JSON, described by `upper-act.schema.json`.
struct UpperActJSON: Encodable, Sendable {
    let tables: [Table]

    struct Table: Encodable, Sendable {
        let upper: String
        let lower: String
        let rows: [Row]
    }

    struct Row: Encodable, Sendable {
        let upper: [String]
        let lower: [String]
        @OrNull var score: Double?
        let kinds: [String]
        let findings: [Finding]
    }

    struct Finding: Encodable, Sendable {
        let kind: String
        let isDoubtful: Bool
        @OrNull var about: String?
        @OrNull var reason: String?
        @OrNull var upper: Words?
        @OrNull var lower: Words?
    }

    struct Words: Encodable, Sendable {
        let eId: String
        let text: String
    }

    init(_ tables: [UpperActTable]) {
        self.tables = tables.map { table in
            Table(upper: table.upper.id, lower: table.lower.id, rows: table.rows.map { Self.row($0, table) })
        }
    }

    private static func row(_ row: ImplementationRow, _ table: UpperActTable) -> Row {
        var value = Row(
            upper: row.upper.map(\.text), lower: row.lower.map(\.text), kinds: row.kinds.map(\.rawValue),
            findings: row.findings.map { finding($0, table) })
        value.score = row.score
        return value
    }

    private static func finding(_ finding: ImplementationFinding, _ table: UpperActTable) -> Finding {
        var value = Finding(kind: finding.kind.rawValue, isDoubtful: finding.isDoubtful)
        guard let difference = finding.difference else { return value }
        value.about = difference.kind.rawValue
        value.reason = difference.reason.rawValue
        value.upper = words(difference.baseProvision, difference.base, table.upper.regulation)
        value.lower = words(difference.otherProvision, difference.other, table.lower.regulation)
        return value
    }

    private static func words(_ eId: EId, _ spans: [ByteSpan], _ regulation: Regulation) -> Words? {
        spans.isEmpty ? nil : Words(eId: eId.text, text: regulation.source.flowed(spans))
    }
}
