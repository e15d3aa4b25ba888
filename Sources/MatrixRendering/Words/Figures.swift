import RegulationModel

/// Numbers as they are printed; the same on every machine.
enum Figures {
    /// A score with two decimals: `0.93`. Values outside 0 … 1 are clamped; not a number is `0.00`.
    static func score(_ value: Double) -> String {
        let clamped = value.isNaN ? 0 : min(max(value, 0), 1)
        let hundredths = Int((clamped * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }

    /// A share with three decimals, `0.875`, the same in every locale.
    static func thousandths(_ value: Double) -> String {
        let clamped = value.isNaN ? 0 : min(max(value, 0), 1)
        let digits = String(Int((clamped * 1000).rounded()))
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(padded.dropLast(3)).\(padded.suffix(3))"
    }

    /// `20` or `20–26`.
    static func lines(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
    }
}

extension SourceText {
    /// The first and last line a span touches, blank ones too, in the file the text was taken from; a line break at its
    /// end opens no further line.
    func lines(of span: ByteSpan) -> ClosedRange<Int> {
        let first = shownLine(at: span.start)
        return first...max(first, shownLine(at: max(span.start, span.end - 1)))
    }

    /// The first and last line of a span, blank lines at its end left out.
    func printedLines(of span: ByteSpan) -> ClosedRange<Int> {
        var end = span.end
        while end > span.start, bytes[end - 1] <= 0x20 { end -= 1 }
        return lines(of: ByteSpan(span.start, end))
    }
}
