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

    private struct Flowed: Encodable {
        let k: String
    }

    /// Text is looked at in blocks: what must be folded or escaped is found wherever it stands in one.
    @Test func whatIsNotPlainIsFoundAtEachPlace() {
        let odd = [
            "\u{3000}", "\"", "\\", "\n", "\u{7F}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{A0}", "\u{1680}", "“", "é",
            "🙂",
        ]
        for character in odd {
            for before in 0...36 {
                for filling in ["，", "a"] {
                    let text = String(repeating: filling, count: before) + character + "第" + filling
                    let source = SourceText(name: "t", bytes: Array(("前" + text + "后").utf8))
                    let span = ByteSpan(3, source.bytes.count - 3)
                    var json = JSONBytes(isIndented: false)
                    json.object { $0.flowed("k", span, of: source) }
                    json.endLine()
                    let expected = JSONText.line(Flowed(k: source.flowed([span])))
                    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
                }
            }
        }
    }

    /// Digits are written in pairs.
    @Test func integersAreWrittenInDigits() {
        var powers = [0, .max, .min]
        var power = 1
        while power < Int.max / 10 {
            powers += [power - 1, power, power + 1, power * 5, -power]
            power *= 10
        }
        for number in powers {
            var json = JSONBytes(isIndented: false)
            json.object { $0.integer("k", number) }
            #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"k\":\(number)}")
        }
    }

    /// Memory that is lent is used while it suffices; then the buffer goes on in memory of its own.
    @Test(arguments: [0, 1, 255, 256, 257, 100_000]) func bytesAreWholeWhateverIsExpected(_ expected: Int) {
        let word = Array("第一条".utf8)
        let bytes = ByteBuffer.bytes(expecting: expected) { buffer in
            var buffer = buffer
            for _ in 0..<200 { word.withUnsafeBufferPointer { buffer.append($0) } }
            return buffer
        }
        #expect(bytes == Array(repeating: word, count: 200).flatMap(\.self))
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
