/// Text as it is matched, tied to the text as it is printed.
///
/// `scalars[k]` was made from the printed bytes that begin at `offsets[k]`; `offsets` has one entry more than `scalars`,
/// the length of the printed text in UTF-8 bytes.
package struct FoldedText: Sendable, Hashable {
    /// Folded characters.
    package let scalars: [Unicode.Scalar]
    /// UTF-8 offset in the printed text of each folded character, then the printed length.
    package let offsets: [Int]

    /// The folded text as a string.
    package var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The printed bytes that a range of folded characters was made from.
    package func printedRange(_ range: Range<Int>) -> Range<Int> {
        let lower = min(max(0, range.lowerBound), scalars.count)
        let upper = min(max(lower, range.upperBound), scalars.count)
        return offsets[lower]..<offsets[upper]
    }
}

/// Folding makes texts comparable that differ in form only: width, case, script, variants of marks, white space.
///
/// Folded text is for matching; what is shown is always the printed text.
package enum Folding {
    /// Folds a printed text.
    ///
    /// Full-width forms become narrow, letters small, typographic marks plain, traditional characters simplified (see
    /// `SimplifiedCharacters`); a run of white space becomes one space, and none is kept beside an ideograph or a
    /// full-width mark, or at the ends.
    package static func fold(_ printed: String) -> FoldedText { fold(printed.unicodeScalars) }

    /// Folds printed characters.
    package static func fold(_ printed: String.UnicodeScalarView) -> FoldedText {
        var offsets: [Int] = []
        offsets.reserveCapacity(printed.count + 1)
        let scalars = scalars(of: printed) { offsets.append($0) }
        offsets.append(printed.reduce(0) { $0 + UTF8.width($1) })
        return FoldedText(scalars: scalars, offsets: offsets)
    }

    /// The folded characters alone.
    package static func scalars(of printed: [Unicode.Scalar]) -> [Unicode.Scalar] {
        [Unicode.Scalar](unsafeUninitializedCapacity: printed.count) { scalars, count in
            var isPending = false
            var lastIsWide = true
            for scalar in printed {
                let isIdeograph = scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
                if !isIdeograph, isInvisible(scalar) {
                    isPending = isPending || scalar.isWhiteSpace
                    continue
                }
                let isWide = isIdeograph || scalar.isWide
                // A space stands for white space, which there was: more is never written than was read.
                if isPending, !lastIsWide, !isWide {
                    scalars[count] = " "
                    count += 1
                }
                isPending = false
                lastIsWide = isWide
                scalars[count] = folded(scalar)
                count += 1
            }
        }
    }

    /// Folds, and tells the offset in the printed text of each folded character.
    @inline(__always)
    private static func scalars(
        of printed: some Collection<Unicode.Scalar>, offset tell: (Int) -> Void
    ) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(printed.count)
        var offset = 0
        var pendingSpace: Int?
        var lastIsWide = true
        for scalar in printed {
            defer { offset += UTF8.width(scalar) }
            guard !isInvisible(scalar) else {
                if scalar.isWhiteSpace { pendingSpace = pendingSpace ?? offset }
                continue
            }
            let isWide = scalar.isWide
            if let space = pendingSpace, !lastIsWide, !isWide {
                scalars.append(" ")
                tell(space)
            }
            pendingSpace = nil
            lastIsWide = isWide
            scalars.append(folded(scalar))
            tell(offset)
        }
        return scalars
    }

    /// Letters, digits and ideographs of folded characters: what "the same words, apart from form" compares.
    package static func letters(_ folded: [Unicode.Scalar]) -> [Unicode.Scalar] { folded.filter(isLetter) }

    /// Whether two folded texts have the same letters, digits and ideographs.
    package static func haveSameLetters(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
        var rest = second.makeIterator()
        for scalar in first where isLetter(scalar) {
            var other = rest.next()
            while let passed = other, !isLetter(passed) { other = rest.next() }
            guard other == scalar else { return false }
        }
        while let scalar = rest.next() {
            if isLetter(scalar) { return false }
        }
        return true
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39, 0x4E00...0x9FFF: true
        case 0x20...0x2F, 0x3A...0x60, 0x3000...0x3003: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// One character in its folded form.
    package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value >= 0x61, scalar.value <= 0x7A { return scalar }
        if scalar.value >= 0x4E00, scalar.value <= 0x9FFF { return SimplifiedCharacters.simplified(scalar) }
        let narrow = narrowed(scalar)
        switch narrow {
        case "A"..."Z": return Unicode.Scalar(narrow.value + 0x20) ?? narrow
        case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{0060}", "\u{00B4}": return "'"
        case "\u{201C}", "\u{201D}", "\u{300C}", "\u{300D}", "\u{300E}", "\u{300F}": return "\""
        case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE63}": return "-"
        case "\u{25CB}", "\u{25EF}", "\u{3007}": return "零"
        case "\u{FE51}": return "、"
        case "\u{30FB}", "\u{2022}", "\u{2027}": return "·"
        default: return SimplifiedCharacters.simplified(narrow)
        }
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFF61: "。"
        case 0xFF64: "、"
        default: scalar
        }
    }

    /// White space, byte order marks, zero-width and soft-hyphen characters.
    package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x4E00...0x9FFF: false
        case 0xFEFF, 0x200B...0x200F, 0x2060, 0x00AD: true
        default: scalar.isWhiteSpace
        }
    }
}
