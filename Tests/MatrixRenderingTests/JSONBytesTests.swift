import Foundation
import RegulationModel
import RegulationParser
import Testing

@testable import MatrixRendering

@Suite("JSON in bytes")
struct JSONBytesTests {
    private struct Sample: Encodable {
        let array: [Int]
        let empty: [Int]
        let none: String?
        let object: [String: String]
        let text: String

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(array, forKey: .array)
            try container.encode(empty, forKey: .empty)
            try container.encode(none, forKey: .none)
            try container.encode(object, forKey: .object)
            try container.encode(text, forKey: .text)
        }

        private enum Key: String, CodingKey { case array, empty, none, object, text }
    }

    private static let strings = [
        "", "第一条", "a\"b\\c/d", "tab\tline\nreturn\r", "\u{0}\u{1}\u{8}\u{C}\u{1F}", "\u{7F}\u{85}\u{9F}",
        "\u{202A}x\u{202E}\u{2028}\u{2029}", "\u{2066}\u{2069}“—…”", "🙂é\u{FFFD}",
    ]

    /// The writer that is used for everything else decides what JSON looks like here.
    @Test(arguments: strings)
    func writesWhatTheEncoderWrites(_ text: String) {
        let sample = Sample(array: [1, -20, 300], empty: [], none: nil, object: ["k": text], text: text)
        for isIndented in [true, false] {
            var json = JSONBytes(isIndented: isIndented)
            json.object { json in
                json.array("array") { json in for number in sample.array { json.element(number) } }
                json.array("empty") { _ in }
                json.string("none", nil)
                json.object("object") { $0.string("k", text) }
                json.string("text", text)
            }
            json.endLine()
            let expected = isIndented ? JSONText.pretty(sample) : JSONText.line(sample)
            #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
        }
    }

    /// Bytes and characters are flowed alike, whatever stands between them.
    @Test func flowedBytesAreTheBytesOfTheFlowedText() {
        let pieces = [
            "第", "条", "a", "é", "🙂", " ", "\n", "\r\n", "\u{3000}", "\u{A0}", "\u{2003}", "\u{FEFF}", "“", "—", "。",
            "\u{200B}", "\u{85}", "\u{1680}", "\u{FF0C}",
        ]
        var random = SplitMix(seed: 7)
        for _ in 0..<500 {
            let text = (0..<Int(random.next() % 30)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                .joined()
            let source = SourceText(name: "t", bytes: Array(text.utf8))
            var boundaries = [0]
            for scalar in text.unicodeScalars { boundaries.append((boundaries.last ?? 0) + UTF8.width(scalar)) }
            let cuts = (0..<4).map { _ in boundaries[Int(random.next() % UInt64(boundaries.count))] }.sorted()
            let spans = [ByteSpan(cuts[0], cuts[1]), ByteSpan(cuts[2], cuts[3])]
            var bytes = Array("before ".utf8)
            source.appendFlowed(spans, to: &bytes)
            #expect(
                bytes == Array("before ".utf8) + Array(source.flowed(spans).utf8), "\(text.debugDescription) \(spans)")
        }
    }

    private struct SplitMix {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }
}
