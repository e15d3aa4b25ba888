import Duizhao
import Foundation

/// What is fuzzed: a kind of file, told to the parser by the ending of its name, or the YAML of a corpus.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case text, markdown, html, mht, docx, akn, corpus

    /// The target that `DUIZHAO_FUZZ` names; text where it names none.
    public static let chosen = ProcessInfo.processInfo.environment["DUIZHAO_FUZZ"].flatMap(FuzzTarget.init) ?? .text

    /// Reads `bytes` and checks what must hold of every result; stops the program where it does not.
    public func check(_ bytes: [UInt8]) {
        switch self {
        case .text: parse(bytes, as: "text.txt")
        case .markdown: parse(bytes, as: "text.md")
        case .html: parse(bytes, as: "page.html")
        case .mht: parse(bytes, as: "page.mht")
        case .docx: parse(bytes, as: "text.docx")
        case .akn: parse(bytes, as: "text.akn.xml")
        case .corpus: load(bytes)
        }
    }

    /// Parts tile the text, spans lie in it on borders of characters, diagnostics too, and the result can be printed.
    private func parse(_ bytes: [UInt8], as name: String) {
        let regulation = RegulationParser.parse(bytes, name: name, id: "text")
        let faults = Soundness(regulation).faults
        // Ending the program is how a fuzz target tells what it found; the fuzzer then keeps the input.
        guard faults.isEmpty else { fatalError("\(rawValue): \(faults.prefix(5))") }
        let json = Data(render(regulation, as: .json).utf8)
        guard (try? JSONSerialization.jsonObject(with: json)) != nil else { fatalError("\(rawValue): no JSON") }
    }

    /// A corpus is loaded or refused with an error; anything else is a finding.
    private func load(_ bytes: [UInt8]) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "duizhao-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: folder.appending(path: "corpus.yaml"))
        } catch { fatalError("no folder for a corpus: \(error)") }
        _ = try? Corpus.load(folder.path)
    }
}
