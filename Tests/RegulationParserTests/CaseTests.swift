import RegulationModel
import RegulationParser
import Testing

@Suite("Case files") struct CaseTests {
    @Test(arguments: CaseFile.all)
    func readsAsADrafterWould(_ file: CaseFile) throws {
        let regulation = RegulationParser.parse(file.input, name: file.name, id: "case", options: file.options)
        let outline = Outline(regulation: regulation)
        let found = "==== tree\n" + outline.text + "==== diagnostics\n" + outline.diagnostics
        #expect(Soundness(regulation).faults == [])
        if Repository.isRecording, found != file.expected {
            try file.record(found)
            Issue.record("recorded anew; read the change before it is committed")
            return
        }
        #expect(found == file.expected)
    }

    @Test func everyDiagnosticOccursInACase() {
        let shown = Set(
            CaseFile.all.flatMap { file in
                RegulationParser.parse(file.input, name: file.name, id: "case", options: file.options).diagnostics.map(
                    \.id)
            })
        let missing = DiagnosticID.allCases.filter { !shown.contains($0) }
        #expect(missing.map(\.rawValue) == [])
    }
}
