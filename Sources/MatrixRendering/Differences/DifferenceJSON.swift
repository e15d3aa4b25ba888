import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// What differs between two texts as JSON, described by `difference.schema.json`.
struct DifferenceJSON: Encodable, Sendable {
    let base: Text
    let other: Text
    let comparesWords: Bool
    let groups: [Group]
    let onlyBase: [Place]
    let onlyOther: [Place]
    let nearest: [Near]
    let notItemised: Counts

    static func text(_ differences: ActDifferences) -> String { JSONText.pretty(DifferenceJSON(differences)) }

    private init(_ differences: ActDifferences) {
        let builder = Builder(
            baseText: differences.base.regulation, otherText: differences.other.regulation)
        base = Text(differences.base)
        other = Text(differences.other)
        comparesWords = differences.comparesWords
        groups = differences.groups.map(builder.group)
        onlyBase = differences.onlyBase.map { Place($0, in: builder.baseText) }
        onlyOther = differences.onlyOther.map { Place($0, in: builder.otherText) }
        nearest = differences.nearest.map {
            Near(base: $0.base.text, other: $0.other.text, score: $0.score.isFinite ? $0.score : 0)
        }
        notItemised = Counts(differences.notItemised)
    }

    struct Near: Encodable, Sendable {
        let base: String
        let other: String
        let score: Double
    }

    struct Text: Encodable, Sendable {
        let id: String
        let title: String
        let language: String

        init(_ witness: Witness) {
            id = witness.id
            title = witness.regulation.title
            language = witness.regulation.language.rawValue
        }
    }

    struct Place: Encodable, Sendable {
        let eId: String
        @OrNull var citation: JSONLabel?

        init(_ eId: EId, in regulation: Regulation) {
            self.eId = eId.text
            citation = Citation(eId, in: regulation).map(JSONLabel.init)
        }
    }

    struct Link: Encodable, Sendable {
        let base: String
        let other: String
        let link: String
        let relation: String
        let score: Double
    }

    struct Group: Encodable, Sendable {
        let base: [Place]
        let other: [Place]
        let isPart: Bool
        let isEqual: Bool
        let links: [Link]
        let demands: [Demand]
        let rows: [Row]
        let notItemised: Counts
    }

    struct Demand: Encodable, Sendable {
        let kind: String
        let reason: String
        let reasonText: JSONLabel
        let isDoubtful: Bool
        let base: Quotation
        let other: Quotation
        /// What the side without words says nearest to it.
        @OrNull var nearest: Quotation?
    }

    struct Quotation: Encodable, Sendable {
        let eId: String
        let text: String
        let spans: [Bytes]
    }

    struct Row: Encodable, Sendable {
        let state: String
        let isMoved: Bool
        @OrNull var base: Unit?
        @OrNull var other: Unit?
        @OrNull var segments: [SegmentValue]?
        let elsewhere: [Place]
    }

    struct Unit: Encodable, Sendable {
        let eId: String
        let level: String
        let part: String
        @OrNull var mark: String?
        let text: String
        let spans: [Bytes]
        let merged: [String]
    }

    struct SegmentValue: Encodable, Sendable {
        let kind: String
        @OrNull var base: Words?
        @OrNull var other: Words?
    }

    struct Words: Encodable, Sendable {
        let text: String
        let spans: [Bytes]
    }

    struct Bytes: Encodable, Sendable {
        let start: Int
        let end: Int

        init(_ span: ByteSpan) {
            start = span.start
            end = span.end
        }
    }

    struct Counts: Encodable, Sendable {
        let renumbered: Int
        let punctuation: Int
        let forms: Int
        let shortForms: Int

        init(_ counts: NotItemised) {
            renumbered = counts.renumbered
            punctuation = counts.punctuation
            forms = counts.forms
            shortForms = counts.shortForms
        }
    }
}

/// Makes the values of groups and rows.
private struct Builder {
    let baseText: Regulation
    let otherText: Regulation

    func group(_ group: ComparedProvisions) -> DifferenceJSON.Group {
        DifferenceJSON.Group(
            base: group.comparison.base.map { DifferenceJSON.Place($0, in: baseText) },
            other: group.comparison.other.map { DifferenceJSON.Place($0, in: otherText) }, isPart: group.isPart,
            isEqual: group.comparison.isEqual && !group.isPart,
            links: group.links.map { link in
                DifferenceJSON.Link(
                    base: link.base.text, other: link.other.text, link: link.strength.rawValue,
                    relation: link.relation.rawValue, score: link.score.isFinite ? link.score : 0)
            },
            demands: group.demands.map(demand), rows: group.comparison.rows.map(row),
            notItemised: DifferenceJSON.Counts(group.comparison.notItemised))
    }

    private func demand(_ difference: NormDifference) -> DifferenceJSON.Demand {
        DifferenceJSON.Demand(
            kind: difference.kind.rawValue, reason: difference.reason.rawValue,
            reasonText: JSONLabel(difference.label), isDoubtful: difference.isDoubtful,
            base: quotation(difference.baseProvision, difference.base, baseText),
            other: quotation(difference.otherProvision, difference.other, otherText),
            nearest: difference.nearest.map { near in
                quotation(near.provision, [near.span], difference.base.isEmpty ? baseText : otherText)
            })
    }

    private func quotation(_ eId: EId, _ spans: [ByteSpan], _ regulation: Regulation) -> DifferenceJSON.Quotation {
        DifferenceJSON.Quotation(
            eId: eId.text, text: regulation.source.flowed(spans), spans: spans.map(DifferenceJSON.Bytes.init))
    }

    private func row(_ row: ComparisonRow) -> DifferenceJSON.Row {
        DifferenceJSON.Row(
            state: row.state.rawValue, isMoved: row.isMoved, base: row.base.map { unit($0, baseText) },
            other: row.other.map { unit($0, otherText) }, segments: row.comparison.map(segments),
            elsewhere: row.elsewhere.map { DifferenceJSON.Place($0, in: row.base == nil ? baseText : otherText) })
    }

    private func unit(_ unit: TextUnit, _ regulation: Regulation) -> DifferenceJSON.Unit {
        DifferenceJSON.Unit(
            eId: unit.eId.text, level: unit.level.name, part: unit.part.rawValue,
            mark: unit.mark.map { regulation.source.flowed([$0]) }, text: regulation.source.flowed(unit.text),
            spans: unit.text.map(DifferenceJSON.Bytes.init),
            merged: unit.merged.map(\.text))
    }

    private func segments(_ comparison: TextComparison) -> [DifferenceJSON.SegmentValue] {
        let segments = comparison.segments
        let texts = (
            baseText.source.flowedRuns(segments.map(\.base)), otherText.source.flowedRuns(segments.map(\.other))
        )
        return segments.indices.map { index in
            DifferenceJSON.SegmentValue(
                kind: segments[index].kind.rawValue, base: words(texts.0[index], segments[index].base),
                other: words(texts.1[index], segments[index].other))
        }
    }

    private func words(_ text: String, _ spans: [ByteSpan]) -> DifferenceJSON.Words? {
        spans.isEmpty ? nil : DifferenceJSON.Words(text: text, spans: spans.map(DifferenceJSON.Bytes.init))
    }
}
