import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// The JSON contract of a search; `search.schema.json` describes every field.
struct SearchJSON: Encodable, Sendable {
    let question: String
    let searched: Int
    let provisions: [Item]

    struct Item: Encodable, Sendable {
        let score: Double
        let act: JSONAct
        let eId: String
        let citation: JSONLabel
        let text: String
        let matches: [Match]
        let lines: JSONLines
    }

    /// UTF-8 bytes of `text`.
    struct Match: Encodable, Sendable {
        let start: Int
        let end: Int
    }

    init(_ result: SearchResult) {
        question = result.question
        searched = result.searched
        provisions = result.items.map { item in
            Item(
                score: item.score, act: JSONAct(item.witness), eId: item.provision.text,
                citation: JSONLabel(item.citation), text: item.text,
                matches: item.matches.map { Match(start: $0.lowerBound, end: $0.upperBound) },
                lines: JSONLines(item.witness.regulation.source.lines(of: item.span)))
        }
    }
}

/// An act among many: where it lies and what it is worth.
struct JSONAct: Encodable, Sendable {
    let id: String
    let file: String
    let sha256: String
    let title: String
    let language: String
    let translation: String
    let authority: String
    let completeness: String
    @OrNull var jurisdiction: JSONLabel?

    init(_ witness: Witness) {
        let regulation = witness.regulation
        id = witness.id
        file = regulation.source.name
        sha256 = witness.sha256
        title = regulation.title
        language = regulation.language.rawValue
        translation = witness.translation.rawValue
        authority = regulation.authority.rawValue
        completeness = regulation.completeness.status.rawValue
        jurisdiction = witness.jurisdiction.map { JSONLabel($0.name) }
    }
}

/// The JSON contract of acts on one subject; `family.schema.json` describes every field.
struct FamilyJSON: Encodable, Sendable {
    let act: JSONAct
    let considered: Int
    let found: Int
    let relatives: [Relative]
    let aligned: [String]
    let families: [[Member]]

    struct Relative: Encodable, Sendable {
        let act: JSONAct
        let score: Double
        let certainty: String
        let body: Double
        let title: Double
    }

    struct Member: Encodable, Sendable {
        let act: String
        let eId: String
        @OrNull var citation: JSONLabel?
    }

    init(_ family: SubjectFamily) {
        act = JSONAct(family.act)
        (considered, found) = family.counts
        relatives = family.relatives.map { relative in
            Relative(
                act: JSONAct(relative.witness), score: relative.nearness.score,
                certainty: relative.certainty.rawValue, body: relative.nearness.body, title: relative.nearness.title)
        }
        let nearest = family.relatives.prefix(family.aligned).map(\.witness)
        aligned = nearest.map(\.id)
        var texts: [String: Regulation] = [:]
        for witness in [family.act] + nearest { texts[witness.id] = witness.regulation }
        families = family.families.map { shared in
            shared.members.map { member in
                Member(
                    act: member.witness, eId: member.provision.text,
                    citation: texts[member.witness].flatMap { Citation(member.provision, in: $0) }.map(JSONLabel.init))
            }
        }
    }
}
