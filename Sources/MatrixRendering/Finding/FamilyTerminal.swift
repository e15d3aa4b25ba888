import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// The acts on one subject and what they share, for a terminal.
struct FamilyTerminal {
    let family: SubjectFamily
    let layout: FindingLayout

    private static let indent = 25

    var text: String {
        (head + acts + shared).map { $0.trimmingTrailingSpaces + "\n" }.joined()
    }

    private func name(_ witness: Witness) -> String {
        witness.regulation.title.isEmpty ? witness.id : witness.regulation.title
    }

    // MARK: Acts

    private var head: [String] {
        let (considered, found) = family.counts
        let count = found == 1 ? "1 act" : "\(found) acts"
        let sentence = "\(name(family.act)): \(count) of \(considered) on the same subject"
        return layout.wrapped(sentence, indent: 0).map(layout.bold)
    }

    /// `  1  0.99  sure      0.61  1.00  某市条例`
    private var acts: [String] {
        guard !family.relatives.isEmpty else { return [] }
        let header = ["", "      score            words title"]
        let lines = family.relatives.enumerated().flatMap { place, relative -> [String] in
            let number = String(place + 1)
            let finding = relative.nearness
            let facts =
                String(repeating: " ", count: max(0, 3 - number.count)) + number
                + "  \(Figures.score(finding.score))  \(TerminalText.padded(relative.certainty.rawValue, to: 9))"
                + " \(Figures.score(finding.body))  \(Figures.score(finding.title))  "
            let lines = layout.wrapped(
                "\(name(relative.witness)) · \(relative.witness.regulation.source.name)", indent: Self.indent + 6)
            return [facts + (lines.first ?? "").trimmingSpaces] + lines.dropFirst()
        }
        return header + lines
    }

    // MARK: Shared provisions

    private var shared: [String] {
        guard family.aligned > 0 else { return [] }
        let articles = family.act.regulation.provisions.count
        let ours = Set(family.families.flatMap { $0.members(of: family.act.id) })
        let title =
            "Shared with the nearest \(family.aligned): \(ours.count) of \(articles) provisions (numbers: acts as above)"
        return ["", layout.bold(title)] + family.families.flatMap(lines)
    }

    /// `第五条 职责分工…  1 第六条 · 3 第四条、第五条`
    private func lines(of shared: Family) -> [String] {
        let ours = shared.members(of: family.act.id)
        let cited = ours.map { self.cited($0, in: family.act.regulation) }.joined(separator: "、")
        let opening = ours.first.flatMap { family.act.regulation.provision(at: $0) }.map { provision in
            TerminalText.shortened(
                TerminalText.line(family.act.regulation.fullText(provision)), to: layout.columns / 2)
        }
        let answers = family.relatives.prefix(family.aligned).enumerated().compactMap { place, relative -> String? in
            let theirs = shared.members(of: relative.witness.id)
            guard !theirs.isEmpty else { return nil }
            let names = theirs.map { self.cited($0, in: relative.witness.regulation) }.joined(separator: "、")
            return "\(place + 1) \(names)"
        }
        let head = "\(cited)  \(opening ?? "")"
        return layout.wrapped(head, indent: 2) + layout.wrapped(answers.joined(separator: " · "), indent: 6)
    }

    private func cited(_ eId: EId, in regulation: Regulation) -> String {
        Citation(eId, in: regulation)?.text(regulation.language) ?? eId.text
    }
}
