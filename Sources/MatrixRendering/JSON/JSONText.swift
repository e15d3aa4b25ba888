import FoundationEssentials
import ProvisionAlignment
import RegulationModel

/// A value that is written as `null` where it is missing, so that every field of the contract is always there.
@propertyWrapper
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

/// A label in both languages.
struct JSONLabel: Encodable, Sendable {
    let zh: String
    let en: String

    init(_ label: BilingualText) {
        zh = label.chinese
        en = label.english
    }

    init(_ citation: Citation) {
        zh = citation.chinese
        en = citation.english
    }
}

/// Who decided on a pair, when and why.
struct JSONDecision: Encodable, Sendable {
    let author: String
    let date: String
    let note: String

    init(_ decision: LinkOrigin.Decision) {
        author = decision.author
        date = decision.date.text
        note = decision.note
    }
}

/// JSON as this package writes it: keys sorted, slashes plain, UTF-8, and safe to print on a terminal.
enum JSONText {
    /// Several lines, indented, with a final line break.
    static func pretty(_ value: some Encodable) -> String {
        text(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n"
    }

    /// One line, with a final line break.
    static func line(_ value: some Encodable) -> String {
        text(value, [.sortedKeys, .withoutEscapingSlashes]) + "\n"
    }

    private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        do {
            return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
        } catch {
            preconditionFailure("a value of strings, integers and finite numbers always encodes: \(error)")
        }
    }

    /// DEL, C1 controls and bidirectional overrides as `\uXXXX`: the same JSON value, but a terminal does not obey it.
    /// They occur inside strings only.
    private static func escaped(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: mustEscape) else { return json }
        var result = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            guard mustEscape(scalar) else {
                result.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
        }
        return String(result)
    }

    private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x7F && TerminalText.isUnsafe(scalar)
    }
}

/// First and last line, from 1.
struct JSONLines: Encodable, Sendable {
    let first: Int
    let last: Int

    init(_ lines: ClosedRange<Int>) {
        first = lines.lowerBound
        last = lines.upperBound
    }
}
