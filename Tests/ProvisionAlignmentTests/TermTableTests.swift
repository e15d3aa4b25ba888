import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Term table") struct TermTableTests {
    @Test func readsTermsAndRenderings() {
        let table = TermTable(parsing: "zh\ten\tfield\n强制措施\tcompulsory measures | coercive measures\tpolice\n")
        #expect(table.entries.map(\.chinese) == ["强制措施"])
        #expect(table.entries.map(\.english) == [["compulsory measures", "coercive measures"]])
        #expect(table.entries.map(\.field) == ["police"])
        #expect(table.problems.isEmpty)
    }

    @Test func namesTheLineOfEachProblem() {
        let table = TermTable(
            parsing: "zh\ten\tfield\n\n# comment\n警察\n警察\t\tpolice\nabc\tabc\tx\n武器\tweapon\tpolice\n武器\tarms\tpolice\n"
        )
        #expect(table.problems.map(\.line) == [4, 5, 6, 8])
        #expect(table.entries.map(\.english) == [["weapon", "arms"]])
        #expect(table.entries.map(\.line) == [7])
    }

    @Test func aMissingHeaderIsNamedAndTheLineKept() {
        let table = TermTable(parsing: "武器\tweapon\tpolice")
        #expect(table.problems.map(\.line) == [1])
        #expect(table.entries.map(\.chinese) == ["武器"])
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}zh\ten\tfield\r\n武器\tweapon\tpolice\r\n", "zh\ten", "\t\t\t\n\t"])
    func readsAnything(_ text: String) {
        let table = TermTable(parsing: text)
        #expect(table.entries.count <= 1)
    }

    @Test func theEmptyTableHasNothing() {
        #expect(TermTable.empty.entries.isEmpty && TermTable.empty.problems.isEmpty)
    }

    @Test func findsTermsInBothLanguages() {
        let index = TermIndex(SampleActs.terms)
        let run = Array("养犬人办理犬只登记".unicodeScalars)
        let found = index.matches(chinese: run).map { index.terms[$0.term] }
        #expect(found == ["养犬", "养犬人", "犬只", "登记"])
        #expect(TermIndex.longest(index.matches(chinese: run)).map { index.terms[$0.term] } == ["养犬人", "犬只", "登记"])
        let stems = Words.contentStems(Folding.fold("Dogs are vaccinated against rabies").scalars)
        #expect(Set(index.matches(english: stems).map { index.terms[$0.term] }) == ["犬只", "疫苗", "狂犬病"])
    }
}
