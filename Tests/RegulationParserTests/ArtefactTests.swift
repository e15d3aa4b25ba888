import Foundation
import RegulationModel
import Testing

@Suite("Artefacts of translation and copying") struct ArtefactTests {
    /// Which diagnostics name an artefact of a type. The types that need understanding are not asked for.
    private static let fitting: [String: Set<DiagnosticID>] = [
        "ordinal_marker": [.numberingOrdinalWord, .numberingMarkPunctuation],
        "run_together": [.layoutRunTogether],
        "enumeration_mixed": [.enumerationMixed, .enumerationInlineGap],
        "garbled_date": [.dateUnreadable],
        "ocr_token": [.textDigitDebris],
        "masked_text": [.textMasked],
        "mt_token": [.textStrayWord],
        "spacing": [.layoutSpacing],
        "noise": [.outsideNavigation, .outsideCommentary, .outsideUnrelated, .textForeignPassage],
        "punctuation": [.quotationUnmatched],
    ]

    /// Punctuation is asked for only where a quotation mark lacks its counterpart.
    private static func isRequired(_ artefact: StructureGold.Artefact) -> Bool {
        guard artefact.type == "punctuation" else { return fitting[artefact.type] != nil }
        return artefact.note.contains("quotation mark")
            && ["unmatched", "unbalanced", "stray"].contains { artefact.note.contains($0) }
    }

    @Test(arguments: Source.all) func eachIsNamedOnItsLine(_ source: Source) {
        let required = source.gold.artefacts.filter(Self.isRequired)
        for artefact in required {
            let alike = required.filter { $0.line == artefact.line && $0.type == artefact.type }.count
            let named = source.regulation.diagnostics.filter { diagnostic in
                let lines = source.lines(diagnostic.span)
                let isFitting = Self.fitting[artefact.type]?.contains(diagnostic.id) ?? false
                return isFitting && (lines[0]...lines[1]).contains(artefact.line)
            }
            #expect(named.count >= alike, "line \(artefact.line): \(artefact.type) “\(artefact.text)”")
        }
    }

    @Test func requiredOnesAreCounted() {
        let required = Source.all.map { source in source.gold.artefacts.filter(Self.isRequired).count }
        #expect(required.reduce(0, +) == 64)
    }

    /// The golden lists each diagnostic on a line where the reader found nothing, and why it stands there.
    @Test func atMostFiveStandWhereTheReaderFoundNothing() throws {
        let found = Source.all.flatMap { source -> [String] in
            let marked = Set(source.gold.artefacts.map(\.line))
            return source.regulation.diagnostics.compactMap { diagnostic in
                let place = source.regulation.source.position(at: diagnostic.span.start)
                return marked.contains(place.line)
                    ? nil : "\(source.id) \(place.line):\(place.column) \(diagnostic.id.rawValue)"
            }
        }
        let golden = try String(
            contentsOf: Repository.goldens.appending(path: "diagnostics-beyond-gold.txt"), encoding: .utf8)
        let entries = golden.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let argued = entries.map { $0.components(separatedBy: " — ") }
        #expect(found == argued.map { $0[0] })
        #expect(argued.allSatisfy { $0.count == 2 && !$0[1].isEmpty }, "each is argued")
        #expect(found.count <= 5)
    }
}
