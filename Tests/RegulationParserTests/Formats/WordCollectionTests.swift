import Foundation
import RegulationModel
import Testing

@testable import RegulationParser

/// Word files as a national database hands them out: the folder `docx` of the one that `DUIZHAO_DATA` names, or of
/// `shared/data` beside the checkout.
@Suite("Real Word files") struct WordCollectionTests {
    private static let files: [URL] = {
        let named = ProcessInfo.processInfo.environment["DUIZHAO_DATA"].map { URL(filePath: $0) }
        let folder = named ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data")
        return Repository.files(in: folder.appending(path: "docx"), withEnding: "docx")
    }()

    /// The visible text of the main part by another way: all `w:t`, found by their tags.
    private static func text(of file: [UInt8]) throws -> String {
        var archive = try PackageArchive(file, limits: ReadingLimits())
        let xml = String(decoding: try archive.bytes(of: "word/document.xml"), as: UTF8.self)
        var text = ""
        for piece in xml.components(separatedBy: "<w:t").dropFirst() {
            guard piece.hasPrefix(">") || piece.hasPrefix(" "), let start = piece.firstIndex(of: ">"),
                let end = piece.range(of: "</w:t>")?.lowerBound
            else { continue }
            text += piece[piece.index(after: start)..<end]
        }
        return text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&amp;", with: "&")
    }

    private static func folded(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }))
    }

    @Test(.enabled(if: !files.isEmpty, "no Word files here: set DUIZHAO_DATA to a folder with docx/ to run this"))
    func everyCharacterIsKeptAndEveryActIsWhole() throws {
        var whole = 0
        for url in Self.files {
            let bytes = try Repository.bytes(url)
            let regulation = RegulationParser.parse(bytes, name: url.lastPathComponent, id: "act")
            #expect(Soundness(regulation).faults == [], "\(url.lastPathComponent)")
            #expect(!regulation.diagnostics.contains { $0.severity == .error }, "\(url.lastPathComponent)")
            #expect(!regulation.articles.isEmpty, "\(url.lastPathComponent)")
            if regulation.completeness.status == .whole { whole += 1 }
            let read = String(decoding: regulation.source.bytes, as: UTF8.self)
            // Those whose body is an embedded page have no text of their own.
            let own = try Self.text(of: bytes)
            if !own.isEmpty { #expect(Self.folded(read) == Self.folded(own), "\(url.lastPathComponent)") }
        }
        print("Word files: \(Self.files.count), \(whole) of them whole acts")
        // One decision of four points and one act without a clause on its entry into force.
        #expect(whole >= Self.files.count - 2)
    }
}
