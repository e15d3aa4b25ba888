import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Sieve of terms") struct TermSieveTests {
    private static let pond = SampleRegulation.make(
        "pond", .english,
        """
        # General Provisions
        1 In order to regulate the keeping of dogs, these Measures are formulated.
        # Supervision and Legal Liability
        2 Whoever keeps a dog without registration shall be fined by the organ in charge every year.
        """)

    private func kept(_ lines: String, _ regulations: [Regulation] = [SampleActs.harbour, pond]) -> [String] {
        let table = TermTable(parsing: "zh\ten\tfield\n" + lines)
        let kept = table.index.kept(by: sieve(regulations.map(WitnessUnits.init)))
        return kept.index.terms.indices.filter { kept.isKept[$0] }.map { kept.index.terms[$0] }
    }

    private func sieve(_ witnesses: [WitnessUnits]) -> TermSieve {
        TermSieve(
            chinese: witnesses.filter { $0.language == .chinese },
            englishHeadings: witnesses.filter { $0.language == .english }.flatMap(\.headings))
    }

    /// The terms of the samples, none of which was read by another test.
    private var unread: TermTable { TermTable(entries: SampleActs.terms.entries, problems: []) }

    @Test func keepsWhatStandsInAChineseText() {
        let terms = kept("狂犬病\trabies | hydrophobia\tx\n登記\tregistration\tx\n法律责任\tlegal responsibility\tx\n")
        #expect(terms == ["法律责任", "狂犬病", "登記"])
    }

    @Test func keepsWhatStandsInAnEnglishHeading() {
        let terms = kept("民事赔偿\tlegal liabilities | compensation\tx\n巡查\tsupervising\tx\n细则\tthe provisions of\tx\n")
        #expect(terms == ["巡查", "民事赔偿", "细则"])
    }

    @Test func leavesOutWhatStandsInNoTextOrInEnglishProvisionsAlone() {
        #expect(kept("航空器\taircraft\tx\n户口簿\tregistration book\tx\n负责人\tperson in charge\tx\n").isEmpty)
    }

    /// "nothing" begins like "not", which is passed over; a single ideograph is never searched.
    @Test func letsThroughWhatItCannotTell() {
        #expect(kept("Ａ股\tcafé society\tx\n𠮷野\tplace\tx\n甲\tnothing\tx\n犬\tmastiff\tx\n") == ["甲", "Ａ股"])
    }

    @Test func allMatchesOfTheTextsStay() {
        let witnesses = (SampleActs.all + [Self.pond]).map(WitnessUnits.init)
        let sieved = unread.index.kept(by: sieve(witnesses)).index
        expectAllMatches(sieved, witnesses)
    }

    @Test func whatIsFoundDoesNotDependOnWhenATermIsRead() {
        let witnesses = (SampleActs.all + [Self.pond]).map(WitnessUnits.init)
        let table = unread
        for units in witnesses { _ = table.index.kept(by: sieve([units])) }
        expectAllMatches(table.index.kept(by: sieve(witnesses)).index, witnesses)
        for units in witnesses where units.language == .english {
            for article in units.articles {
                let stems = Words.contentStems(article.scalars)
                let (all, whole) = (table.index.whole, TermIndex(SampleActs.terms))
                #expect(names(all.matches(english: stems), all) == names(whole.matches(english: stems), whole))
            }
        }
    }

    private func expectAllMatches(_ sieved: TermIndex, _ witnesses: [WitnessUnits]) {
        let whole = TermIndex(SampleActs.terms)
        for units in witnesses where units.language == .chinese {
            for text in (units.articles + units.paragraphs + units.sentences).map(\.scalars) {
                for run in Words.ideographRuns(text) {
                    #expect(names(whole.matches(chinese: run), whole) == names(sieved.matches(chinese: run), sieved))
                }
            }
        }
        for heading in witnesses.flatMap(\.headings) {
            let stems = Words.contentStems(heading)
            #expect(names(whole.matches(english: stems), whole) == names(sieved.matches(english: stems), sieved))
        }
    }

    private func names(_ matches: [TermIndex.Match], _ index: TermIndex) -> [String] {
        matches.map { "\(index.terms[$0.term]) \($0.range)" }
    }

    @Test func termsThatNoChineseTextHasChangeNoLink() {
        let lines = SampleActs.terms.entries.map { "\($0.chinese)\t\($0.english.joined(separator: " | "))\tx\n" }
        let unmet = "航空器\tdog | rabies | year\tx\n户口簿\tregistration | fined\tx\n治安维护\tpublic security | safety\tx\n"
        let tables = [lines.joined(), unmet + lines.joined()].map { TermTable(parsing: "zh\ten\tfield\n" + $0) }
        let found = tables.map { table in
            let aligner = Aligner(witnesses: SampleActs.all, terms: table)
            return [Level.article, .paragraph, .point].map { aligner.align(0, 2, level: $0).links }
        }
        #expect(!found[0][0].isEmpty)
        #expect(found[0] == found[1])
    }

    /// What the sieve relies on: but for its last two letters a stem is the beginning of its word.
    @Test func aStemBeginsAsItsWord() {
        let lexicon = BilingualLexicon.shipped
        let endings = [
            "", "s", "es", "ies", "ed", "ing", "ational", "tional", "ization", "biliti", "iviti", "fulness", "ement",
            "y",
            "ably", "ility", "yed",
        ]
        for number in stride(from: 0, to: lexicon.stemCount, by: 11) {
            for word in endings.map({ lexicon.stem(number) + $0 }) {
                let stem = Array(PorterStemmer.stem(word).utf8)
                #expect(word.utf8.starts(with: stem.prefix(max(1, stem.count - 2))), "\(word)")
            }
        }
    }
}
