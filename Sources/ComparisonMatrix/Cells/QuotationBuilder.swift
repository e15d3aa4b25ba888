import ProvisionAlignment
import RegulationModel

/// Why a provision stands in a cell.
struct QuotationBasis {
    /// In words.
    let reasons: [String]
    /// Confidence, 0 … 1; nil where nothing had to be decided.
    let score: Double?
    /// True where only a part of it answers.
    let isPart: Bool
    /// A person's decision, where it stands here by one.
    var decision: LinkOrigin.Decision?

    /// The row's own provision.
    static let own = QuotationBasis(reasons: [], score: nil, isPart: false)
}

extension QuotationBasis {
    /// What links the provision to the row, with words put before the link's own reasons.
    init(_ link: Link, saying lead: [String] = [], isPart: Bool) {
        self.init(
            reasons: lead + link.reasons, score: link.isDecided ? nil : link.score, isPart: isPart,
            decision: link.decision)
    }
}

/// Quotes provisions of one text as printed. It reads provisions only: nothing from outside the act can be quoted.
struct QuotationBuilder {
    let regulation: Regulation
    /// The texts at hand, by which an act that a provision refers to is found.
    let register: ActRegister

    /// Quotes a provision with all below it; nil where the text has none at this address.
    func quotation(of provision: Provision, _ basis: QuotationBasis) -> Quotation? {
        let target = regulation.authority == .explainer ? nil : Delegation.target(of: provision, in: regulation)
        return make(provision, spans: provision.headingAndText, lines: lines(of: provision), basis, delegatedTo: target)
    }

    /// Quotes clauses of a section of an explainer, a line for each run of clauses that stand together.
    func quotation(of section: Provision, clauses: [[ByteSpan]], _ basis: QuotationBasis) -> Quotation? {
        let lines = clauses.map { spans in
            Quotation.Line(level: .paragraph, mark: nil, text: regulation.source.flowed(spans))
        }
        return make(section, spans: clauses.flatMap { $0 }, lines: lines, basis, delegatedTo: nil)
    }

    private func make(
        _ provision: Provision, spans: [ByteSpan], lines: [Quotation.Line], _ basis: QuotationBasis,
        delegatedTo: String?
    ) -> Quotation? {
        guard let citation = Citation(provision.eId, in: regulation) else { return nil }
        return Quotation(
            eId: provision.eId, citation: citation, language: regulation.language, lines: lines,
            sourceLines: sourceLines(of: spans.isEmpty ? [provision.span] : spans), reasons: basis.reasons,
            score: basis.score, isPart: basis.isPart, delegatedTo: delegatedTo,
            delegatedDocument: delegatedTo.flatMap(held), decision: basis.decision)
    }

    private func held(_ target: String) -> String? {
        let text = regulation.source.flowed([regulation.source.span])
        return register.document(named: target, in: text)
    }

    /// The printed lines: heading, text, points with their marks, closing text.
    private func lines(of provision: Provision) -> [Quotation.Line] {
        var lines: [Quotation.Line] = []
        if let heading = provision.heading {
            lines.append(Quotation.Line(level: provision.level, mark: nil, text: regulation.source.flowed([heading])))
        }
        if !provision.text.isEmpty {
            let mark = provision.level > .paragraph ? regulation.mark(provision) : nil
            lines.append(Quotation.Line(level: provision.level, mark: mark, text: regulation.ownText(provision)))
        }
        lines += provision.children.flatMap { self.lines(of: $0) }
        if let wrapUp = provision.wrapUp {
            lines.append(Quotation.Line(level: provision.level, mark: nil, text: regulation.source.flowed([wrapUp])))
        }
        return lines.filter { !$0.text.isEmpty || $0.mark != nil }
    }

    private func sourceLines(of spans: [ByteSpan]) -> ClosedRange<Int> {
        let start = spans.map(\.start).min() ?? 0
        let end = spans.map(\.end).max() ?? start
        let first = regulation.source.shownLine(at: start)
        return first...max(first, regulation.source.shownLine(at: max(start, end - 1)))
    }
}

extension Provision {
    /// Heading, mark and text of a provision and all below it.
    fileprivate var headingAndText: [ByteSpan] {
        (heading.map { [$0] } ?? []) + (mark.map { [$0] } ?? []) + allText
    }
}
